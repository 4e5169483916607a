package cn.sunshine.processes;

/**
 * A change of parameters, decision tables, workflows and forms on its way to release (政策修改), policy
 * {@code NT-4}, {@code JY-17}, {@code YC-1}: the ids of its model that Java speaks of.
 */
public final class PolicyChange {

  /** BPMN process id. */
  public static final String PROCESS_ID = "policy-change";

  /** User task 审批修改, for somebody else than the author. */
  public static final String APPROVAL = "policy-approval";

  /** User task 修改后重新提交, for the author. */
  public static final String CORRECTION = "policy-correction";

  /** The timer 等到生效日, fires at {@link Variables#RELEASE_AT}. */
  public static final String RELEASE_DUE = "release-due";

  private PolicyChange() {}
}
