package cn.sunshine.rules;

/** Whoever waited for the check of a table has given up, so it need not go on. */
public final class CheckStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CheckStopped() {
    super("the check of a table was interrupted");
  }

  /**
   * Called between the cells, which take moments each.
   *
   * @throws CheckStopped when the thread was interrupted
   */
  static void ifInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CheckStopped();
    }
  }
}
