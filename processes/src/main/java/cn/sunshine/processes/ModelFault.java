package cn.sunshine.processes;

/**
 * Something in a model that would fail or stall on the engine.
 *
 * @param elementId id of the element it is at; that of the process when it concerns the whole,
 *     empty when the file cannot be read
 * @param severity whether the model can be released with it
 * @param message what is wrong and what to do, in Chinese
 */
public record ModelFault(String elementId, Severity severity, String message) {

  /** How bad it is. */
  public enum Severity {
    /** The engine refuses the model, or a case gets lost in it. */
    ERROR,
    /** Works, but is hardly meant so. */
    WARNING
  }

  static ModelFault error(String elementId, String message) {
    return new ModelFault(elementId, Severity.ERROR, message);
  }

  static ModelFault warning(String elementId, String message) {
    return new ModelFault(elementId, Severity.WARNING, message);
  }

  /** Whether the model must not be released with it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
