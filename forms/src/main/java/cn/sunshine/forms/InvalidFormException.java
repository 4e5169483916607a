package cn.sunshine.forms;

/** A form that cannot be used: not form-js JSON, or with a feature the server cannot check. */
public final class InvalidFormException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String component;

  InvalidFormException(String message) {
    this("", message);
  }

  InvalidFormException(String component, String message) {
    super(message);
    this.component = component;
  }

  InvalidFormException(String message, Throwable cause) {
    super(message, cause);
    this.component = "";
  }

  /** Id or key of the component that is wrong; empty when it is the form as a whole. */
  public String component() {
    return component;
  }
}
