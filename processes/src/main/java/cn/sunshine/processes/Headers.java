package cn.sunshine.processes;

/** Task headers: what a model tells the worker of a task, the same for every case. */
public final class Headers {

  /** User task: name of the parameter that holds the term of the step in working days. */
  public static final String TERM = "term";

  /**
   * {@link JobTypes#TERM_DUE_SOON}, {@link JobTypes#TERM_OVERDUE}: element id of the user task
   * whose timer fired.
   */
  public static final String TASK = "task";

  /** User task: element ids that the step may return a case to, comma-separated, in order. */
  public static final String RETURN_TO = "returnTo";

  /** {@link JobTypes#EVALUATE_RULES}: name of the rule set. */
  public static final String RULE_SET = "ruleSet";

  /**
   * {@link JobTypes#EVALUATE_RULES}: application before the comparison, compared after it, or
   * final. {@link JobTypes#ESCALATE_TASK}: superior or oversight.
   */
  public static final String STAGE = "stage";

  /** {@link JobTypes#COMPARE_ASSETS}: county or city. */
  public static final String SCOPE = "scope";

  /** {@link JobTypes#CLOSE_NOTICE}: passed, refused or returned. */
  public static final String NOTICE_OUTCOME = "noticeOutcome";

  /** {@link JobTypes#CLOSE_CASE}: ADMITTED, REFUSED or WITHDRAWN. */
  public static final String RESULT = "result";

  private Headers() {}
}
