package cn.sunshine.household;

/** Whether a household is on the roll. */
public enum HouseholdStatus {
  ACTIVE("在册"),
  EXITED("已退出");

  private final String chinese;

  HouseholdStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
