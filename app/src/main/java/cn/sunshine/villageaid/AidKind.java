package cn.sunshine.villageaid;

/** The ways in which packs work out the aid to weak villages, each by a table of its own. */
public enum AidKind {
  /** So much for each weak village of the township, in tiers (JY-8). */
  TIERS("village-aid", "按档次补助"),
  /** What a village lacks to an income, borne by district and township (WJ-4.3, WJ-14). */
  TOP_UP("village-top-up", "补足差额");

  private final String ruleSet;
  private final String chinese;

  AidKind(String ruleSet, String chinese) {
    this.ruleSet = ruleSet;
    this.chinese = chinese;
  }

  String ruleSet() {
    return ruleSet;
  }

  public String chinese() {
    return chinese;
  }
}
