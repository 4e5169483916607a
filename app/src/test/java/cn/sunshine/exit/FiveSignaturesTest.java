package cn.sunshine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.household.Households;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** JY-3, YC-1: exit with five signatures and five confirmations. */
@RunningSystem
class FiveSignaturesTest {

  private static final String IN_JIANGYIN = "320281001208";
  private static final String IN_YANCHENG = "320903002202";

  @LocalServerPort int port;
  @Autowired Households households;

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
    return Person.official(port, "village." + village)
        .post(
            "/api/v1/cases",
            Map.of(
                "process",
                "household-exit",
                "region",
                village,
                "data",
                Map.of("householdNumber", number, "yearlyIncome", 40_000, "reason", "务工收入稳定")))
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
