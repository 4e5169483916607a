package cn.sunshine.comparison;

/** What has become of a doubt. */
public enum DoubtStatus {
  OPEN("待核实"),
  /** True: the household does not qualify because of it. */
  UPHELD("属实"),
  DISMISSED("不属实"),
  /** Was still open when the comparison was made again; the new round counts. */
  REPLACED("已重新比对");

  private final String chinese;

  DoubtStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
