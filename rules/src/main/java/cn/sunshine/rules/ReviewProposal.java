package cn.sunshine.rules;

/** Outcomes of the rule set {@code household-yearly-review} (NT-10, NT-26, JY-3, YC-1). */
public enum ReviewProposal {
  /** Still under the line, nothing changed. */
  KEEP("建议保留"),
  /** Income over the line: the household leaves the register. */
  EXIT("建议退出"),
  /** Still under the line, but the register is out of date. */
  ADJUST("建议调整资料"),
  /** Data or a parameter is missing, or assets were found that must be looked into first. */
  CANNOT_DECIDE("无法判断");

  private final String label;

  ReviewProposal(String label) {
    this.label = label;
  }

  /** As officials read it. */
  public String label() {
    return label;
  }
}
