package cn.sunshine.embedded;

/**
 * Why Sunshine cannot start, as one sentence a person can act on: Chinese first, English beside it.
 * It is printed without a stack trace.
 */
public final class StartupProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param chinese what is wrong and what to do, without a full stop at the end
   * @param english the same in English
   */
  public StartupProblem(String chinese, String english) {
    super(chinese + " / " + english);
  }
}
