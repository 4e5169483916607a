package cn.sunshine.engine;

import java.util.Map;

/**
 * What the models of a case count their terms with. The engine gets it with the start of a case and
 * anew with every answer about it, for calendars change and cases take long. Implemented by the
 * capability that keeps the cases.
 */
public interface CaseTerms {

  /** The variables that the start brings: the calendar, and the terms of the case's pack. */
  Map<String, Object> atStart(String caseId);

  /**
   * The same for a case that goes on by a newer model: with the terms that its pack has now, for
   * the newer model may have steps that the case's beginning knew nothing of.
   */
  Map<String, Object> atMove(String caseId);

  /** The variables that every later answer brings: the calendar as it is known now. */
  Map<String, Object> calendar(String caseId);
}
