package cn.sunshine.rules;

/** Outcomes of the rule set {@code household-eligibility} (NT-8, NT-9). */
public enum Eligibility {
  /** The household qualifies. */
  ELIGIBLE,
  /** Income over the line, or a doubt that turned out to be true. */
  INELIGIBLE,
  /** The comparison found something that must be investigated first. */
  DOUBTS,
  /** Data or a parameter is missing. Missing is not "no". */
  CANNOT_DECIDE;

  /** The outcome of a decision of {@code household-eligibility}. */
  public static Eligibility of(Decision decision) {
    return valueOf(decision.outcome());
  }
}
