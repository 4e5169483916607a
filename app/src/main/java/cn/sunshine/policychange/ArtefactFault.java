package cn.sunshine.policychange;

/**
 * Something wrong in what was written.
 *
 * @param element id of the element it is at, such as a cell of a table or a task of a model; blank
 *     when it concerns the whole
 * @param message what is wrong and what to do, in Chinese
 */
public record ArtefactFault(String element, Severity severity, String message) {

  /** How bad it is. */
  public enum Severity {
    /** It cannot be submitted. */
    ERROR,
    /** It can, but somebody should look. */
    WARNING
  }

  public static ArtefactFault error(String element, String message) {
    return new ArtefactFault(element, Severity.ERROR, message);
  }

  public static ArtefactFault warning(String element, String message) {
    return new ArtefactFault(element, Severity.WARNING, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
