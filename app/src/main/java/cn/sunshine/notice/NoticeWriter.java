package cn.sunshine.notice;

import java.util.Set;

/** Writes the notices of some kinds of case. Implemented by the capability that owns the kinds. */
public interface NoticeWriter {

  /** The plain ids of the processes whose cases it writes for. */
  Set<String> processes();

  NoticeContent contentFor(String caseId);
}
