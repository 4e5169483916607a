package cn.sunshine.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** NT-8, NT-9: from a village's application to the register, as the officials go through it. */
@RunningSystem
class HouseholdAdmissionTest {

  private static final String VILLAGE = "320612101200";

  @LocalServerPort int port;

  @Value("${sunshine.data-dir}")
  Path dataDir;

  Person village;
  Person group;
  Person township;
  Person county;
  Person city;
  Person farmer;

  @BeforeEach
  void officials() {
    village = Person.official(port, "village." + VILLAGE);
    group = Person.official(port, "group." + VILLAGE);
    farmer = Person.official(port, "farmer." + VILLAGE);
    township = Person.official(port, "township.320612101");
    county = Person.official(port, "county.320612");
    city = Person.official(port, "comparison.3206");
  }

  @Test
  void anEligibleHouseholdThatEveryoneApprovesIsEnteredInTheRegister() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());

    throughBothNotices(caseId);
    county.approves(caseId, "county-sign-off");

    JsonNode ended = village.seesEnd(caseId, "COMPLETED");
    assertThat(ended.at("/result/outcome").asString()).isEqualTo("ADMITTED");
    String number = ended.at("/result/householdNumber").asString();
    assertThat(number).startsWith("NT-" + VILLAGE);
    JsonNode household = county.get("/api/v1/households/" + number).ok();
    assertThat(household.toString()).contains("张建国");
    assertThat(ended.path("decisions").size()).isGreaterThanOrEqualTo(2);
    assertThat(ended.at("/decisions/0/findings/0/policy").asString()).isEqualTo("NT-8");
  }

  @Test
  void aFarmersApplicationThatTheGroupRejectsEndsWithTheReason() {
    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());

    group.decides(caseId, "group-review", "reject", "家中有经营收入未申报", Map.of()).ok();

    JsonNode ended = farmer.seesEnd(caseId, "REJECTED");
    assertThat(ended.at("/result/outcome").asString()).isEqualTo("REFUSED");
    assertThat(ended.at("/result/reason").asString()).isEqualTo("家中有经营收入未申报");
  }

  @Test
  void aRejectionWithoutAReasonIsNotTaken() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());

    Person.Answer answer = group.decides(caseId, "group-review", "reject");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.detail()).contains("理由");
    group.task(caseId, "group-review");
  }

  @Test
  void aReturnedApplicationComesBackToTheApplicantAndThenToTheGroup() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());

    group.decides(caseId, "group-review", "return", "收入写错了", Map.of()).ok();
    village.decides(caseId, "correction", "approve", "", Map.of("yearlyIncome", 18_000)).ok();

    group.task(caseId, "group-review");
    assertThat(village.seesCase(caseId).at("/data/yearlyIncome").asInt()).isEqualTo(18_000);
  }

  @Test
  void theTownshipCanSendACaseBackToTheVillageCommittee() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    waitForNotice(caseId, "VILLAGE");
    afterTheNotice();

    township
        .decides(caseId, "township-check", "return", "请补充评议记录", Map.of("to", "committee-review"))
        .ok();

    village.task(caseId, "committee-review");
  }

  @Test
  void anObjectionGoesToTheVillageCommitteeBeforeTheCaseGoesOn() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    object(caseId, "他家去年买了商品房");

    afterTheNotice();
    JsonNode review = village.task(caseId, "objection-review");
    assertThat(township.tasksOf(caseId)).isEmpty();
    JsonNode sheet = village.get("/api/v1/tasks/" + review.path("id").asString()).ok();
    assertThat(sheet.at("/data/objection/text").asString()).isEqualTo("他家去年买了商品房");
    village.approves(caseId, "objection-review");

    township.task(caseId, "township-check");
  }

  @Test
  void anUpheldObjectionRefusesTheHousehold() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    object(caseId, "常年不在村里居住");

    village.decides(caseId, "objection-review", "reject", "经查属实", Map.of()).ok();

    assertThat(village.seesEnd(caseId, "REJECTED").at("/result/reason").asString())
        .isEqualTo("经查属实");
  }

  @Test
  void theApplicantWithdrawsAndNobodyHasATaskLeft() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.task(caseId, "group-review");

    village.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "已外出务工")).ok();

    JsonNode ended = village.seesEnd(caseId, "WITHDRAWN");
    assertThat(ended.at("/result/outcome").asString()).isEqualTo("WITHDRAWN");
    assertThat(ended.path("openTasks").size()).isZero();
    assertThat(group.tasksOf(caseId)).isEmpty();
  }

  @Test
  void aVehicleRaisesADoubtThatTheCountyDismisses() throws IOException {
    Map<String, Object> application = Applications.withinTheLine();
    bureauReports(Applications.headOf(application) + ",vehicle,320612,货车一辆,30000,2026-10-31");
    String caseId = village.applies(VILLAGE, application);
    throughBothNotices(caseId);

    JsonNode sheet = investigation(caseId);
    assertThat(sheet.at("/data/doubts").size()).isEqualTo(1);
    find(caseId, sheet, false);
    county.approves(caseId, "county-sign-off");

    village.seesEnd(caseId, "COMPLETED");
  }

  @Test
  void anUpheldDoubtMakesTheHouseholdIneligible() throws IOException {
    Map<String, Object> application = Applications.withinTheLine();
    bureauReports(Applications.headOf(application) + ",vehicle,320612,轿车,90000,2026-10-31");
    String caseId = village.applies(VILLAGE, application);
    throughBothNotices(caseId);

    find(caseId, investigation(caseId), true);

    JsonNode ended = village.seesEnd(caseId, "REJECTED");
    assertThat(ended.at("/result/outcome").asString()).isEqualTo("REFUSED");
    assertThat(ended.path("decisions").valueStream().toList().getLast().path("outcome").asString())
        .isEqualTo("INELIGIBLE");
  }

  @Test
  void anAssetInAnotherCountyIsComparedByTheCity() throws IOException {
    Map<String, Object> application = Applications.withinTheLine();
    bureauReports(Applications.headOf(application) + ",vehicle,320613,轿车,90000,2026-10-31");
    String caseId = village.applies(VILLAGE, application);
    throughBothNotices(caseId);

    city.approves(caseId, "city-comparison");

    assertThat(investigation(caseId).at("/data/doubts").size()).isEqualTo(1);
  }

  @Test
  void anIncomeOverTheLineIsRefusedByTheRulesWhateverTheReviewersSay() {
    String caseId = village.applies(VILLAGE, Applications.of(21_001));
    throughBothNotices(caseId);

    JsonNode ended = village.seesEnd(caseId, "REJECTED");
    assertThat(ended.at("/result/reason").asString()).contains("7,000");
  }

  @Test
  void thePersonOfARunningCaseCannotApplyAgain() {
    Map<String, Object> application = Applications.withinTheLine();
    village.applies(VILLAGE, application);

    Person.Answer again =
        village.post(
            "/api/v1/cases",
            Map.of("process", "household-admission", "region", VILLAGE, "data", application));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body().at("/errors/0/field").asString()).isEqualTo("head.idNumber");
  }

  @Test
  void aStartSentTwiceWithTheSameKeyMakesOneCase() {
    Map<String, Object> start = new LinkedHashMap<>();
    start.put("process", "household-admission");
    start.put("region", VILLAGE);
    start.put("data", Applications.withinTheLine());

    String first = village.post("/api/v1/cases", start, "key-1").ok().path("id").asString();
    String second = village.post("/api/v1/cases", start, "key-1").ok().path("id").asString();

    assertThat(second).isEqualTo(first);
  }

  private void throughBothNotices(String caseId) {
    group.approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    waitForNotice(caseId, "VILLAGE");
    afterTheNotice();
    township.approves(caseId, "township-check");
    waitForNotice(caseId, "TOWNSHIP");
    afterTheNotice();
  }

  private void object(String caseId, String text) {
    String notice = waitForNotice(caseId, "VILLAGE").path("id").asString();
    Person.anyone(port)
        .post("/api/v1/notices/" + notice + "/objections", Map.of("text", text))
        .ok();
    village.task(caseId, "objection-review");
  }

  private JsonNode waitForNotice(String caseId, String kind) {
    return Eventually.present(
        () -> "no notice of " + caseId,
        () ->
            Person.anyone(port)
                .get("/api/v1/notices?size=200&region=320612101")
                .ok()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("caseId").asString().equals(caseId))
                .filter(notice -> notice.path("kind").asString().equals(kind))
                .findFirst());
  }

  private void afterTheNotice() {
    county.post("/api/v1/demo/clock", Map.of("advance", "P7D")).ok();
  }

  private JsonNode investigation(String caseId) {
    String id = county.task(caseId, "doubt-investigation").path("id").asString();
    return county.get("/api/v1/tasks/" + id).ok();
  }

  private void find(String caseId, JsonNode sheet, boolean upheld) {
    List<Map<String, Object>> findings =
        sheet
            .at("/data/doubts")
            .valueStream()
            .map(
                doubt ->
                    Map.<String, Object>of(
                        "doubt", doubt.path("id").asString(), "upheld", upheld, "note", "已核实"))
            .toList();
    county.decides(caseId, "doubt-investigation", "approve", "", Map.of("findings", findings)).ok();
  }

  /** A bureau's export is put into the drop folder and loaded. */
  private void bureauReports(String line) throws IOException {
    Path folder = dataDir.resolve("comparison");
    Path file = folder.resolve("export-" + System.nanoTime() + ".csv");
    Files.writeString(file, "idNumber,item,region,description,amount,asOf\n" + line + "\n");
    Eventually.holds("the export was not loaded", () -> Files.notExists(file));
    assertThat(folder.resolve("done").resolve(file.getFileName())).exists();
  }
}
