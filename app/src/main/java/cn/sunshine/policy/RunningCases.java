package cn.sunshine.policy;

/** What a new version means for cases that have already begun. */
public enum RunningCases {
  /** They keep what they started with. */
  KEEP("正在办理的案件不变"),
  /** They use the new version from now on. */
  MOVE("正在办理的案件也改用");

  private final String chinese;

  RunningCases(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
