package cn.sunshine.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.household.Households;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** NT-10, NT-26: the yearly review, started by a person or by its timer, and what becomes of it. */
@RunningSystem
class YearlyReviewTest {

  /** A development zone that no other test uses: a round goes through all of it. */
  private static final String COUNTY = "320671";

  private static final String VILLAGE = "320671001001";

  @LocalServerPort int port;
  @Autowired Households households;
  @Autowired ReviewCalendar calendar;

  Person village;
  Person township;
  Person county;
  String number;

  @BeforeEach
  void aRegisteredHousehold() {
    village = Person.official(port, "village." + VILLAGE);
    township = Person.official(port, "township.320671001");
    county = Person.official(port, "county." + COUNTY);
    number = households.register(RegisteredPeople.household("NT", VILLAGE, "沈阿福"));
  }

  @Test
  void aHouseholdStillUnderTheLineIsKept() {
    String caseId = review(number);
    reports(caseId, 12_000);

    JsonNode sheet = sheet(township, caseId, "review-decision");
    assertThat(sheet.at("/data/ruleOutcome").asString()).isEqualTo("KEEP");
    assertThat(sheet.path("outcomes").toString()).contains("keep", "adjust", "exit", "return");
    township.decides(caseId, "review-decision", "keep").ok();

    assertThat(ended(caseId)).isEqualTo("KEPT");
    assertThat(household().path("status").asString()).isEqualTo("ACTIVE");
    assertThat(township.seesCase(caseId).at("/decisions/0/stage").asString()).isEqualTo("review");
  }

  @Test
  void aChangedIncomeAdjustsTheRegister() {
    String caseId = review(number);
    village
        .decides(
            caseId,
            "income-report",
            "approve",
            "",
            Map.of("yearlyIncome", 13_500, "causes", List.of("disability"), "address", "五组 8 号"))
        .ok();

    assertThat(sheet(township, caseId, "review-decision").at("/data/ruleOutcome").asString())
        .isEqualTo("ADJUST");
    township.decides(caseId, "review-decision", "adjust").ok();

    assertThat(ended(caseId)).isEqualTo("ADJUSTED");
    JsonNode now = household();
    assertThat(now.path("yearlyIncome").decimalValue()).isEqualByComparingTo("13500");
    assertThat(now.path("causes").toString()).contains("disability").doesNotContain("illness");
    assertThat(now.path("address").asString()).isEqualTo("五组 8 号");
    assertThat(now.at("/head/phone").asString()).isEqualTo("13812345678");
  }

  @Test
  void anIncomeOverTheLineStartsTheExitWhenTheCountyAgrees() {
    String caseId = review(number);
    reports(caseId, 40_000);
    assertThat(sheet(township, caseId, "review-decision").at("/data/ruleOutcome").asString())
        .isEqualTo("EXIT");
    township.decides(caseId, "review-decision", "exit", "达到标准", Map.of()).ok();

    county.approves(caseId, "exit-review");

    assertThat(ended(caseId)).isEqualTo("EXIT");
    String exit = township.seesCase(caseId).at("/result/exitCase").asString();
    JsonNode started = village.seesCase(exit);
    assertThat(started.path("process").asString()).isEqualTo("household-exit");
    assertThat(started.at("/data/reason").asString()).isEqualTo("达到标准");
    assertThat(started.at("/data/note").asString()).contains(caseId);
    township.approves(exit, "exit-township-check");
    county.approves(exit, "exit-county-confirmation");
    village.seesEnd(exit, "COMPLETED");
    assertThat(household().path("status").asString()).isEqualTo("EXITED");
  }

  @Test
  void anExitThatTheCountyRefusesKeepsTheHousehold() {
    String caseId = review(number);
    reports(caseId, 40_000);
    township.decides(caseId, "review-decision", "exit").ok();

    county.decides(caseId, "exit-review", "reject", "收入是一次性的", Map.of()).ok();

    assertThat(ended(caseId)).isEqualTo("KEPT");
    assertThat(household().path("status").asString()).isEqualTo("ACTIVE");
  }

  @Test
  void whoDecidesOtherwiseThanTheRulesProposeSaysWhy() {
    String caseId = review(number);
    reports(caseId, 40_000);

    Person.Answer silent = township.decides(caseId, "review-decision", "keep");
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.detail()).contains("理由");
    township.decides(caseId, "review-decision", "keep", "收入是一次性的征地补偿", Map.of()).ok();

    assertThat(ended(caseId)).isEqualTo("KEPT");
  }

  @Test
  void theTownshipSendsTheReportBack() {
    String caseId = review(number);
    reports(caseId, 12_000);

    township.decides(caseId, "review-decision", "return", "漏了务工收入", Map.of()).ok();

    reports(caseId, 20_000);
    assertThat(sheet(township, caseId, "review-decision").at("/data/ruleOutcome").asString())
        .isEqualTo("EXIT");
  }

  @Test
  void aReviewEndsByItselfWhenTheHouseholdLeavesOtherwise() {
    String caseId = review(number);
    String exit =
        village
            .post(
                "/api/v1/cases",
                Map.of(
                    "process",
                    "household-exit",
                    "region",
                    VILLAGE,
                    "data",
                    Map.of("householdNumber", number, "yearlyIncome", 50_000, "reason", "户主再婚迁出")))
            .ok()
            .path("id")
            .asString();
    township.approves(exit, "exit-township-check");
    county.approves(exit, "exit-county-confirmation");

    village.seesEnd(exit, "COMPLETED");
    township.seesEnd(caseId, "WITHDRAWN");
  }

  @Test
  void aHouseholdHasOneReviewAtATime() {
    review(number);

    assertThat(start("county." + COUNTY, number).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "village.320671001001",
        "group.320671001001",
        "farmer.320671001001",
        "helper.320671001001",
        "township.320671002",
        "county.320613",
        "department.320671",
        "office.320671",
        "policy.3206",
        "admin"
      })
  void onlyTheTownshipAndTheCountyStartAReviewByHand(String account) {
    assertThat(start(account, number).status()).isEqualTo(403);
  }

  @Test
  void aRoundOfTheCountyGoesThroughEveryHouseholdOnceAndShowsHowFarItIs() {
    List<String> more =
        IntStream.range(0, 25)
            .mapToObj(i -> households.register(RegisteredPeople.household("NT", VILLAGE, "户" + i)))
            .toList();

    String round = startRound("county." + COUNTY, COUNTY, Map.of()).ok().path("id").asString();

    JsonNode all =
        Eventually.present(
            () -> "the round has not started all: " + rounds(),
            () -> roundOf(round).filter(r -> r.path("allStarted").asBoolean()));
    assertThat(all.at("/total/waiting").asLong()).isZero();
    assertThat(all.at("/total/started").asLong()).isGreaterThanOrEqualTo(26);
    assertThat(all.path("places").toString()).contains("320671001");
    String first =
        Eventually.present(
            () -> "no review of " + more.getFirst(),
            () ->
                village
                    .get("/api/v1/tasks?view=group&size=200&q=" + more.getFirst())
                    .ok()
                    .path("items")
                    .valueStream()
                    .map(task -> task.path("caseId").asString())
                    .findFirst());
    long kept = all.at("/total/kept").asLong();
    reports(first, 12_000);
    township.decides(first, "review-decision", "keep").ok();
    Eventually.holds(
        "the round does not count what was kept",
        () -> roundOf(round).orElseThrow().at("/total/kept").asLong() == kept + 1);

    String again = startRound("county." + COUNTY, COUNTY, Map.of()).ok().path("id").asString();
    JsonNode second =
        Eventually.present(
            () -> "the second round has not started all: " + rounds(),
            () -> roundOf(again).filter(r -> r.path("allStarted").asBoolean()));
    assertThat(second.at("/total/started").asLong()).isLessThan(26);
  }

  @Test
  void aPlannedRoundStartsByItsTimer() {
    String today = now().toLocalDate().toString();
    String tomorrow = now().toLocalDate().plusDays(1).toString();
    assertThat(startRound("policy.3206", COUNTY, Map.of("start", "2019-01-01")).status())
        .isEqualTo(422);
    String round =
        startRound("policy.3206", COUNTY, Map.of("start", tomorrow)).ok().path("id").asString();
    assertThat(roundOf(round).orElseThrow().at("/total/started").asLong()).isZero();
    assertThat(county.get("/api/v1/cases?q=" + round).ok().path("total").asInt()).isZero();
    county.seesCase(round);

    county.post("/api/v1/demo/clock", Map.of("advance", "P1D")).ok();

    Eventually.holds(
        "the timer of " + tomorrow + " has not started it since " + today,
        () -> roundOf(round).orElseThrow().path("allStarted").asBoolean());
  }

  @Test
  void everyPackPlansItsNextRoundOnceForItsDate() {
    calendar.planNext("nantong");
    calendar.planNext("nantong");

    List<JsonNode> planned =
        Person.official(port, "office.3206")
            .get("/api/v1/review-rounds")
            .ok()
            .path("items")
            .valueStream()
            .filter(round -> round.path("automatic").asBoolean())
            .filter(round -> OffsetDateTime.parse(round.path("startsAt").asString()).isAfter(now()))
            .toList();
    assertThat(planned).hasSize(1);
    assertThat(
            OffsetDateTime.parse(planned.getFirst().path("startsAt").asString())
                .atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime()
                .toString())
        .endsWith("-11-01T00:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "village.320671001001",
        "township.320671001",
        "county.320613",
        "department.320671",
        "office.320671",
        "admin"
      })
  void onlyTheOfficeAndThePolicyStaffStartARound(String account) {
    assertThat(startRound(account, COUNTY, Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aFarmerDoesNotSeeTheRounds() {
    assertThat(Person.official(port, "farmer." + VILLAGE).get("/api/v1/review-rounds").status())
        .isEqualTo(403);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.parse(
        county.post("/api/v1/demo/clock", Map.of("advance", "PT0S")).ok().path("now").asString());
  }

  private JsonNode rounds() {
    return county.get("/api/v1/review-rounds").ok();
  }

  private Optional<JsonNode> roundOf(String caseId) {
    return rounds()
        .path("items")
        .valueStream()
        .filter(round -> round.path("caseId").asString().equals(caseId))
        .findFirst();
  }

  private Person.Answer startRound(String account, String region, Map<String, Object> data) {
    return Person.official(port, account)
        .post(
            "/api/v1/cases",
            Map.of("process", "yearly-review-round", "region", region, "data", data));
  }

  private String review(String household) {
    return start("township.320671001", household).ok().path("id").asString();
  }

  private Person.Answer start(String account, String household) {
    return Person.official(port, account)
        .post(
            "/api/v1/cases",
            Map.of(
                "process",
                "household-yearly-review",
                "region",
                VILLAGE,
                "data",
                Map.of("householdNumber", household)));
  }

  private void reports(String caseId, int income) {
    village.decides(caseId, "income-report", "approve", "", Map.of("yearlyIncome", income)).ok();
  }

  private static JsonNode sheet(Person official, String caseId, String step) {
    return official.get("/api/v1/tasks/" + official.task(caseId, step).path("id").asString()).ok();
  }

  private String ended(String caseId) {
    return township.seesEnd(caseId, "COMPLETED").at("/result/outcome").asString();
  }

  private JsonNode household() {
    return county.get("/api/v1/households/" + number).ok();
  }
}
