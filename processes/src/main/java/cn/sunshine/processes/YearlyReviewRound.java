package cn.sunshine.processes;

/**
 * One year's reviews of all registered households of a place (年度复核批次), policy {@code NT-10}, {@code
 * JY-3}, {@code YC-1}: the ids of its model that Java speaks of.
 */
public final class YearlyReviewRound {

  /** BPMN process id. */
  public static final String PROCESS_ID = "yearly-review-round";

  /** The timer 等到复核开始日, fires at {@link Variables#REVIEWS_FROM}. */
  public static final String REVIEWS_DUE = "reviews-due";

  /** Published once when every review of the round has ended; correlation key = case id. */
  public static final String FINISHED_MESSAGE = "reviews-finished";

  private YearlyReviewRound() {}
}
