package cn.sunshine.processes;

/**
 * Yearly review of one registered household (年度复核), policy {@code NT-10}, {@code NT-26}, {@code
 * JY-3}, {@code YC-1}: the ids of its model that Java speaks of.
 */
public final class HouseholdYearlyReview {

  /** BPMN process id. */
  public static final String PROCESS_ID = "household-yearly-review";

  /** User task 村委会上报当前收入. */
  public static final String INCOME_REPORT = "income-report";

  /** User task 镇（街）作出复核结论. */
  public static final String DECISION = "review-decision";

  /** User task 县（市）区审查退出. */
  public static final String EXIT_REVIEW = "exit-review";

  /** {@link Variables#OUTCOME} of the decision: the household stays as it is. */
  public static final String KEEP = "keep";

  /** {@link Variables#OUTCOME} of the decision: it stays, and its entry is brought up to date. */
  public static final String ADJUST = "adjust";

  /** {@link Variables#OUTCOME} of the decision: it leaves, if the county agrees. */
  public static final String EXIT = "exit";

  private HouseholdYearlyReview() {}
}
