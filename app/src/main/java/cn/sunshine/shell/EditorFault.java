package cn.sunshine.shell;

/**
 * Something wrong with what is open in an editor, and where.
 *
 * @param elementId id of the element it is about, in the text that is edited: a rule, a cell, a
 *     step, a field. An id that the text does not have is listed without a place
 * @param severity whether it has to be put right
 * @param message what is wrong and what to do about it, in Chinese
 */
public record EditorFault(String elementId, Severity severity, String message) {

  /** How bad a fault is. */
  public enum Severity {
    /** Has to be put right before the text can be released. */
    ERROR,
    /** May be meant so. */
    WARNING
  }
}
