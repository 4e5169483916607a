package cn.sunshine.rules;

/** Outcomes of the rule set {@code household-yearly-review} (NT-10, NT-26, JY-3, YC-1). */
public enum ReviewProposal {
  /** Still under the line, nothing changed. */
  KEEP,
  /** Income over the line: the household leaves the register. */
  EXIT,
  /** Still under the line, but the register is out of date. */
  ADJUST,
  /** Data or a parameter is missing, or assets were found that must be looked into first. */
  CANNOT_DECIDE
}
