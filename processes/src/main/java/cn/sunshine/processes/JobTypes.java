package cn.sunshine.processes;

/**
 * Types of the jobs that the models hand to workers; every job carries {@link Variables#CASE_ID}.
 */
public final class JobTypes {

  /** A person's step; the engine's own type for job-based user tasks. */
  public static final String USER_TASK = "io.camunda.zeebe:userTask";

  /** Binds the process instance to the case. */
  public static final String OPEN_CASE = "open-case";

  /**
   * Evaluates {@link Headers#RULE_SET} at {@link Headers#STAGE}; out {@link Variables#ELIGIBILITY}.
   */
  public static final String EVALUATE_RULES = "evaluate-rules";

  /** Opens a notice; in {@link Variables#NOTICE_KIND}, out notice id and end of the notice. */
  public static final String PUBLISH_NOTICE = "publish-notice";

  /** Ends a notice; in {@link Variables#NOTICE_ID}, header {@link Headers#NOTICE_OUTCOME}. */
  public static final String CLOSE_NOTICE = "close-notice";

  /**
   * Compares assets within {@link Headers#SCOPE}; for the county out {@link
   * Variables#OUT_OF_COUNTY}.
   */
  public static final String COMPARE_ASSETS = "compare-assets";

  /** Lists what the comparison found doubtful; out {@link Variables#OPEN_DOUBTS}. */
  public static final String RAISE_DOUBTS = "raise-doubts";

  /** Enters the household in the register; out {@link Variables#HOUSEHOLD_NUMBER}. */
  public static final String REGISTER_HOUSEHOLD = "register-household";

  /** Little of a task's term is left; header {@link Headers#TASK}. */
  public static final String TERM_DUE_SOON = "term-due-soon";

  /** A task's term is over; header {@link Headers#TASK}. */
  public static final String TERM_OVERDUE = "term-overdue";

  /** Draws the experts for a project; out drawId, experts, expertsLeast, scoresNeeded. */
  public static final String DRAW_EXPERTS = "draw-experts";

  /** Sums up the experts' scores. */
  public static final String TALLY_SCORES = "tally-scores";

  /** Publishes a tender; out tenderId, tenderRound and bidsUntil. */
  public static final String PUBLISH_TENDER = "publish-tender";

  /** Closes a tender; out bidCount and bidsLeast. */
  public static final String COUNT_BIDS = "count-bids";

  /** Opens the sealed bids. */
  public static final String OPEN_BIDS = "open-bids";

  /** Counts open milestones; out milestonesLeft. */
  public static final String CHECK_MILESTONES = "check-milestones";

  /** Compares payments with the final account; out unpaid. */
  public static final String CHECK_PAYMENTS = "check-payments";

  /** Moves a project to the stage of header stage; out biddingNeeded. */
  public static final String PROJECT_STAGE = "project-stage";

  /** Says who countersigns; out members, quorum and jointRound. */
  public static final String PREPARE_JOINT_CHECK = "prepare-joint-check";

  /** Takes back what the countersign does not need any more; in jointRound. */
  public static final String CLOSE_JOINT_CHECK = "close-joint-check";

  /** Brings an overdue task before those who supervise; header {@link Headers#STAGE}. */
  public static final String ESCALATE_TASK = "escalate-task";

  /** Looks the applicants up among households that have left; out {@link Variables#RETURNED}. */
  public static final String RECALL_EXIT = "recall-exit";

  /**
   * Asks the rules whether a registered household stays, leaves or is to be adjusted; header {@link
   * Headers#STAGE} report or review.
   */
  public static final String JUDGE_STANDING = "judge-standing";

  /** Says how the household of an exit signs; out {@link Variables#HOUSEHOLD_SIGNS}. */
  public static final String CHOOSE_SIGNING = "choose-signing";

  /**
   * Enters the exit of a household in the register; out {@link Variables#HOUSEHOLD_NUMBER}, {@link
   * Variables#EXITED_ON}, {@link Variables#KEPT_UNTIL}.
   */
  public static final String EXIT_HOUSEHOLD = "exit-household";

  /** Brings the entry of a household up to date with what its review reported. */
  public static final String ADJUST_HOUSEHOLD = "adjust-household";

  /** Starts the exit of a household whose review ended so; out {@link Variables#EXIT_CASE}. */
  public static final String START_EXIT = "start-exit";

  /** Says when a round of reviews begins; out {@link Variables#REVIEWS_FROM}. */
  public static final String PLAN_REVIEWS = "plan-reviews";

  /** Starts a batch of a round's reviews; out {@link Variables#MORE_REVIEWS}. */
  public static final String START_REVIEWS = "start-reviews";

  /** Ends the case with {@link Headers#RESULT} and tells the applicant. */
  public static final String CLOSE_CASE = "close-case";

  /** Proposes topic, department and severity of a complaint by {@link Headers#RULE_SET}. */
  public static final String SORT_REQUEST = "sort-request";

  /** Enters that a complaint was accepted; out {@link Variables#SEVERITY}. */
  public static final String ACCEPT_REQUEST = "accept-request";

  /**
   * Starts the term of {@link Variables#STAGE} again with the days that are left; out {@link
   * Variables#TERMS}.
   */
  public static final String RESUME_CLOCK = "resume-clock";

  /** Shows the result to who complained; out {@link Variables#OBJECTION_UNTIL}. */
  public static final String TELL_RESULT = "tell-result";

  /** Says who approves a change of policy; out {@link Variables#APPROVAL_OFFICE}. */
  public static final String PREPARE_POLICY_CHANGE = "prepare-policy-change";

  /** Says when an approved change takes effect; out {@link Variables#RELEASE_AT}. */
  public static final String SCHEDULE_RELEASE = "schedule-release";

  /** Puts all items of an approved change in force. */
  public static final String RELEASE_POLICY = "release-policy";

  private JobTypes() {}
}
