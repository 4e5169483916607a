package cn.sunshine.trialrun;

/** Who of a place is tried. */
public enum Scope {
  /** Everybody in the register. */
  REGISTERED("登记库"),
  /**
   * Also those whose last application was refused, by the income that they applied with and what
   * the comparison files say now: whom a higher line would let in.
   */
  WITH_REFUSED("登记库和未通过的申请"),
  /**
   * Also those who left and have not come back, by the income that they left with and what the
   * comparison files say now: whom a higher line would take back.
   */
  WITH_EXITED("登记库、未通过的申请和已退出的户");

  private final String chinese;

  Scope(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
