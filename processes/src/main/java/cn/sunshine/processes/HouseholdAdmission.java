package cn.sunshine.processes;

/**
 * Admission of a registered low-income household (建档立卡低收入户新增), policy {@code NT-8}, {@code NT-9},
 * {@code NT-26}, {@code JY-3}, {@code YC-1}, {@code WJ-2.1}, {@code SC-4}: the ids of its models
 * that Java speaks of. Each place has its own chain of these steps.
 */
public final class HouseholdAdmission {

  /** BPMN process id. */
  public static final String PROCESS_ID = "household-admission";

  /** Published once per case, correlation key and message id = case id. */
  public static final String START_MESSAGE = StartMessage.of(PROCESS_ID);

  /** The applicant withdraws; correlation key = case id. */
  public static final String WITHDRAWN_MESSAGE = "case-withdrawn";

  /** User task 村民小组评议. */
  public static final String GROUP_REVIEW = "group-review";

  /** User task 村(居)委会评议. */
  public static final String COMMITTEE_REVIEW = "committee-review";

  /** User task 逐户摸底调查, by civil affairs. */
  public static final String HOUSEHOLD_SURVEY = "household-survey";

  /** User task 签订核对授权书: no comparison before it is signed. */
  public static final String COMPARISON_AUTHORISATION = "comparison-authorisation";

  /** User task 评审会议. */
  public static final String REVIEW_MEETING = "review-meeting";

  /** User task 村民代表会议评议, with a third party. */
  public static final String REPRESENTATIVES_MEETING = "representatives-meeting";

  /** User task 抽检核查, after the announcement. */
  public static final String SPOT_CHECK = "spot-check";

  /** User task 镇(街)审核. */
  public static final String TOWNSHIP_CHECK = "township-check";

  /** User task 县(市)区审定. */
  public static final String COUNTY_SIGN_OFF = "county-sign-off";

  /** User task 补正材料, the applicant's own step after a return. */
  public static final String CORRECTION = "correction";

  /** Call activity 村级公示. */
  public static final String VILLAGE_NOTICE = "village-notice";

  /** Call activity 镇(街)公示. */
  public static final String TOWNSHIP_NOTICE = "township-notice";

  /** Call activity 公告 of the county, after the sign-off. */
  public static final String COUNTY_ANNOUNCEMENT = "county-announcement";

  /** Call activity 返贫户先行信息比对, before everything else for who returns to poverty. */
  public static final String RETURN_COMPARISON = "return-comparison";

  /** Call activity 家庭经济信息比对. */
  public static final String ASSET_COMPARISON = "asset-comparison";

  /** Gateway 退回到哪一步？ with one exit for each step that a case can go back to. */
  public static final String RETURN_TARGET = "return-target";

  private HouseholdAdmission() {}
}
