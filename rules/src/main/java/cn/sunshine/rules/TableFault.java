package cn.sunshine.rules;

/**
 * Something wrong with a decision table.
 *
 * @param element id of the cell, row, column, table or decision; blank when it concerns the model
 * @param message what is wrong and what to do, in Chinese
 */
public record TableFault(String element, Severity severity, String message) {

  /** How bad it is. */
  public enum Severity {
    /** It must not be released. */
    ERROR,
    /** Somebody should look. */
    WARNING
  }

  static TableFault error(String element, String message) {
    return new TableFault(element, Severity.ERROR, message);
  }

  static TableFault warning(String element, String message) {
    return new TableFault(element, Severity.WARNING, message);
  }
}
