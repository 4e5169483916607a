package cn.sunshine.demo;

import cn.sunshine.inbox.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the offices of invented projects answer to the forms of the steps. */
final class ProjectAnswers {

  private static final BigDecimal CEILING = new BigDecimal("0.98");
  private static final BigDecimal SPENT = new BigDecimal("0.9915");
  private static final BigDecimal INCOME = new BigDecimal("0.068");

  private final Map<String, Object> sheet;
  private final String today;
  private final LocalDate day;
  private final Task task;

  private ProjectAnswers(Task task, Map<String, Object> sheet, LocalDate day) {
    this.task = task;
    this.sheet = sheet;
    this.day = day;
    this.today = day.toString();
  }

  /**
   * The answers to a step's form.
   *
   * @param sheet what the inbox shows with the task
   */
  static Map<String, Object> to(Task task, Map<String, Object> sheet, LocalDate today) {
    return new ProjectAnswers(task, sheet, today).answers();
  }

  private Map<String, Object> answers() {
    return switch (task.taskType()) {
      case "village-confirmation" -> Map.of("meetingOn", today, "opinion", "村两委会商同意，用地已落实。");
      case "project-survey" ->
          Map.of(
              "surveyedOn", today,
              "members", "县农业农村局、财政局、镇扶贫办",
              "findings", "现场条件具备，群众有意愿，水电路到位。");
      case "project-argument" ->
          Map.of("conclusion", "技术可行，预计五年收回投资。", "risks", "市场价格波动，签订保底收购协议。");
      case "investment-survey" -> Map.of("surveyedOn", today, "findings", "周边出租率在九成以上，需求稳定。");
      case "feasibility-study" ->
          Map.of("conclusion", "可行，年收益率约百分之七。", "expectedIncome", part(budget(), INCOME));
      case "democratic-decision" ->
          Map.of(
              "meetingOn", today,
              "entitled", 52,
              "attended", 47,
              "agreed", 45,
              "resolution", "同意投资，收益的百分之六十分配给低收入户。");
      case "expert-scoring" -> Map.of("scores", scores(), "opinion", "选址合理，带动机制清楚，请落实管护责任。");
      case "project-review" -> Map.of("opinion", "专家评分合格，同意列入储备库。");
      case "project-approval" ->
          Map.of(
              "documentNumber", "扶办批〔%d〕%d号".formatted(day.getYear(), 1 + number(60)),
              "approvedAmount", budget());
      case "implementation-scheme" -> Map.of("scheme", "分三个阶段实施，明确监理单位和管护责任。");
      case "joint-check" -> Map.of("opinion", "资金来源和实施内容符合规定，同意。");
      case "tender-document" ->
          Map.of(
              "title",
              name() + "施工",
              "content",
              "按批复的建设内容和工程量清单施工，工期一百二十天，质量合格；详见招标文件。",
              "ceiling",
              amount("limit").multiply(CEILING).setScale(0, RoundingMode.DOWN),
              "days",
              10,
              "contact",
              "镇招标办（演示）0513-0000000");
      case "bid-evaluation" ->
          Map.of("winner", field(list("bids").getFirst(), "id"), "reasons", "报价最低，方案和业绩符合要求。");
      case "contract-signing" -> contract();
      case "implementation-plan" -> Map.of("milestones", milestones());
      case "milestone-report" -> Map.of("doneOn", today, "progress", "按计划完成，监理已签认。");
      case "change-review" -> Map.of("opinion", "变更必要，金额在批复以内，同意。");
      case "preliminary-acceptance", "county-acceptance" ->
          Map.of("acceptedOn", today, "checklist", checklist());
      case "acceptance-application" -> Map.of("summary", "已按合同和变更完成全部内容，初验问题已处理。");
      case "rectification-report" -> Map.of("done", "已返工，经蓄水试验合格。");
      case "final-account" -> Map.of("finalAmount", finalAmount(), "auditor", "演示会计师事务所");
      case "county-payment", "city-payment" ->
          Map.of("amount", amount("left"), "paidOn", today, "voucher", voucher());
      case "township-payment" -> Map.of("payments", List.of(payment(contractor(), amount("left"))));
      case "direct-payment" ->
          Map.of(
              "payments",
              list("payments").stream()
                  .map(row -> payment(field(row, "payee"), field(row, "amount")))
                  .toList());
      case "county-matching" ->
          Map.of(
              "amount", fund("county"),
              "documentNumber", "财农〔%d〕%d号".formatted(day.getYear(), 1 + number(90)));
      case "subsidy-application" -> Map.of("amount", fund("city"), "reasons", "项目已验收合格，申请市级补助。");
      case "subsidy-review" -> Map.of("opinion", "资料齐全，同意拨付。");
      case "performance-evaluation" ->
          Map.of("score", 92, "grade", "excellent", "conclusion", "目标全部完成，群众满意。");
      default -> Map.of();
    };
  }

  private Map<String, Object> contract() {
    return Map.of(
        "contractNumber", "HT-%d-%03d".formatted(day.getYear(), 1 + number(900)),
        "contractAmount", field(sheet.get("tender"), "award"),
        "signedOn", today,
        "startOn", day.plusDays(5).toString(),
        "finishOn", day.plusDays(125).toString());
  }

  private List<Map<String, Object>> milestones() {
    return List.of(
        Map.of("name", "场地平整和基础", "plannedOn", day.plusDays(20).toString()),
        Map.of("name", "主体施工和设备安装", "plannedOn", day.plusDays(50).toString()),
        Map.of("name", "调试和竣工清理", "plannedOn", day.plusDays(75).toString()));
  }

  private List<Map<String, Object>> checklist() {
    return list("checklist").stream()
        .map(
            item -> Map.<String, Object>of("item", field(item, "item"), "passed", true, "note", ""))
        .toList();
  }

  private Map<String, Object> payment(Object payee, Object amount) {
    return Map.of("payee", payee, "amount", amount, "paidOn", today, "voucher", voucher());
  }

  /** Each expert judges a little differently. */
  private Map<String, Object> scores() {
    return Map.of(
        "necessity", 20 + number(4),
        "feasibility", 19 + number(5),
        "benefit", 20 + number(3),
        "risk", 17 + number(6));
  }

  /** What was built costs a little less than agreed; what goes to households goes in full. */
  private BigDecimal finalAmount() {
    return isContracted() ? part(amount("limit"), SPENT) : amount("limit");
  }

  private boolean isContracted() {
    return !contractor().isEmpty();
  }

  private String contractor() {
    return field(sheet.get("project"), "contractor").toString();
  }

  private BigDecimal budget() {
    return new BigDecimal(field(sheet.get("project"), "budget").toString());
  }

  private String name() {
    return field(sheet.get("project"), "name").toString();
  }

  private Object fund(String source) {
    return field(sheet.get("funds"), source);
  }

  private BigDecimal amount(String key) {
    return new BigDecimal(sheet.get(key).toString());
  }

  private static BigDecimal part(BigDecimal whole, BigDecimal share) {
    return whole.multiply(share).setScale(2, RoundingMode.HALF_UP);
  }

  private List<?> list(String key) {
    return (List<?>) sheet.getOrDefault(key, List.of());
  }

  private static Object field(Object map, String key) {
    Object value = ((Map<?, ?>) map).get(key);
    return value == null ? "" : value;
  }

  private String voucher() {
    return "PZ-%s-%02d".formatted(today.substring(0, 7), 1 + number(40));
  }

  /** Below a bound; the same for the same task. */
  private int number(int bound) {
    return Math.floorMod(task.getId().hashCode() * 31, bound);
  }
}
