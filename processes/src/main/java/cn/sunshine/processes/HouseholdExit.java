package cn.sunshine.processes;

/**
 * Exit of a registered household (脱贫销号), policy {@code NT-10}, {@code JY-3}, {@code YC-1}: the ids
 * of its models that Java speaks of. Jiangyin and Yancheng have variants with five signatures.
 */
public final class HouseholdExit {

  /** BPMN process id, the plain one that callers name. */
  public static final String PROCESS_ID = "household-exit";

  /** User task 镇（街）审核退出, in Nantong. */
  public static final String TOWNSHIP_CHECK = "exit-township-check";

  /** User task 县（市）区确认退出, in Nantong. */
  public static final String COUNTY_CONFIRMATION = "exit-county-confirmation";

  /** User task 补正上报材料, the reporter's own step after a return. */
  public static final String CORRECTION = "correction";

  private HouseholdExit() {}
}
