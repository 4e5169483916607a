package cn.sunshine.forms;

/** A form that cannot be used: not form-js JSON, or with a feature the server cannot check. */
public final class InvalidFormException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidFormException(String message) {
    super(message);
  }

  InvalidFormException(String message, Throwable cause) {
    super(message, cause);
  }
}
