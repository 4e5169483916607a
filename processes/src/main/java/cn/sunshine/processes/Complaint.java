package cn.sunshine.processes;

/**
 * Complaints (投诉举报) and requests for help (求助), policy {@code NT-21}, {@code NT-24}, {@code NT-27}:
 * the ids of their two models, and of the handling and the review that both call, as far as Java
 * speaks of them.
 */
public final class Complaint {

  /** BPMN process id of a complaint. */
  public static final String PROCESS_ID = "complaint";

  /** BPMN process id of a request for help. */
  public static final String HELP_REQUEST = "help-request";

  /** BPMN process id of the handling at the county. */
  public static final String HANDLING = "request-handling";

  /** BPMN process id of the review one level up. */
  public static final String REVIEW = "request-review";

  /** The person withdraws; correlation key = case id. */
  public static final String WITHDRAWN_MESSAGE = "case-withdrawn";

  /** The person has answered what the department asked; correlation key = case id. */
  public static final String INFORMATION_MESSAGE = "information-given";

  /** The person objects to the result; correlation key = case id. */
  public static final String OBJECTION_MESSAGE = "objection-raised";

  /** User task 受理. */
  public static final String ACCEPTANCE = "acceptance";

  /** User task 答复, within five working days of acceptance. */
  public static final String REPLY = "reply";

  /** User task 下达交办单. */
  public static final String HAND_OVER = "hand-over";

  /** User task 调查办理, within ten working days of the hand-over order. */
  public static final String INVESTIGATION = "investigation";

  /** User task 改派部门. */
  public static final String REASSIGNMENT = "reassignment";

  /** User task 审批延期. */
  public static final String EXTENSION_APPROVAL = "extension-approval";

  /** User task 审核办理结果. */
  public static final String RESULT_CHECK = "result-check";

  /** User task 线索核查. */
  public static final String DISCIPLINE_CHECK = "discipline-check";

  /** User task 安排复查, one level up. */
  public static final String REVIEW_HAND_OVER = "review-hand-over";

  /** User task 重新调查, one level up. */
  public static final String REINVESTIGATION = "reinvestigation";

  /** User task 审核复查结论, one level up. */
  public static final String REVIEW_CONCLUSION = "review-conclusion";

  private Complaint() {}
}
