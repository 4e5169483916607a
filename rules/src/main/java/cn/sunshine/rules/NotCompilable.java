package cn.sunshine.rules;

/**
 * A decision model uses something that {@link ModelCompiler} does not know. Nothing is wrong with
 * the model: Drools evaluates it, only slower.
 */
final class NotCompilable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code reason} is for developers and logs. */
  NotCompilable(String reason) {
    super(reason, null, false, false);
  }
}
