package cn.sunshine.notice;

/** Writes the notices of one kind of case. Implemented by the capability that owns the kind. */
public interface NoticeWriter {

  /** The plain process id of the cases it writes for. */
  String process();

  NoticeContent contentFor(String caseId);
}
