package cn.sunshine.rules;

import java.util.Objects;

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
    return of(element, Severity.ERROR, message);
  }

  static TableFault warning(String element, String message) {
    return of(element, Severity.WARNING, message);
  }

  /** A cell may come without an id: what is wrong in it concerns the model, then. */
  private static TableFault of(String element, Severity severity, String message) {
    return new TableFault(Objects.requireNonNullElse(element, ""), severity, message);
  }
}
