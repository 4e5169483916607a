package cn.sunshine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.household.Households;
import cn.sunshine.household.NewHousehold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** JY-3, YC-1: exit with five signatures and five confirmations. */
@RunningSystem
class FiveSignaturesTest {

  private static final String IN_JIANGYIN = "320281001208";
  private static final String IN_YANCHENG = "320903002202";

  @LocalServerPort int port;
  @Autowired Households households;
  @Autowired JdbcClient jdbc;

  private record Signer(String taskType, String account) {}

  @Test
  void inJiangyinFiveSignOneAfterTheOther() {
    String number = registered("JY", IN_JIANGYIN);
    String caseId = reported(IN_JIANGYIN, number);

    signers(IN_JIANGYIN)
        .forEach(s -> Person.official(port, s.account()).approves(caseId, s.taskType()));

    Person village = Person.official(port, "village." + IN_JIANGYIN);
    JsonNode ended = village.seesEnd(caseId, "COMPLETED");
    assertThat(ended.at("/result/outcome").asString()).isEqualTo("EXITED");
    assertThat(village.get("/api/v1/households/" + number).ok().path("keptUntil").asString())
        .isEqualTo(ended.at("/result/keptUntil").asString());
    assertThat(ended.at("/decisions/0/findings/0/policy").asString()).isEqualTo("JY-3");
  }

  @Test
  void inYanchengTheSameModelIsUsed() {
    String number = registered("YC", IN_YANCHENG);
    String caseId = reported(IN_YANCHENG, number);

    signers(IN_YANCHENG)
        .forEach(s -> Person.official(port, s.account()).approves(caseId, s.taskType()));

    Person.official(port, "village." + IN_YANCHENG).seesEnd(caseId, "COMPLETED");
  }

  @Test
  void aRefusedSignatureComesBackToTheVillageAndThenEverybodySignsAnew() {
    String number = registered("JY", IN_JIANGYIN);
    String caseId = reported(IN_JIANGYIN, number);
    List<Signer> signers = signers(IN_JIANGYIN);
    Person household = Person.official(port, signers.get(0).account());
    household.approves(caseId, "household-signature");
    Person helper = Person.official(port, signers.get(1).account());
    assertThat(helper.decides(caseId, "helper-signature", "reject").status()).isEqualTo(422);

    helper.decides(caseId, "helper-signature", "reject", "房屋漏雨，还没有修", Map.of()).ok();

    Person village = Person.official(port, "village." + IN_JIANGYIN);
    village.decides(caseId, "correction", "approve", "", Map.of("note", "房屋已修好")).ok();
    household.approves(caseId, "household-signature");
    helper.task(caseId, "helper-signature");
    assertThat(village.get("/api/v1/households/" + number).ok().path("status").asString())
        .isEqualTo("ACTIVE");
  }

  /** Whose inbox has the task sees what it is about, although not every case of the village. */
  @Test
  void whoSignsSeesTheCaseAndNobodySeesItBefore() {
    String caseId = reported(IN_JIANGYIN, registered("JY", IN_JIANGYIN));
    for (Signer signer : signers(IN_JIANGYIN).subList(0, 2)) {
      Person person = Person.official(port, signer.account());
      if (signer.taskType().equals("helper-signature")) {
        assertThat(person.get("/api/v1/cases/" + caseId).status()).isEqualTo(404);
        assertThat(person.get("/api/v1/cases?q=" + caseId).ok().path("total").asInt()).isZero();
        Person.official(port, "farmer." + IN_JIANGYIN).approves(caseId, "household-signature");
      }
      person.task(caseId, signer.taskType());

      assertThat(person.seesCase(caseId).path("status").asString()).isEqualTo("RUNNING");
      assertThat(person.get("/api/v1/cases?q=" + caseId).ok().path("total").asInt()).isOne();
    }
  }

  @Test
  void whoSignsOnPaperSignsASheetThatTheVillageHandsIn() {
    String caseId = reported(IN_JIANGYIN, registered("JY", IN_JIANGYIN), "on-paper");
    Person village = Person.official(port, "village." + IN_JIANGYIN);
    village.task(caseId, "signed-sheet");
    assertThat(Person.official(port, "farmer." + IN_JIANGYIN).tasksOf(caseId)).isEmpty();

    Map<String, String> signed = Map.of("signedBy", "陆根生");
    Person.Answer refused = village.decides(caseId, "signed-sheet", "approve", "", signed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("还缺：农户签字表");
    village.attaches(caseId, "household-signature").ok();
    village.decides(caseId, "signed-sheet", "approve", "", signed).ok();

    Person.official(port, "helper." + IN_JIANGYIN).task(caseId, "helper-signature");
    assertThat(village.seesCase(caseId).path("timeline").toString())
        .contains("在纸质签字表上签字，由村（居）委会代收。");
  }

  /** The neighbour of the demo stands for a second farmer with an account in the village. */
  @Test
  void whoAppliedForTheHouseholdAloneSignsForIt() {
    String applicant = "farmer.320612104205";
    String admission =
        Person.official(port, applicant).applies("320612104205", Applications.withinTheLine());
    jdbc.sql(
            """
            insert into account_grant (account_id, role, region)
            select id, 'farmer', ? from account where username = ? on conflict do nothing
            """)
        .params(IN_JIANGYIN, applicant)
        .update();
    NewHousehold paper = RegisteredPeople.household("JY", IN_JIANGYIN, "陆根生");
    String number =
        households.register(
            new NewHousehold(
                paper.numberPrefix(),
                admission,
                paper.region(),
                paper.head(),
                paper.members(),
                paper.yearlyIncome(),
                paper.causes(),
                paper.address(),
                paper.note()));

    String caseId = reported(IN_JIANGYIN, number);

    String task =
        Person.official(port, applicant).task(caseId, "household-signature").path("id").asString();
    Person neighbour = Person.official(port, "farmer." + IN_JIANGYIN);
    assertThat(neighbour.tasksOf(caseId)).isEmpty();
    assertThat(neighbour.get("/api/v1/cases/" + caseId).status()).isEqualTo(404);
    assertThat(
            neighbour
                .post("/api/v1/tasks/" + task + "/complete", Map.of("outcome", "approve"))
                .status())
        .isEqualTo(404);
    Person.official(port, applicant).approves(caseId, "household-signature");
    Person.official(port, "helper." + IN_JIANGYIN).task(caseId, "helper-signature");
  }

  @Test
  void nobodySignsForAnother() {
    String caseId = reported(IN_JIANGYIN, registered("JY", IN_JIANGYIN));
    String task =
        Person.official(port, "farmer." + IN_JIANGYIN)
            .task(caseId, "household-signature")
            .path("id")
            .asString();

    for (String other :
        List.of(
            "village." + IN_JIANGYIN,
            "helper." + IN_JIANGYIN,
            "township.320281001",
            "department.320281",
            "farmer.320281001209")) {
      assertThat(
              Person.official(port, other)
                  .post("/api/v1/tasks/" + task + "/complete", Map.of("outcome", "approve"))
                  .status())
          .as(other)
          .isEqualTo(404);
    }
  }

  private String registered(String prefix, String village) {
    return households.register(RegisteredPeople.household(prefix, village, "陆根生"));
  }

  private String reported(String village, String number) {
    return reported(village, number, "");
  }

  private String reported(String village, String number, String householdSigns) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("householdNumber", number);
    data.put("yearlyIncome", 40_000);
    data.put("reason", "务工收入稳定");
    data.put("householdSigns", householdSigns);
    return Person.official(port, "village." + village)
        .post("/api/v1/cases", Map.of("process", "household-exit", "region", village, "data", data))
        .ok()
        .path("id")
        .asString();
  }

  private static List<Signer> signers(String village) {
    return List.of(
        new Signer("household-signature", "farmer." + village),
        new Signer("helper-signature", "helper." + village),
        new Signer("village-signature", "village." + village),
        new Signer("township-signature", "township." + village.substring(0, 9)),
        new Signer("department-signature", "department." + village.substring(0, 6)));
  }
}
