package cn.sunshine.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.decisiontable.DecisionTables.Table;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Explanations;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableSheet;
import cn.sunshine.rules.TableSheets;
import cn.sunshine.trialrun.ChangeTrials;
import cn.sunshine.trialrun.TrialRun;
import cn.sunshine.trialrun.TrialRuns;
import cn.sunshine.trialrun.Wanted;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a released table says is what happens: terms of requests and doubts about assets. */
@RunningSystem
class TablesInUseTest {

  private static final String ROOT = "320281";
  private static final String PACK = "jiangyin";
  private static final String VILLAGE = "320281103003";

  @LocalServerPort int port;
  @Autowired DecisionTables tables;
  @Autowired Changes changes;
  @Autowired ChangeTrials trials;
  @Autowired TrialRuns runs;
  @Autowired Decisions decisions;
  @Autowired Explanations explanations;
  @Autowired Clock clock;

  PolicyStaff staff;
  Person approving;
  Person office;
  Person department;

  @BeforeEach
  void people() {
    staff = new PolicyStaff(PACK, ROOT, changes, port);
    approving = Person.official(port, "policy-approver." + ROOT);
    office = Person.official(port, "office." + ROOT);
    department = Person.official(port, "department." + ROOT);
  }

  /** All tests share one application. */
  @AfterEach
  void backToTheShippedTables() {
    staff.takesBack(
        RunningCases.MOVE, tables.of(PACK, staff.author()).stream().map(Table::artefact).toList());
    assertThat(decide("asset-thresholds", Map.of("item", "vehicle"))).isEqualTo("0");
    assertThat(decide("request-terms", Map.of("kind", "complaint", "step", "reply")))
        .isEqualTo("5");
  }

  @Test
  void everyTableOfThePackIsOnThePageOnce() {
    assertThat(tables.of(PACK, staff.author()))
        .extracting(Table::name)
        .containsExactlyInAnyOrder(
            "household-eligibility",
            "asset-thresholds",
            "complaint-sorting",
            "household-yearly-review",
            "request-terms",
            "alert-severity",
            "village-aid");
    assertThat(tables.of(PACK, staff.author()))
        .allSatisfy(
            table ->
                assertThat(
                        tables.check(
                            table,
                            tables.open(table, staff.author()).model(),
                            tests(table),
                            staff.author()))
                    .as(table.name())
                    .isEmpty());
  }

  @Test
  void aShorterTermCountsForNewRequestsAndRunningOnesKeepTheirs() {
    String before = accepted("help-request");
    assertThat(due(before)).isEqualTo(workingDaysFromNow(5));

    change("request-terms", "reply-to-help-request", "3", Map.of("求助的答复", 3));
    staff.releases(RunningCases.KEEP);

    assertThat(decide("request-terms", Map.of("kind", "help-request", "step", "reply")))
        .isEqualTo("3");
    assertThat(due(accepted("help-request"))).isEqualTo(workingDaysFromNow(3));
    assertThat(due(accepted("complaint"))).as("another row").isEqualTo(workingDaysFromNow(5));
    assertThat(due(before)).as("the running case").isEqualTo(workingDaysFromNow(5));
  }

  @Test
  void oneMoreFreeVehicleEndsADoubtInDecisionsAndInATrialRun() {
    assertThat(outcome(Map.of("item", "vehicle", "region", ROOT, "count", 1))).isEqualTo("DOUBTS");

    change("asset-thresholds", "vehicle", "1", Map.of("车辆免核 0 件", 1));
    TrialRun run = trial();
    assertThat(run.problem()).isEmpty();
    assertThat(run.changed()).as("of three households, the one with a single car").isEqualTo(1);
    staff.releases(RunningCases.KEEP);

    assertThat(outcome(Map.of("item", "vehicle", "region", ROOT, "count", 1)))
        .isEqualTo("ELIGIBLE");
    assertThat(outcome(Map.of("item", "vehicle", "region", ROOT, "count", 2))).isEqualTo("DOUBTS");
    assertThat(outcome(Map.of("item", "housing", "region", ROOT, "count", 2))).isEqualTo("DOUBTS");
    assertThat(version()).as("the first table as shipped, the other released").startsWith("1.");
  }

  @Test
  void aDecisionByAnEarlierTableOfAssetsIsReplayedByThatTable() {
    change("asset-thresholds", "vehicle", "1", Map.of("车辆免核 0 件", 1));
    staff.releases(RunningCases.KEEP);
    String caseId =
        Person.official(port, "village." + VILLAGE).applies(VILLAGE, Applications.withinTheLine());
    DecisionRecord decided =
        Eventually.present(() -> caseId + " is not judged", () -> decisions.latest(caseId));
    assertThat(decided.version()).startsWith("1.");

    changes.goBack(
        table("asset-thresholds").artefact(),
        PolicyVersion.SHIPPED,
        RunningCases.MOVE,
        "改回",
        staff.approver());

    assertThat(explanations.of(decided).again())
        .hasValueSatisfying(again -> assertThat(again.outcome()).isEqualTo(decided.outcome()));
  }

  @Test
  void aSeverityThatIsReleasedIsThatOfTheNextAlert() {
    String request = accepted("help-request");
    change(
        "alert-severity",
        "request-overdue",
        "\"MEDIUM\"",
        Map.of("投诉举报答复刚逾期", "MEDIUM", "求助答复逾期5个工作日", "MEDIUM"));
    staff.releases(RunningCases.KEEP);

    office.post("/api/v1/demo/clock", Map.of("set", due(request).plusMinutes(1).toString())).ok();

    JsonNode alert =
        Eventually.present(
            () -> "no alert about " + request,
            () -> alertOf(request).filter(one -> one.path("stage").asString().equals("SUPERIOR")));
    assertThat(alert.path("severity").asString()).isEqualTo("MEDIUM");
    assertThat(alert.path("rule").asString()).isEqualTo("request-overdue");
    assertThat(alert.path("version").asString()).doesNotStartWith("1-");
  }

  private Optional<JsonNode> alertOf(String caseId) {
    return office
        .get("/api/v1/supervision/tasks?region=" + VILLAGE + "&show=overdue&size=500")
        .ok()
        .path("items")
        .valueStream()
        .filter(item -> item.path("caseId").asString().equals(caseId))
        .map(item -> item.path("alert"))
        .filter(JsonNode::isObject)
        .findFirst();
  }

  @Test
  void aTermOfNoDaysOrHalfADayCannotBeReleased() {
    for (String days : List.of("0", "2.5", "400")) {
      assertThat(change("request-terms", "acceptance", days, Map.of()))
          .as(days)
          .anyMatch(fault -> fault.isError() && fault.element().equals("acceptance-output"));
    }
  }

  /** Changes one answer of a table in the change in hand, and what its test cases expect. */
  private List<ArtefactFault> change(
      String name, String row, String answer, Map<String, Object> expected) {
    Table table = table(name);
    String model = tables.open(table, staff.author()).model();
    List<TableSheet> sheets =
        TableSheets.of(model).stream()
            .map(
                sheet ->
                    new TableSheet(
                        sheet.decision(),
                        sheet.name(),
                        sheet.conditions(),
                        sheet.answer(),
                        sheet.rows().stream()
                            .map(
                                old ->
                                    old.id().equals(row)
                                        ? new TableSheet.Row(
                                            old.id(), old.cells(), answer, old.note())
                                        : old)
                            .toList()))
            .toList();
    List<TableCase> cases =
        CaseTexts.read(tests(table)).orElseThrow().stream()
            .map(
                one ->
                    expected.containsKey(one.name())
                        ? new TableCase(
                            one.name(), one.inputs(), Map.of("outcome", expected.get(one.name())))
                        : one)
            .toList();
    return tables.save(
        table, TableSheets.with(model, sheets), CaseTexts.write(cases), staff.author());
  }

  private Table table(String name) {
    return tables.of(PACK, staff.author()).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String tests(Table table) {
    return tables.open(table, staff.author()).tests();
  }

  /** Tries the change in hand over three households: without a car, with one, with two. */
  private TrialRun trial() {
    String sheet =
        """
        编号,地区编码,家庭人口,家庭年收入,车辆
        甲,320281103003,3,12000,0
        乙,320281103003,3,12000,1
        丙,320281103003,3,12000,2
        """;
    String id =
        trials.startSheet(
            changes.inHand(PACK, staff.author()).orElseThrow().id(),
            Wanted.ELIGIBILITY,
            LocalDate.now(clock),
            UUID.randomUUID().toString(),
            "户.csv",
            sheet.getBytes(StandardCharsets.UTF_8),
            staff.author());
    return Eventually.present(
        () -> "the trial run does not end",
        () -> Optional.of(runs.find(id, staff.author())).filter(run -> run.state().isOver()));
  }

  private String outcome(Map<String, Object> asset) {
    return decide(
        "household-eligibility",
        Map.of("members", 3, "yearlyIncome", 12_000, "assets", List.of(asset)));
  }

  private String version() {
    return approving
        .post(
            "/api/v1/decisions/household-eligibility",
            Map.of(
                "jurisdiction",
                PACK,
                "facts",
                Map.of("members", 3, "yearlyIncome", 12_000, "assets", List.of())))
        .ok()
        .path("version")
        .asString();
  }

  private String decide(String ruleSet, Map<String, Object> facts) {
    return approving
        .post("/api/v1/decisions/" + ruleSet, Map.of("jurisdiction", PACK, "facts", facts))
        .ok()
        .path("outcome")
        .asString();
  }

  private String accepted(String kind) {
    Map<String, Object> request = new HashMap<>();
    request.put("kind", kind);
    request.put("region", VILLAGE);
    request.put("subject", "大棚");
    request.put("text", "大棚的事请答复。");
    request.put("contact", "李先生 13912345678");
    String caseId =
        Person.anyone(port).post("/api/v1/complaints", request).ok().path("caseId").asString();
    office
        .decides(
            caseId,
            "acceptance",
            "approve",
            "",
            Map.of("department", "agriculture", "severity", "ORDINARY"))
        .ok();
    return caseId;
  }

  private OffsetDateTime due(String caseId) {
    return OffsetDateTime.parse(department.task(caseId, "reply").path("due").asString());
  }

  private OffsetDateTime workingDaysFromNow(int days) {
    JsonNode answer =
        office
            .get(
                "/api/v1/deadlines?from=%s&workingDays=%d"
                    .formatted(
                        clock
                            .instant()
                            .atZone(clock.getZone())
                            .toOffsetDateTime()
                            .toString()
                            .replace("+", "%2B"),
                        days))
            .ok();
    return OffsetDateTime.parse(answer.path("due").asString());
  }
}
