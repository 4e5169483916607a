package cn.sunshine.project;

import static java.util.Map.entry;

import cn.sunshine.Eventually;
import cn.sunshine.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One project, and the offices that carry it, over the REST interface. */
final class ProjectRun {

  static final String VILLAGE = "320623113211";
  private static final String TOWNSHIP = "320623113";
  private static final String COUNTY = "320623";
  private static final String CITY = "3206";

  /** Who does a step when it is done as usual. */
  private static final Map<String, String> OFFICES =
      Map.ofEntries(
          entry("village-confirmation", "village." + VILLAGE),
          entry("investment-survey", "village." + VILLAGE),
          entry("democratic-decision", "village." + VILLAGE),
          entry("objection-review", "village." + VILLAGE),
          entry("project-check", "department." + COUNTY),
          entry("project-survey", "department." + COUNTY),
          entry("project-argument", "department." + COUNTY),
          entry("tolerance-review", "discipline." + COUNTY),
          entry("county-payment", "finance." + COUNTY),
          entry("direct-payment", "finance." + COUNTY),
          entry("county-matching", "finance." + COUNTY),
          entry("performance-evaluation", "finance." + COUNTY),
          entry("township-payment", "township-finance." + TOWNSHIP),
          entry("final-account", "township-finance." + TOWNSHIP),
          entry("subsidy-review", "department." + CITY),
          entry("city-payment", "finance." + CITY),
          entry("expert-scoring", "county." + COUNTY),
          entry("project-review", "county." + COUNTY),
          entry("project-approval", "county." + COUNTY),
          entry("implementation-scheme", "county." + COUNTY),
          entry("subsidy-application", "county." + COUNTY),
          entry("negotiation-approval", "county." + COUNTY),
          entry("change-review", "county." + COUNTY),
          entry("risk-decision", "county." + COUNTY),
          entry("county-acceptance", "county." + COUNTY));

  private final int port;
  private final String builder;
  private final String tenderer;
  private final String witness;
  private final String caseId;

  private ProjectRun(int port, String process, Map<String, Object> data) {
    this.port = port;
    boolean byCounty = process.equals("municipal-village-project");
    boolean byVillage = List.of("direct-household-project", "village-investment").contains(process);
    this.builder =
        byCounty ? "county." + COUNTY : (byVillage ? "village." + VILLAGE : "township." + TOWNSHIP);
    this.tenderer = byCounty ? "county." + COUNTY : "township." + TOWNSHIP;
    this.witness = byCounty ? "finance." + COUNTY : "township-finance." + TOWNSHIP;
    this.caseId =
        person("township." + TOWNSHIP)
            .post("/api/v1/cases", Map.of("process", process, "region", VILLAGE, "data", data))
            .ok()
            .path("id")
            .asString();
  }

  static ProjectRun of(int port, String process) {
    return new ProjectRun(port, process, application());
  }

  static ProjectRun of(int port, String process, Map<String, Object> application) {
    return new ProjectRun(port, process, application);
  }

  static Map<String, Object> application() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", "烈士陵村标准化大棚项目");
    data.put("kind", "facility");
    data.put("budget", 600000.30);
    data.put(
        "funds",
        List.of(
            Map.of("source", "city", "amount", 300000.10),
            Map.of("source", "county", "amount", 200000.10),
            Map.of("source", "village", "amount", 100000.10)));
    data.put("purpose", "建设标准化大棚二十亩，带动低收入户就业增收");
    data.put("implementingUnit", "烈士陵村股份经济合作社");
    return data;
  }

  String caseId() {
    return caseId;
  }

  Person person(String account) {
    return Person.official(port, account);
  }

  /** Who does the step in this project. */
  Person office(String step) {
    String usual =
        switch (step) {
          case "tender-document",
              "bid-opening-first",
              "bid-evaluation",
              "negotiation",
              "contract-signing" ->
              tenderer;
          case "bid-opening-second" -> witness;
          case "implementation-plan", "milestone-report", "rectification-report" -> builder;
          default -> OFFICES.getOrDefault(step, "township." + TOWNSHIP);
        };
    return person(usual);
  }

  /** Does steps as usual: hands in the evidence that they want, fills in the form, approves. */
  ProjectRun approve(String... steps) {
    for (String step : steps) {
      bringEvidence(step);
      office(step).decides(caseId, step, "approve", "", usual(step)).ok();
    }
    return this;
  }

  void bringEvidence(String step) {
    sheet(step)
        .at("/data/evidence")
        .valueStream()
        .filter(paper -> !paper.path("present").asBoolean())
        .forEach(paper -> office(step).attaches(caseId, paper.path("purpose").asString()).ok());
  }

  Person.Answer tries(String step, String outcome, Map<String, ?> data) {
    return office(step).decides(caseId, step, outcome, "说明", data);
  }

  JsonNode sheet(String step) {
    String id = office(step).task(caseId, step).path("id").asString();
    return office(step).get("/api/v1/tasks/" + id).ok();
  }

  /** Scores by the experts, as many as are needed. */
  ProjectRun score(int each) {
    for (int n = 0; n < 4; n++) {
      Map<String, Object> scores =
          Map.of("necessity", each, "feasibility", each, "benefit", each, "risk", each);
      office("expert-scoring")
          .decides(caseId, "expert-scoring", "approve", "", Map.of("scores", scores))
          .ok();
    }
    return this;
  }

  /** The tender that takes bids now. */
  JsonNode tender() {
    return Eventually.present(
        () -> "no open tender of " + caseId,
        () ->
            Person.anyone(port)
                .get("/api/v1/tenders?size=200&state=OPEN&region=" + VILLAGE)
                .ok()
                .path("items")
                .valueStream()
                .filter(tender -> tender.path("caseId").asString().equals(caseId))
                .findFirst());
  }

  Person.Answer bid(String tender, String bidder, Object amount) {
    return Person.anyone(port)
        .post(
            "/api/v1/tenders/" + tender + "/bids",
            Map.of(
                "bidder",
                bidder,
                "bidderCode",
                "91320600" + Math.abs(bidder.hashCode()),
                "amount",
                amount));
  }

  ProjectRun days(int days) {
    person("county." + COUNTY).post("/api/v1/demo/clock", Map.of("advance", "P" + days + "D")).ok();
    return this;
  }

  /** From the tender document to the contract, with three bidders. */
  ProjectRun tendered() {
    return awarded().noticePassed("TOWNSHIP").approve("contract-signing");
  }

  /** From the tender document to the notice of the award, with three bidders. */
  ProjectRun awarded() {
    approve("tender-document");
    String tender = tender().path("id").asString();
    bid(tender, "甲公司", 500000.10).ok();
    bid(tender, "乙公司", "480000.20").ok();
    bid(tender, "丙公司", 510000).ok();
    days(6);
    return approve("bid-opening-first", "bid-opening-second", "bid-evaluation");
  }

  ProjectRun built() {
    return approve("implementation-plan", "milestone-report", "milestone-report");
  }

  ProjectRun accepted() {
    return approve(
        "preliminary-acceptance", "acceptance-application", "county-acceptance", "final-account");
  }

  ProjectRun noticePassed(String kind) {
    notice(kind);
    return days(7);
  }

  JsonNode notice(String kind) {
    return Eventually.present(
        () -> "no " + kind + " notice of " + caseId,
        () ->
            Person.anyone(port)
                .get("/api/v1/notices?size=200&region=" + TOWNSHIP)
                .ok()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("caseId").asString().equals(caseId))
                .filter(notice -> notice.path("kind").asString().equals(kind))
                .findFirst());
  }

  JsonNode register() {
    return person("county." + COUNTY).get("/api/v1/projects/" + caseId).ok();
  }

  JsonNode ends(String status) {
    return person("county." + COUNTY).seesEnd(caseId, status);
  }

  private Map<String, Object> usual(String step) {
    String today = "2020-01-02";
    return switch (step) {
      case "project-survey" -> Map.of("surveyedOn", today, "findings", "现场条件具备");
      case "project-argument" -> Map.of("conclusion", "可行");
      case "investment-survey" -> Map.of("surveyedOn", today, "findings", "市场需求稳定");
      case "feasibility-study" -> Map.of("conclusion", "可行", "expectedIncome", 60000);
      case "democratic-decision" ->
          Map.of("meetingOn", today, "entitled", 60, "attended", 50, "agreed", 45);
      case "project-approval" ->
          Map.of("documentNumber", "通扶〔2026〕1号", "approvedAmount", 550000.25);
      case "implementation-scheme" -> Map.of("scheme", "分三步实施");
      case "tender-document" ->
          Map.of("title", "标准化大棚建设", "content", "见招标文件", "ceiling", 520000, "days", 5);
      case "bid-evaluation" -> Map.of("winner", lowestBid(), "reasons", "报价最低，方案合格");
      case "negotiation" -> Map.of("contractor", "甲公司", "amount", 500000, "record", "经两轮谈判");
      case "contract-signing" ->
          Map.of(
              "contractNumber", "HT-1",
              "contractAmount", sheet(step).at("/data/tender/award").decimalValue(),
              "signedOn", today,
              "startOn", "2026-12-01",
              "finishOn", "2027-06-01");
      case "implementation-plan" ->
          Map.of(
              "milestones",
              List.of(
                  Map.of("name", "基础", "plannedOn", "2027-01-01"),
                  Map.of("name", "大棚", "plannedOn", "2027-04-01")));
      case "milestone-report" -> Map.of("doneOn", today, "progress", "已完成");
      case "preliminary-acceptance", "county-acceptance" ->
          Map.of("acceptedOn", today, "checklist", List.of(Map.of("item", "建设内容", "passed", true)));
      case "acceptance-application" -> Map.of("summary", "已按合同完成");
      case "rectification-report" -> Map.of("done", "已整改");
      case "final-account" -> Map.of("finalAmount", 470000.20);
      case "county-payment" -> Map.of("amount", left(step), "paidOn", today, "voucher", "V1");
      case "township-payment", "direct-payment" ->
          Map.of(
              "payments", List.of(Map.of("payee", "甲公司", "amount", left(step), "paidOn", today)));
      case "county-matching" -> Map.of("amount", 200000.10);
      case "subsidy-application" -> Map.of("amount", 300000.10);
      case "city-payment" -> Map.of("amount", 300000.10, "paidOn", today, "voucher", "C1");
      case "performance-evaluation" ->
          Map.of("score", 92, "grade", "excellent", "conclusion", "目标完成");
      case "asset-registration" -> Map.of("assetName", "大棚", "owner", "村集体", "value", 470000.20);
      case "income-distribution" ->
          Map.of(
              "period",
              "2027年",
              "income",
              1000.30,
              "shares",
              List.of(
                  Map.of("beneficiary", "村集体", "amount", 300.10),
                  Map.of("beneficiary", "低收入户", "amount", 700.20)));
      default -> Map.of();
    };
  }

  private Object left(String step) {
    return sheet(step).at("/data/left").decimalValue();
  }

  private String lowestBid() {
    return sheet("bid-evaluation").at("/data/bids/0/id").asString();
  }
}
