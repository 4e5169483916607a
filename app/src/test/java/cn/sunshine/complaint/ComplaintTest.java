package cn.sunshine.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Explanation;
import cn.sunshine.policy.Explanations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** NT-21, NT-24, NT-27: complaints and requests for help over the web port, every way. */
@RunningSystem
class ComplaintTest {

  private static final String VILLAGE = "320612112203";
  private static final String CONTACT = "13912345678 李先生";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Decisions decisions;
  @Autowired Explanations explanations;

  Person anyone;
  Person office;
  Person department;
  Person discipline;
  Person cityOffice;
  Person cityDepartment;

  @BeforeEach
  void people() {
    anyone = Person.anyone(port);
    office = Person.official(port, "office.320612");
    department = Person.official(port, "department.320612");
    discipline = Person.official(port, "discipline.320612");
    cityOffice = Person.official(port, "office.3206");
    cityDepartment = Person.official(port, "department.3206");
  }

  private record Filed(String caseId, String code) {}

  @Test
  void aRequestIsAcceptedAnsweredWithinFiveWorkingDaysAndRated() {
    Filed filed = files("help-request", "房顶漏雨", "房顶漏雨，下雨天没法住。");
    assertThat(shown(filed).path("status").asString()).isEqualTo("RECEIVED");

    JsonNode acceptance = open(office, filed, "acceptance");
    assertThat(acceptance.at("/data/department").asString()).isEqualTo("housing");
    assertThat(acceptance.at("/data/ruleFindings").toString()).contains("漏雨");
    office.approves(filed.caseId(), "acceptance");

    assertThat(dueOf(department, filed, "reply")).isEqualTo(workingDaysFromNow(5));
    assertThat(shown(filed).path("department").asString()).isEqualTo("住房和城乡建设局");
    department
        .decides(filed.caseId(), "reply", "approve", "", Map.of("answer", "已列入本月危房维修计划。"))
        .ok();

    JsonNode answered = awaits(filed, "ANSWERED");
    assertThat(answered.path("answer").asString()).isEqualTo("已列入本月危房维修计划。");
    assertThat(answered.toString()).doesNotContain("13912345678", "李先生", "没法住");
    assertThat(anyone.post(path(filed, "/rating"), Map.of("stars", 6)).status()).isEqualTo(422);
    anyone.post(path(filed, "/rating"), Map.of("stars", 5, "comment", "谢谢")).ok();
    assertThat(anyone.post(path(filed, "/rating"), Map.of("stars", 1)).status()).isEqualTo(409);
    assertThat(shown(filed).path("stars").asInt()).isEqualTo(5);
  }

  @Test
  void howARequestWasSortedIsToldAgainFromItsOwnWords() {
    Filed filed = files("help-request", "房顶漏雨", "房顶漏雨，下雨天没法住。");
    open(office, filed, "acceptance");
    DecisionRecord sorted = decisions.latest(filed.caseId()).orElseThrow();

    Explanation explanation = explanations.of(sorted);

    assertThat(explanation.holds()).isTrue();
    assertThat(explanation.again().orElseThrow().findings().toString()).contains("漏雨");
    assertThat(explanation.whatIf()).contains("内容里还写到“倒塌”时，结论是“紧急”。");
    assertThat(
            jdbc.sql("select facts::text from decision_record where id = ?")
                .param(sorted.id())
                .query(String.class)
                .single())
        .as("the record itself has no words of the person")
        .doesNotContain("没法住");
  }

  @Test
  void whatIsNotAcceptedSaysWhy() {
    Filed filed = files("complaint", "邻里纠纷", "邻居的树挡住了我家的光。");
    assertThat(office.decides(filed.caseId(), "acceptance", "reject").status()).isEqualTo(422);

    office.decides(filed.caseId(), "acceptance", "reject", "不属于帮扶监管，请找村调解委员会", Map.of()).ok();

    assertThat(awaits(filed, "NOT_ACCEPTED").path("timeline").toString()).contains("村调解委员会");
    assertThat(office.seesEnd(filed.caseId(), "REJECTED").at("/result/outcome").asString())
        .isEqualTo("NOT_ACCEPTED");
    assertThat(anyone.post(path(filed, "/withdrawal"), Map.of()).status()).isEqualTo(409);
  }

  @Test
  void theCodeOfADuplicateShowsTheCaseThatGoesOn() {
    Filed first = files("complaint", "补贴没有发", "去年的补贴没有发。");
    Filed second = files("complaint", "补贴没有发", "我家的补贴也没有发。");
    office.approves(first.caseId(), "acceptance");
    assertThat(merge(second, "NT-0000-000000").status()).isEqualTo(422);
    assertThat(merge(second, second.caseId()).status()).isEqualTo(422);

    merge(second, first.caseId()).ok();

    office.seesEnd(second.caseId(), "COMPLETED");
    JsonNode progress = shown(second);
    assertThat(progress.path("merged").asBoolean()).isTrue();
    assertThat(progress.path("status").asString()).isEqualTo("REPLYING");
    department.decides(first.caseId(), "reply", "approve", "已补发到一折通", Map.of()).ok();
    assertThat(awaits(second, "ANSWERED").path("answer").asString()).isEqualTo("已补发到一折通");
  }

  @Test
  void theWrongDepartmentGivesItBackAndTheTermGoesOn() {
    Filed filed = accepted("complaint", "工程质量", "村里修路的工程质量不好。");
    OffsetDateTime due = dueOf(department, filed, "reply");
    department.decides(filed.caseId(), "reply", "transfer", "道路属交通部门", Map.of()).ok();
    assertThat(office.decides(filed.caseId(), "reassignment", "approve").status()).isEqualTo(422);

    office
        .decides(filed.caseId(), "reassignment", "approve", "", Map.of("department", "transport"))
        .ok();

    assertThat(dueOf(department, filed, "reply")).isEqualTo(due);
    assertThat(shown(filed).path("department").asString()).isEqualTo("交通运输局");
  }

  @Test
  void whileThePersonIsAskedTheClockStandsAndTheAnswerStartsItWithTheDaysLeft() {
    Filed filed = accepted("help-request", "孩子上学", "孩子上学交不起学费。");
    OffsetDateTime due = dueOf(department, filed, "reply");
    assertThat(anyone.post(path(filed, "/answers"), Map.of("text", "有")).status()).isEqualTo(409);
    int left = workingDaysBetween(now(), due);
    assertThat(left).isEqualTo(5);
    department
        .decides(filed.caseId(), "reply", "ask", "", Map.of("question", "孩子上几年级？在哪所学校？"))
        .ok();
    assertThat(awaits(filed, "WAITING").path("question").asString()).contains("几年级");
    assertThat(department.tasksOf(filed.caseId())).isEmpty();

    clock("P6D");
    anyone.post(path(filed, "/answers"), Map.of("text", "初二，镇中学。")).ok();

    assertThat(dueOf(department, filed, "reply")).isAfter(due).isEqualTo(workingDaysFromNow(left));
    assertThat(shown(filed).path("status").asString()).isEqualTo("REPLYING");
  }

  @Test
  void anInvestigationHasTenWorkingDaysAndOneExtension() {
    Filed filed = underInvestigation("complaint", "大棚停工", "扶贫大棚施工停了半年。");
    OffsetDateTime due = dueOf(department, filed, "investigation");
    assertThat(due).isEqualTo(workingDaysFromNow(10));
    department.decides(filed.caseId(), "investigation", "extend", "需要到外地核实", Map.of()).ok();
    office.approves(filed.caseId(), "extension-approval");

    assertThat(dueOf(department, filed, "investigation")).isEqualTo(workingDaysFromNow(15));
    Person.Answer again =
        department.decides(filed.caseId(), "investigation", "extend", "还要延期", Map.of());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.detail()).contains("一次");

    department
        .decides(filed.caseId(), "investigation", "approve", "", Map.of("result", "已责成复工。"))
        .ok();
    office.decides(filed.caseId(), "result-check", "redo", "复工日期没写", Map.of()).ok();
    department
        .decides(filed.caseId(), "investigation", "approve", "", Map.of("result", "下周一复工。"))
        .ok();
    office.approves(filed.caseId(), "result-check");
    assertThat(awaits(filed, "ANSWERED").path("answer").asString()).isEqualTo("下周一复工。");
  }

  @Test
  void anExtensionThatIsRefusedLeavesTheTermAsItWas() {
    Filed filed = underInvestigation("complaint", "名单公示", "名单公示时间不够。");
    OffsetDateTime due = dueOf(department, filed, "investigation");
    department.decides(filed.caseId(), "investigation", "extend", "人手不够", Map.of()).ok();
    office.decides(filed.caseId(), "extension-approval", "reject", "按期办结", Map.of()).ok();

    assertThat(dueOf(department, filed, "investigation")).isEqualTo(due);
  }

  @Test
  void aSeriousClueGoesToTheDisciplineInspectionOfTheSameLevel() {
    Filed filed = files("complaint", "村干部冒领补助", "村干部冒领、截留困难户的补助。");
    assertThat(open(office, filed, "acceptance").at("/data/severity").asString())
        .isEqualTo("SERIOUS");
    office.approves(filed.caseId(), "acceptance");

    JsonNode task = open(discipline, filed, "discipline-check");
    assertThat(task.toString()).contains("冒领").doesNotContain("13912345678");
    assertThat(department.tasksOf(filed.caseId())).isEmpty();
    assertThat(department.get("/api/v1/cases/" + filed.caseId()).status()).isEqualTo(404);
    discipline
        .decides(filed.caseId(), "discipline-check", "approve", "", Map.of("answer", "已核查处理。"))
        .ok();
    assertThat(awaits(filed, "ANSWERED").path("answer").asString()).isEqualTo("已核查处理。");
  }

  @Test
  void anObjectionIsReviewedByTheCityOnce() {
    Filed filed = accepted("complaint", "补助标准", "补助标准算错了。");
    assertThat(object(filed).status()).isEqualTo(409);
    department.decides(filed.caseId(), "reply", "approve", "标准没有错", Map.of()).ok();
    awaits(filed, "ANSWERED");

    object(filed).ok();
    assertThat(object(filed).status()).isEqualTo(409);
    cityOffice.approves(filed.caseId(), "review-hand-over");
    cityDepartment
        .decides(filed.caseId(), "reinvestigation", "approve", "", Map.of("result", "应补 600 元。"))
        .ok();
    cityOffice.approves(filed.caseId(), "review-conclusion");

    JsonNode ended = cityOffice.seesEnd(filed.caseId(), "COMPLETED");
    assertThat(ended.at("/result/outcome").asString()).isEqualTo("ANSWERED");
    assertThat(shown(filed).path("reviewAnswer").asString()).isEqualTo("应补 600 元。");
    assertThat(shown(filed).path("answer").asString()).isEqualTo("标准没有错");
  }

  @Test
  void thePersonWithdrawsWithTheCode() {
    Filed filed = accepted("help-request", "想找工作", "想找一份工作。");
    department.task(filed.caseId(), "reply");

    anyone.post(path(filed, "/withdrawal"), Map.of("reason", "已经找到工作")).ok();

    office.seesEnd(filed.caseId(), "WITHDRAWN");
    assertThat(shown(filed).path("status").asString()).isEqualTo("WITHDRAWN");
    assertThat(department.tasksOf(filed.caseId())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "office.320612, full",
    "office.3206, full",
    "discipline.320612, hidden",
    "discipline.3206, hidden",
    "audit.320612, hidden",
    "department.320612, hidden",
    "office.320613, none",
    "discipline.320613, none",
    "department.3206, none",
    "department.320613, none",
    "county.320612, none",
    "comparison.320612, none",
    "finance.320612, none",
    "township.320612112, none",
    "township-finance.320612112, none",
    "village.320612112203, none",
    "group.320612112203, none",
    "helper.320612112203, none",
    "farmer.320612112203, none",
    "policy.3206, none",
    "policy-approver.3206, none",
    "admin, none"
  })
  void onlyTheOfficeOfTheRegionSeesHowToReachThePerson(String account, String sight) {
    Filed filed = oneThatADepartmentHas();
    Person person = Person.official(port, account);

    Person.Answer answer = person.get("/api/v1/cases/" + filed.caseId());
    JsonNode list = person.get("/api/v1/cases?q=" + filed.caseId()).ok();

    assertThat(answer.status()).isEqualTo(sight.equals("none") ? 404 : 200);
    assertThat(list.path("total").asInt()).isEqualTo(sight.equals("none") ? 0 : 1);
    assertThat(answer.body().toString().contains(CONTACT)).isEqualTo(sight.equals("full"));
    if (sight.equals("hidden")) {
      assertThat(answer.body().at("/data/contact").asString()).isEqualTo("******");
    }
  }

  private static Filed shared;

  private Filed oneThatADepartmentHas() {
    if (shared == null) {
      shared = accepted("complaint", "帮扶干部没来", "帮扶干部一次也没来走访。");
      department.task(shared.caseId(), "reply");
    }
    return shared;
  }

  @Test
  void whoStaysAnonymousLeavesNothingBehind() {
    Map<String, Object> request = request("complaint", "匿名反映", "匿名反映一件事。");
    request.put("anonymous", true);
    JsonNode receipt = anyone.post("/api/v1/complaints", request).ok();
    String caseId = receipt.path("caseId").asString();

    assertThat(office.seesCase(caseId).at("/data/anonymous").asBoolean()).isTrue();
    assertThat(office.seesCase(caseId).toString()).doesNotContain("13912345678");
    assertThat(countIn("complaint_contact", caseId)).isZero();
    assertThat(
            jdbc.sql("select count(*) from complaint where code_hash = ?")
                .param(receipt.path("code").asString())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theEngineLearnsNeitherTheWordsNorTheContact() {
    Filed filed = files("complaint", "不进引擎的主题", "不进引擎的内容");

    assertThat(
            jdbc.sql("select variables::text from engine_command where case_id = ?")
                .param(filed.caseId())
                .query(String.class)
                .list())
        .isNotEmpty()
        .allSatisfy(sent -> assertThat(sent).doesNotContain("不进引擎", "13912345678"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA-BBBB-CCCC-DDDD", "1", "%27%20or%201=1", "0000000000000000"})
  void aWrongCodeIsNotFound(String code) {
    Person.Answer answer = anyone.get("/api/v1/complaints/" + code);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail()).contains("查询码");
  }

  @Test
  void hostileInputIsRefusedInChineseFieldByField() {
    Person.Answer empty = anyone.post("/api/v1/complaints", Map.of());
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body().path("errors").size()).isEqualTo(4);
    for (Map<String, ?> wrong :
        List.of(
            Map.of("kind", "praise"),
            Map.of("region", "3206"),
            Map.of("region", "999999999999"),
            Map.of("subject", "字".repeat(101)),
            Map.of("text", "字".repeat(2001)),
            Map.of("text", "有\u0000空"),
            Map.of("contact", "字".repeat(201)))) {
      Map<String, Object> request = request("complaint", "主题", "内容");
      request.putAll(wrong);
      Person.Answer answer = anyone.post("/api/v1/complaints", request);
      assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
      assertThat(answer.detail()).as(wrong.toString()).isNotBlank();
    }
    assertThat(anyone.postRaw("/api/v1/complaints", "{").status()).isEqualTo(400);
    assertThat(anyone.postRaw("/api/v1/complaints", "[1]").status()).isEqualTo(400);
    Person.Answer asCase =
        office.post(
            "/api/v1/cases",
            Map.of("process", "complaint", "region", VILLAGE, "data", Map.of("text", "x")));
    assertThat(asCase.status()).isEqualTo(422);
  }

  @Test
  void theSameKeyFilesOnce() {
    Map<String, Object> request = request("complaint", "只登记一次", "重复发送只登记一次。");

    JsonNode first = anyone.post("/api/v1/complaints", request, "complaint-once").ok();
    JsonNode second = anyone.post("/api/v1/complaints", request, "complaint-once").ok();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void aFloodFromOneAddressIsSlowedAndOthersGetThrough() throws Exception {
    int slowed = 0;
    for (int n = 0; n < 90; n++) {
      HttpResponse<String> answer = fileFrom("203.0.113.7");
      if (answer.statusCode() == 429) {
        slowed++;
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(answer.body()).contains("太频繁");
      } else {
        assertThat(answer.statusCode()).isEqualTo(422);
      }
    }
    assertThat(slowed).isBetween(20, 30);
    assertThat(fileFrom("203.0.113.8").statusCode()).isEqualTo(422);
  }

  /** Wrong on purpose, so that the flood leaves no cases: it is counted before it is read. */
  private HttpResponse<String> fileFrom(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/complaints"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private Filed files(String kind, String subject, String text) {
    JsonNode receipt = anyone.post("/api/v1/complaints", request(kind, subject, text)).ok();
    return new Filed(receipt.path("caseId").asString(), receipt.path("code").asString());
  }

  private static Map<String, Object> request(String kind, String subject, String text) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("kind", kind);
    request.put("region", VILLAGE);
    request.put("subject", subject);
    request.put("text", text);
    request.put("contact", CONTACT);
    return request;
  }

  private Filed accepted(String kind, String subject, String text) {
    Filed filed = files(kind, subject, text);
    office
        .decides(
            filed.caseId(),
            "acceptance",
            "approve",
            "",
            Map.of("department", "agriculture", "severity", "ORDINARY"))
        .ok();
    return filed;
  }

  private Filed underInvestigation(String kind, String subject, String text) {
    Filed filed = accepted(kind, subject, text);
    department.decides(filed.caseId(), "reply", "investigate", "需要到现场查", Map.of()).ok();
    office.decides(filed.caseId(), "hand-over", "approve", "", Map.of("order", "查清停工原因")).ok();
    return filed;
  }

  private Person.Answer merge(Filed filed, String other) {
    return office.decides(filed.caseId(), "acceptance", "merge", "", Map.of("mergeInto", other));
  }

  private Person.Answer object(Filed filed) {
    return anyone.post(path(filed, "/objection"), Map.of("text", "算法不对，请复查。"));
  }

  private JsonNode open(Person person, Filed filed, String taskType) {
    String id = person.task(filed.caseId(), taskType).path("id").asString();
    return person.get("/api/v1/tasks/" + id).ok();
  }

  private OffsetDateTime dueOf(Person person, Filed filed, String taskType) {
    return OffsetDateTime.parse(person.task(filed.caseId(), taskType).path("due").asString());
  }

  private static String path(Filed filed, String deed) {
    return "/api/v1/complaints/" + filed.code() + deed;
  }

  private JsonNode shown(Filed filed) {
    return anyone.get(path(filed, "")).ok();
  }

  private JsonNode awaits(Filed filed, String status) {
    return Eventually.present(
        () -> filed.caseId() + " is not " + status + ": " + shown(filed),
        () ->
            Optional.of(shown(filed))
                .filter(progress -> progress.path("status").asString().equals(status)));
  }

  private OffsetDateTime now() {
    return clock("PT0.001S");
  }

  private OffsetDateTime clock(String advance) {
    JsonNode answer = office.post("/api/v1/demo/clock", Map.of("advance", advance)).ok();
    return OffsetDateTime.parse(answer.path("now").asString());
  }

  private OffsetDateTime workingDaysFromNow(int days) {
    String from = now().toString().replace("+", "%2B");
    return OffsetDateTime.parse(anyone(days, from).path("due").asString());
  }

  private JsonNode anyone(int days, String from) {
    return office.get("/api/v1/deadlines?from=" + from + "&workingDays=" + days).ok();
  }

  private int workingDaysBetween(OffsetDateTime from, OffsetDateTime due) {
    for (int days = 1; days < 60; days++) {
      if (workingDaysFromNow(days).isEqual(due)) {
        return days;
      }
    }
    throw new AssertionError("no working days between " + from + " and " + due);
  }

  private int countIn(String table, String caseId) {
    return jdbc.sql("select count(*) from " + table + " where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }
}
