package cn.sunshine.processes;

/**
 * Five signatures and five confirmations (五签字五确认), policy {@code JY-3}, {@code YC-1}, called by the
 * exit processes of the packs: the ids of its model that Java speaks of, in the order of signing.
 */
public final class FiveSignatures {

  /** BPMN process id. */
  public static final String PROCESS_ID = "five-signatures";

  /** User task 农户签字，确认收入. */
  public static final String HOUSEHOLD = "household-signature";

  /** User task 代收农户签字表: the village hands in what the household signed on paper. */
  public static final String SHEET = "signed-sheet";

  /** The household signs with its own account. */
  public static final String WITH_ACCOUNT = "with-account";

  /** The household signs a sheet that the village collects. */
  public static final String ON_PAPER = "on-paper";

  /** User task 帮扶责任人签字，确认住房. */
  public static final String HELPER = "helper-signature";

  /** User task 村委会签字，确认就学. */
  public static final String VILLAGE = "village-signature";

  /** User task 镇（街）签字，确认资料. */
  public static final String TOWNSHIP = "township-signature";

  /** User task 主管部门签字，确认医疗保障. */
  public static final String DEPARTMENT = "department-signature";

  private FiveSignatures() {}
}
