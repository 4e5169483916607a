package cn.sunshine.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.household.Households;
import cn.sunshine.household.NewHousehold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * JY-3, YC-1, SC-6, WJ-4.4: a household that has left its register comes back by the admission of
 * its own place, compared before anybody reviews it, under a new number that names the old one.
 */
@RunningSystem
class ReturnToPovertyTest {

  private static final String IN_JIANGYIN = "320281001214";
  private static final String IN_YANCHENG = "320903002203";
  private static final String IN_SICHUAN = "510824109203";
  private static final String IN_WUJIN = "320412119204";

  @LocalServerPort int port;
  @Autowired Households households;

  @Value("${sunshine.data-dir}")
  Path dataDir;

  @Test
  void inJiangyinTheComparisonComesBeforeTheSurveyAndTheNotices() throws Exception {
    Left left = exited("JY", IN_JIANGYIN);
    Person village = official("village", IN_JIANGYIN, 12);
    Person civilAffairs = official("department", IN_JIANGYIN, 6);
    Person township = official("township", IN_JIANGYIN, 9);
    Person city = official("county", IN_JIANGYIN, 6);
    assetsLoaded(
        left.head()
            + ",security,320281,证券账户一个,18000,2026-09-01\n"
            + left.head()
            + ",vehicle,320282,小型轿车一辆,60000,2026-09-01\n");

    String caseId = village.applies(IN_JIANGYIN, left.appliesAgain());

    official("comparison", IN_JIANGYIN, 6).approves(caseId, "city-comparison");
    assertThat(civilAffairs.tasksOf(caseId)).isEmpty();
    findsNothing(city, caseId, 2);
    civilAffairs.decides(caseId, "household-survey", "approve", "", survey()).ok();
    afterTheNotice(village, caseId, 1);
    township.approves(caseId, "township-check");
    afterTheNotice(village, caseId, 2);
    assertThat(actions(village, caseId))
        .containsSubsequence(
            "apply",
            "returned-to-poverty",
            "assets-compared",
            "doubts-raised",
            "notice-opened",
            "notice-opened");
    city.approves(caseId, "county-sign-off");

    expectBack(left, caseId, village, city, "JY-" + IN_JIANGYIN);
    assertThat(village.seesCase(caseId).path("decisions").toString())
        .contains("JY-1")
        .doesNotContain("NT-");
  }

  @Test
  void inYanchengNothingIsComparedBeforeTheHouseholdHasSigned() throws Exception {
    Left left = exited("YC", IN_YANCHENG);
    Person village = official("village", IN_YANCHENG, 12);
    Person helper = official("helper", IN_YANCHENG, 12);
    Person county = official("county", IN_YANCHENG, 6);
    assetsLoaded(left.head() + ",tax,320903,个人所得税,300,2026-09-01\n");

    String caseId = village.applies(IN_YANCHENG, left.appliesAgain());

    Map<String, String> signed = Map.of("signedBy", left.name(), "signedOn", "2026-01-05");
    Person.Answer refused =
        village.decides(caseId, "comparison-authorisation", "approve", "", signed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("还缺：农户签字的家庭经济状况核对授权委托书");
    assertThat(actions(village, caseId))
        .contains("returned-to-poverty")
        .doesNotContain("assets-compared");
    village.attaches(caseId, "comparison-authorisation").ok();
    village.decides(caseId, "comparison-authorisation", "approve", "", signed).ok();
    findsNothing(helper, caseId, 1);
    village.approves(caseId, "review-meeting");
    afterTheNotice(village, caseId, 1);
    official("township", IN_YANCHENG, 9).approves(caseId, "township-check");
    afterTheNotice(village, caseId, 2);
    assertThat(actions(village, caseId))
        .containsSubsequence("assets-compared", "doubts-raised", "notice-opened", "notice-opened");
    county.approves(caseId, "county-sign-off");

    expectBack(left, caseId, village, county, "YC-" + IN_YANCHENG);
  }

  @Test
  void inYanchengAnUpheldDoubtEndsTheCaseBeforeTheReviewMeeting() throws Exception {
    Person village = official("village", IN_YANCHENG, 12);
    Map<String, Object> application = Applications.of(12_000);
    assetsLoaded(Applications.headOf(application) + ",vehicle,320903,小型轿车一辆,90000,2026-09-01\n");
    String caseId = village.applies(IN_YANCHENG, application);
    village.task(caseId, "comparison-authorisation");
    village.attaches(caseId, "comparison-authorisation").ok();
    village
        .decides(
            caseId,
            "comparison-authorisation",
            "approve",
            "",
            Map.of("signedBy", "张建国", "signedOn", "2026-01-05"))
        .ok();

    finds(official("helper", IN_YANCHENG, 12), caseId, 1, true);

    assertThat(village.seesEnd(caseId, "REJECTED").at("/result/outcome").asString())
        .isEqualTo("REFUSED");
    assertThat(actions(village, caseId)).doesNotContain("notice-opened");
  }

  @Test
  void inSichuanRepresentativesMeetWithAThirdPartyAndTheCountyAnnounces() {
    Left left = exited("SC", IN_SICHUAN);
    Person village = official("village", IN_SICHUAN, 12);
    Person county = official("county", IN_SICHUAN, 6);

    String caseId = village.applies(IN_SICHUAN, left.appliesAgain());

    village.task(caseId, "representatives-meeting");
    assertThat(actions(village, caseId))
        .containsSubsequence("returned-to-poverty", "doubts-raised");
    Map<String, Object> meeting =
        Map.of("attended", 30, "agreed", 28, "thirdParty", "县社会工作协会", "thirdPartyOpinion", "评议公开");
    Person.Answer refused =
        village.decides(caseId, "representatives-meeting", "approve", "", meeting);
    assertThat(refused.detail()).contains("还缺：民主评议记录");
    village.attaches(caseId, "review-record").ok();
    assertThat(village.decides(caseId, "representatives-meeting", "approve").status())
        .isEqualTo(422);
    village.decides(caseId, "representatives-meeting", "approve", "", meeting).ok();
    afterTheNotice(village, caseId, 1);
    official("township", IN_SICHUAN, 9).approves(caseId, "township-check");
    afterTheNotice(village, caseId, 2);
    county.approves(caseId, "county-sign-off");
    assertThat(announcementOf(caseId, IN_SICHUAN).path("kind").asString()).isEqualTo("COUNTY");
    assertThat(village.seesCase(caseId).path("status").asString()).isEqualTo("RUNNING");
    afterTheNotice(village, caseId, 3);

    expectBack(left, caseId, village, county, "SC-" + IN_SICHUAN);
  }

  @Test
  void inWujinTheSpotCheckFollowsTheAnnouncement() {
    Left left = exited("WJ", IN_WUJIN);
    Person village = official("village", IN_WUJIN, 12);
    Person district = official("county", IN_WUJIN, 6);

    String caseId = village.applies(IN_WUJIN, left.appliesAgain());

    village.approves(caseId, "committee-review");
    afterTheNotice(village, caseId, 1);
    official("township", IN_WUJIN, 9).approves(caseId, "township-check");
    afterTheNotice(village, caseId, 2);
    district.approves(caseId, "county-sign-off");
    String notice = announcementOf(caseId, IN_WUJIN).path("id").asString();
    Person.anyone(port)
        .post("/api/v1/notices/" + notice + "/objections", Map.of("text", "他家在城里有门面房"))
        .ok();
    district.approves(caseId, "objection-review");
    afterTheNotice(village, caseId, 3);
    official("department", IN_WUJIN, 6).approves(caseId, "spot-check");

    expectBack(left, caseId, village, district, "WJ-" + IN_WUJIN);
  }

  @Test
  void inWujinExactlyTenThousandYuanDoNotQualify() {
    Person village = official("village", IN_WUJIN, 12);
    String caseId = village.applies(IN_WUJIN, Applications.of(30_000));
    village.approves(caseId, "committee-review");
    afterTheNotice(village, caseId, 1);
    official("township", IN_WUJIN, 9).approves(caseId, "township-check");
    afterTheNotice(village, caseId, 2);

    JsonNode ended = village.seesEnd(caseId, "REJECTED");

    assertThat(ended.path("decisions").toString())
        .contains("人均年收入 10,000.00 元，没有低于 10,000.00 元（WJ-2.1）。");
  }

  /** A household that has left, as the register knows it. */
  private record Left(String number, String name, String head) {

    Map<String, Object> appliesAgain() {
      Map<String, Object> application = new LinkedHashMap<>(Applications.of(6_000));
      application.put("head", Map.of("name", name, "idNumber", head, "phone", "13800000000"));
      return application;
    }
  }

  /** Registered on paper, reported by the village and taken from the roll by all who must. */
  private Left exited(String prefix, String village) {
    NewHousehold entry = RegisteredPeople.household(prefix, village, "陆根生");
    String number = households.register(entry);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("householdNumber", number);
    report.put("yearlyIncome", 60_000);
    report.put("reason", "务工收入稳定");
    boolean signed = List.of("JY", "YC").contains(prefix);
    if (signed) {
      report.put("householdSigns", "");
    }
    Person reporter = official("village", village, 12);
    String exit =
        reporter
            .post(
                "/api/v1/cases",
                Map.of("process", "household-exit", "region", village, "data", report))
            .ok()
            .path("id")
            .asString();
    if (signed) {
      official("farmer", village, 12).approves(exit, "household-signature");
      official("helper", village, 12).approves(exit, "helper-signature");
      reporter.approves(exit, "village-signature");
      official("township", village, 9).approves(exit, "township-signature");
      official("department", village, 6).approves(exit, "department-signature");
    } else {
      reporter.attaches(exit, "exit-evidence").ok();
      official("township", village, 9).approves(exit, "exit-township-check");
      official("county", village, 6).approves(exit, "exit-county-confirmation");
    }
    reporter.seesEnd(exit, "COMPLETED");
    return new Left(number, entry.head().name(), entry.head().idNumber().value());
  }

  private void expectBack(
      Left left, String caseId, Person village, Person county, String newNumbers) {
    String back = village.seesEnd(caseId, "COMPLETED").at("/result/householdNumber").asString();
    assertThat(back).startsWith(newNumbers).isNotEqualTo(left.number());
    JsonNode entry = county.get("/api/v1/households/" + back).ok();
    assertThat(entry.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(entry.path("previousHouseholdNumber").asString()).isEqualTo(left.number());
    JsonNode before = county.get("/api/v1/households/" + left.number()).ok();
    assertThat(before.path("returnedAs").asString()).isEqualTo(back);
    assertThat(before.path("status").asString()).isEqualTo("EXITED");
  }

  private static Map<String, Object> survey() {
    return Map.of("visitDate", "2026-01-05", "surveyors", "王芳、李明", "note", "户主患病，收入中断");
  }

  private void findsNothing(Person who, String caseId, int doubts) {
    finds(who, caseId, doubts, false);
  }

  /** Verifies each doubtful item. */
  private void finds(Person who, String caseId, int doubts, boolean upheld) {
    String task = who.task(caseId, "doubt-investigation").path("id").asString();
    JsonNode found = who.get("/api/v1/tasks/" + task).ok().at("/data/doubts");
    List<String> ids =
        found
            .valueStream()
            .filter(doubt -> doubt.path("status").asString().equals("OPEN"))
            .map(doubt -> doubt.path("id").asString())
            .toList();
    assertThat(ids).hasSize(doubts);
    who.decides(
            caseId,
            "doubt-investigation",
            "approve",
            "",
            Map.of(
                "findings",
                ids.stream()
                    .map(id -> Map.of("doubt", id, "upheld", upheld, "note", "已入户核实"))
                    .toList()))
        .ok();
  }

  private JsonNode announcementOf(String caseId, String village) {
    return Eventually.present(
        () -> "no announcement of " + caseId,
        () ->
            Person.anyone(port)
                .get("/api/v1/notices?region=" + village.substring(0, 6))
                .ok()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("caseId").asString().equals(caseId))
                .filter(notice -> notice.path("kind").asString().equals("COUNTY"))
                .findFirst());
  }

  private void afterTheNotice(Person village, String caseId, int which) {
    Eventually.holds(
        "notice " + which + " of " + caseId + " does not hang",
        () -> actions(village, caseId).stream().filter("notice-opened"::equals).count() == which);
    village.post("/api/v1/demo/clock", Map.of("advance", "P7D")).ok();
  }

  private static List<String> actions(Person village, String caseId) {
    return village
        .seesCase(caseId)
        .path("timeline")
        .valueStream()
        .map(entry -> entry.path("action").asString())
        .toList();
  }

  private void assetsLoaded(String lines) throws IOException {
    String name = "assets-" + System.nanoTime() + ".csv";
    Path file = dataDir.resolve("comparison").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "idNumber,item,region,description,amount,asOf\n" + lines);
    Eventually.holds(name + " was not loaded", () -> Files.notExists(file));
  }

  private Person official(String role, String village, int digits) {
    return Person.official(port, role + "." + village.substring(0, digits));
  }
}
