package cn.sunshine.processes;

/** Process variables: only what routes a case. Personal data never goes to the engine. */
public final class Variables {

  /** String; the case's id, correlation key of everything about the case. */
  public static final String CASE_ID = "caseId";

  /** String; name of the policy pack that the case started with. */
  public static final String PACK = "pack";

  /** String of twelve digits; the village. */
  public static final String REGION = "region";

  /**
   * List of strings such as 2026-11-23, ascending; the working days from the day of the last answer
   * on. Given at the start and refreshed with every answer of the application, because calendars
   * change and cases take long. Timers count in it, see {@link Deadlines}.
   */
  public static final String WORKDAYS = "workdays";

  /**
   * Context; the terms of the case's models as its pack had them at the start, by {@link
   * Deadlines#key}: {@code {days: 5, soonDay: 4, soonAt: "T12:00:00+08:00"}}, the length in working
   * days, and the working day and the hour from which on little of the term is left.
   */
  public static final String TERMS = "terms";

  /** Date-time, local to a user task; the end of its term: 24:00 of the last day. */
  public static final String DUE = "due";

  /** Date-time, local to a user task; from then on little of its term is left. */
  public static final String DUE_SOON = "dueSoon";

  /** String; the decision of a person: {@link #APPROVE}, {@link #REJECT} or {@link #RETURN}. */
  public static final String OUTCOME = "outcome";

  /**
   * String; element id of the step to go back to; the models take {@code correction} when it is not
   * given.
   */
  public static final String RETURN_TO = "returnTo";

  /**
   * String, local to a user task; the element ids that it may return to, separated by commas, when
   * they are not those of its header.
   */
  public static final String RETURN_TARGETS = "returnTargets";

  /**
   * String, given to a public notice; who reviews objections to it, such as {@code
   * township@township}. The village committee when it is not given.
   */
  public static final String OBJECTION_REVIEWER = "objectionReviewer";

  /**
   * String, given to a public notice; the element ids that a review of an objection may return to,
   * separated by commas. Those of the model's header when it is not given.
   */
  public static final String OBJECTION_RETURN_TO = "objectionReturnTo";

  /**
   * String, given to an asset comparison; the element ids that its steps may return to, separated
   * by commas. Those of the model's headers when it is not given.
   */
  public static final String COMPARISON_RETURN_TO = "comparisonReturnTo";

  /**
   * String, given to an asset comparison; who compares records outside the county, such as {@code
   * comparison@county} where the place has no city of its own above it. The city when it is not
   * given.
   */
  public static final String COMPARISON_OFFICE = "comparisonOffice";

  /**
   * String, given to an asset comparison; who verifies its doubts, such as {@code helper@village}.
   * The county when it is not given.
   */
  public static final String DOUBT_INVESTIGATOR = "doubtInvestigator";

  /** Value of {@link #OUTCOME}: go on. For an objection: it is dismissed. */
  public static final String APPROVE = "approve";

  /** Value of {@link #OUTCOME}: the household is not admitted. */
  public static final String REJECT = "reject";

  /** Value of {@link #OUTCOME}: back to an earlier step. */
  public static final String RETURN = "return";

  /** String; outcome of the rules: ELIGIBLE, INELIGIBLE, DOUBTS or CANNOT_DECIDE. */
  public static final String ELIGIBILITY = "eligibility";

  /** String; village, township or county. */
  public static final String NOTICE_KIND = "noticeKind";

  /** String; the notice, correlation key of its objections. */
  public static final String NOTICE_ID = "noticeId";

  /** String; end of the notice as an ISO date-time with offset, exactly when the timer fires. */
  public static final String NOTICE_UNTIL = "noticeUntil";

  /** String; how the notice ended: passed, refused or returned. */
  public static final String NOTICE_OUTCOME = "noticeOutcome";

  /** String; the objection that an objection review is about. */
  public static final String OBJECTION_ID = "objectionId";

  /** Boolean; there are assets that only the city can see. */
  public static final String OUT_OF_COUNTY = "outOfCounty";

  /** Number; how many doubts wait for the county's finding. */
  public static final String OPEN_DOUBTS = "openDoubts";

  /** String; how the comparison ended: {@link #APPROVE}, {@link #REJECT} or {@link #RETURN}. */
  public static final String COMPARISON_OUTCOME = "comparisonOutcome";

  /** String; number of the household in the register. */
  public static final String HOUSEHOLD_NUMBER = "householdNumber";

  /** String; how severe a complaint is: SERIOUS, URGENT or ORDINARY. */
  public static final String SEVERITY = "severity";

  /** String; the step of a complaint whose clock runs: reply or investigation. */
  public static final String STAGE = "stage";

  /** String; until when who complained may object, an ISO date-time with offset. */
  public static final String OBJECTION_UNTIL = "objectionUntil";

  /** Boolean; the household has left the register before and returns to poverty. */
  public static final String RETURNED = "returned";

  /** String; how five signatures ended: {@link #APPROVE} when all signed, else {@link #RETURN}. */
  public static final String SIGNATURE_OUTCOME = "signatureOutcome";

  /**
   * String; how a household signs its exit: {@link FiveSignatures#WITH_ACCOUNT} or {@link
   * FiveSignatures#ON_PAPER}.
   */
  public static final String HOUSEHOLD_SIGNS = "householdSigns";

  /** String; ISO date of a household's exit. */
  public static final String EXITED_ON = "exitedOn";

  /** String; ISO date of the last day on which an exited household keeps the policies. */
  public static final String KEPT_UNTIL = "keptUntil";

  /** String; the exit case that a review has started. */
  public static final String EXIT_CASE = "exitCase";

  /** String; when a round of reviews begins, ISO date-time with offset. */
  public static final String REVIEWS_FROM = "reviewsFrom";

  /** Boolean; there are households whose review of the round has not been started. */
  public static final String MORE_REVIEWS = "moreReviews";

  /** String; {@code role@level} of the office that approves a change of policy. */
  public static final String APPROVAL_OFFICE = "approvalOffice";

  /** String; when an approved change of policy takes effect, ISO date-time with offset. */
  public static final String RELEASE_AT = "releaseAt";

  private Variables() {}
}
