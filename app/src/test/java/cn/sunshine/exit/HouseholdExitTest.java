package cn.sunshine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.household.Households;
import cn.sunshine.household.NewHousehold;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** NT-10: from a village's report to the register, and back again (JY-3, YC-1). */
@RunningSystem
class HouseholdExitTest {

  private static final String VILLAGE = "320613020203";

  @LocalServerPort int port;
  @Autowired Households households;

  NewHousehold entry;
  String number;
  Person village;
  Person township;
  Person county;

  @BeforeEach
  void aRegisteredHousehold() {
    entry = RegisteredPeople.household("NT", VILLAGE, "洪德全");
    number = households.register(entry);
    village = Person.official(port, "village." + VILLAGE);
    township = Person.official(port, "township.320613020");
    county = Person.official(port, "county.320613");
  }

  @Test
  void aConfirmedExitIsInTheRegisterAtOnceWithTheDateUntilWhichPoliciesAreKept() {
    String caseId = reported();

    township.approves(caseId, "exit-township-check");
    county.approves(caseId, "exit-county-confirmation");

    JsonNode ended = village.seesEnd(caseId, "COMPLETED");
    assertThat(ended.at("/result/outcome").asString()).isEqualTo("EXITED");
    assertThat(ended.at("/result/householdNumber").asString()).isEqualTo(number);
    LocalDate exitedOn = LocalDate.parse(ended.at("/result/exitedOn").asString());
    assertThat(ended.at("/result/keptUntil").asString())
        .isEqualTo(exitedOn.plusYears(2).toString());
    JsonNode household = county.get("/api/v1/households/" + number).ok();
    assertThat(household.path("status").asString()).isEqualTo("EXITED");
    assertThat(household.path("exitedOn").asString()).isEqualTo(exitedOn.toString());
    assertThat(household.path("keptUntil").asString()).isEqualTo(exitedOn.plusYears(2).toString());
    assertThat(household.path("exitReason").asString()).isEqualTo("儿子就业，收入稳定");
    assertThat(household.path("exitCaseId").asString()).isEqualTo(caseId);
    assertThat(found("policies=kept&q=" + number)).isEqualTo(1);
    assertThat(found("policies=ended&q=" + number)).isZero();
    assertThat(found("status=EXITED&q=" + number)).isEqualTo(1);
    assertThat(found("status=ACTIVE&q=" + number)).isZero();
  }

  @Test
  void theRulesAdviseTheReviewers() {
    String caseId = reported();

    JsonNode sheet =
        township
            .get(
                "/api/v1/tasks/"
                    + township.task(caseId, "exit-township-check").path("id").asString())
            .ok();

    assertThat(sheet.at("/data/ruleOutcome").asString()).isEqualTo("EXIT");
    assertThat(sheet.at("/data/ruleFindings/0/policy").asString()).isEqualTo("NT-10");
    assertThat(sheet.at("/data/ruleFindings/0/message").asString())
        .isEqualTo("人均年收入 15,000.00 元，超过 7,000.00 元，达到退出标准（NT-10）。");
  }

  @Test
  void aRefusedExitLeavesTheHouseholdOnTheRollAndCanBeReportedAgain() {
    String caseId = reported();

    township.decides(caseId, "exit-township-check", "reject", "收入不稳定，再看一年", Map.of()).ok();

    assertThat(village.seesEnd(caseId, "REJECTED").at("/result/reason").asString())
        .isEqualTo("收入不稳定，再看一年");
    assertThat(statusOf(number)).isEqualTo("ACTIVE");
    reported();
  }

  @Test
  void aRefusalNeedsItsReason() {
    String caseId = reported();
    township.approves(caseId, "exit-township-check");

    Person.Answer answer = county.decides(caseId, "exit-county-confirmation", "reject");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.detail()).contains("理由");
  }

  @Test
  void aReturnedReportIsCorrectedAndCheckedAgain() {
    String caseId = reported();
    township.approves(caseId, "exit-township-check");
    county.decides(caseId, "exit-county-confirmation", "return", "收入请核实", Map.of()).ok();

    village.decides(caseId, "correction", "approve", "", Map.of("yearlyIncome", 26_000)).ok();

    township.task(caseId, "exit-township-check");
    assertThat(village.seesCase(caseId).at("/data/yearlyIncome").asInt()).isEqualTo(26_000);
    assertThat(village.seesCase(caseId).path("decisions").size()).isEqualTo(2);
  }

  @Test
  void theCountyCanSendItBackToTheTownship() {
    String caseId = reported();
    township.approves(caseId, "exit-township-check");

    county
        .decides(
            caseId,
            "exit-county-confirmation",
            "return",
            "请再入户核实",
            Map.of("to", "exit-township-check"))
        .ok();

    township.task(caseId, "exit-township-check");
  }

  @Test
  void theReporterWithdrawsAndNobodyHasATaskLeft() {
    String caseId = reported();
    township.task(caseId, "exit-township-check");

    village.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "报错了户")).ok();

    village.seesEnd(caseId, "WITHDRAWN");
    assertThat(township.tasksOf(caseId)).isEmpty();
    assertThat(statusOf(number)).isEqualTo("ACTIVE");
  }

  @Test
  void oneHouseholdHasOneExitAtATimeAndNoneAfterIt() {
    String caseId = reported();

    assertThat(report(number).status()).isEqualTo(422);
    assertThat(report(number).detail()).contains(caseId);
    township.approves(caseId, "exit-township-check");
    county.approves(caseId, "exit-county-confirmation");
    village.seesEnd(caseId, "COMPLETED");
    assertThat(report(number).status()).isEqualTo(422);
    assertThat(report(number).detail()).contains("已经退出");
  }

  @Test
  void onlyAHouseholdOfTheVillageCanBeReported() {
    Person.Answer unknown = report("NT-" + VILLAGE + "-9999");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body().at("/errors/0/field").asString()).isEqualTo("householdNumber");

    String elsewhere = households.register(RegisteredPeople.household("NT", "320613020204", "甲"));
    assertThat(report(elsewhere).status()).isEqualTo(422);
  }

  @Test
  void aReportSaysHowMuchAndWhy() {
    Person.Answer answer = start("village." + VILLAGE, Map.of("householdNumber", number));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").toString()).contains("yearlyIncome", "reason");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "village.320613020204",
        "group.320613020203",
        "farmer.320613020203",
        "helper.320613020203",
        "township.320613020",
        "county.320613",
        "county.3206",
        "department.320613",
        "office.320613",
        "policy.3206",
        "admin"
      })
  void onlyTheVillageItselfReports(String account) {
    Person.Answer answer = start(account, report());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.detail()).isNotBlank();
  }

  @Test
  void everybodySeesAndDecidesOnlyWhatIsTheirs() {
    String caseId = reported();
    String task = township.task(caseId, "exit-township-check").path("id").asString();

    for (String blind :
        List.of("village.320613020204", "farmer." + VILLAGE, "county.320612", "policy.3206")) {
      assertThat(Person.official(port, blind).get("/api/v1/cases/" + caseId).status())
          .as(blind)
          .isEqualTo(404);
    }
    for (String other :
        List.of("village." + VILLAGE, "county.320613", "township.320613021", "office.320613")) {
      assertThat(
              Person.official(port, other)
                  .post("/api/v1/tasks/" + task + "/complete", Map.of("outcome", "approve"))
                  .status())
          .as(other)
          .isEqualTo(404);
    }
    assertThat(
            Person.official(port, "office.320613")
                .post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "不报了"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void whoReturnsToPovertyIsComparedFirstAndGetsAnEntryThatNamesTheEarlierOne() {
    String exit = reported();
    township.approves(exit, "exit-township-check");
    county.approves(exit, "exit-county-confirmation");
    village.seesEnd(exit, "COMPLETED");
    Map<String, Object> application = new LinkedHashMap<>(Applications.withinTheLine());
    application.put(
        "head",
        Map.of("name", "洪德全", "idNumber", entry.head().idNumber().value(), "phone", "13800000000"));

    String caseId = village.applies(VILLAGE, application);

    Person group = Person.official(port, "group." + VILLAGE);
    group.task(caseId, "group-review");
    assertThat(actions(caseId))
        .containsSubsequence("apply", "returned-to-poverty", "assets-compared", "doubts-raised");
    group.approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    afterTheNotice(caseId, 1);
    township.approves(caseId, "township-check");
    afterTheNotice(caseId, 2);
    county.approves(caseId, "county-sign-off");
    String back = village.seesEnd(caseId, "COMPLETED").at("/result/householdNumber").asString();

    assertThat(back).isNotEqualTo(number);
    assertThat(
            county
                .get("/api/v1/households/" + back)
                .ok()
                .path("previousHouseholdNumber")
                .asString())
        .isEqualTo(number);
    JsonNode before = county.get("/api/v1/households/" + number).ok();
    assertThat(before.path("returnedAs").asString()).isEqualTo(back);
    assertThat(before.path("status").asString()).isEqualTo("EXITED");
  }

  private List<String> actions(String caseId) {
    return village
        .seesCase(caseId)
        .path("timeline")
        .valueStream()
        .map(entry -> entry.path("action").asString())
        .toList();
  }

  private void afterTheNotice(String caseId, int which) {
    Eventually.holds(
        "notice " + which + " of " + caseId + " does not hang",
        () -> actions(caseId).stream().filter("notice-opened"::equals).count() == which);
    county.post("/api/v1/demo/clock", Map.of("advance", "P7D")).ok();
  }

  private String reported() {
    return report(number).ok().path("id").asString();
  }

  private Person.Answer report(String household) {
    Map<String, Object> report = new LinkedHashMap<>(report());
    report.put("householdNumber", household);
    return start("village." + VILLAGE, report);
  }

  private Map<String, Object> report() {
    return Map.of(
        "householdNumber", number, "yearlyIncome", 30_000, "reason", "儿子就业，收入稳定", "note", "");
  }

  private Person.Answer start(String account, Map<String, Object> data) {
    return Person.official(port, account)
        .post(
            "/api/v1/cases", Map.of("process", "household-exit", "region", VILLAGE, "data", data));
  }

  private int found(String query) {
    return county.get("/api/v1/households?" + query).ok().path("total").asInt();
  }

  private String statusOf(String household) {
    return county.get("/api/v1/households/" + household).ok().path("status").asString();
  }
}
