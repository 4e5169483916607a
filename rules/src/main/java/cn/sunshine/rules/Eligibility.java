package cn.sunshine.rules;

/** Outcomes of the rule set {@code household-eligibility} (NT-8, NT-9). */
public enum Eligibility {
  /** The household qualifies. */
  ELIGIBLE("符合条件"),
  /** Income over the line, or a doubt that turned out to be true. */
  INELIGIBLE("不符合条件"),
  /** The comparison found something that must be investigated first. */
  DOUBTS("有存疑事项，待调查核实"),
  /** Data or a parameter is missing. Missing is not "no". */
  CANNOT_DECIDE("无法认定");

  private final String label;

  Eligibility(String label) {
    this.label = label;
  }

  /** The outcome of a decision of {@code household-eligibility}. */
  public static Eligibility of(Decision decision) {
    return valueOf(decision.outcome());
  }

  /** As officials read it. */
  public String label() {
    return label;
  }
}
