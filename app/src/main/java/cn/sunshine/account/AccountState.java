package cn.sunshine.account;

/** Whether an account can be used. */
public enum AccountState {
  ENABLED("启用"),
  DISABLED("停用");

  private final String chinese;

  AccountState(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
