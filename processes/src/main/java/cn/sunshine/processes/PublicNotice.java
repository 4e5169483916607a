package cn.sunshine.processes;

/**
 * Public notice (公示), policy {@code NT-9}, called by the packs' processes: the ids of its model
 * that Java speaks of.
 */
public final class PublicNotice {

  /** BPMN process id. */
  public static final String PROCESS_ID = "public-notice";

  /** Someone objects; correlation key = notice id, variable {@link Variables#OBJECTION_ID}. */
  public static final String OBJECTION_MESSAGE = "notice-objection";

  /** User task 复核异议, one for each objection; whose it is says the caller. */
  public static final String OBJECTION_REVIEW = "objection-review";

  /** The timer 公示期满, fires at {@link Variables#NOTICE_UNTIL}. */
  public static final String NOTICE_EXPIRED = "notice-expired";

  /** {@link Variables#NOTICE_OUTCOME}: the term is over and no objection was upheld. */
  public static final String PASSED = "passed";

  /**
   * {@link Variables#NOTICE_OUTCOME}: an objection was upheld and the household is not admitted.
   */
  public static final String REFUSED = "refused";

  /**
   * {@link Variables#NOTICE_OUTCOME}: an objection was upheld and the case goes back to an earlier
   * step.
   */
  public static final String RETURNED = "returned";

  private PublicNotice() {}
}
