package cn.sunshine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.household.Households;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** WJ-4.4, SC-6: places that have only data of their own leave by the shared chains. */
@RunningSystem
class ExitInWujinAndSichuanTest {

  private static final String IN_WUJIN = "320412103003";
  private static final String IN_SICHUAN = "511321120205";

  @LocalServerPort int port;
  @Autowired Households households;
  @Autowired Changes changes;

  @Test
  void inWujinTenThousandYuanIsEnoughAndThePoliciesStayTwoYears() {
    String number = registered("WJ", IN_WUJIN);
    String caseId = reported(IN_WUJIN, number, 20_000);
    Person township = Person.official(port, "township." + IN_WUJIN.substring(0, 9));
    Person district = Person.official(port, "county." + IN_WUJIN.substring(0, 6));

    JsonNode sheet = sheet(township, caseId, "exit-township-check");
    assertThat(sheet.at("/data/ruleFindings/0/message").asString())
        .isEqualTo("人均年收入 10,000.00 元，达到 10,000.00 元，达到退出标准（WJ-4.4）。");
    assertThat(sheet.at("/data/evidence").isEmpty()).isTrue();
    township.approves(caseId, "exit-township-check");
    district.approves(caseId, "exit-county-confirmation");

    JsonNode result = township.seesEnd(caseId, "COMPLETED").path("result");
    assertThat(result.path("keptUntil").asString())
        .isEqualTo(LocalDate.parse(result.path("exitedOn").asString()).plusYears(2).toString());
    assertThat(district.get("/api/v1/households/" + number).ok().path("status").asString())
        .isEqualTo("EXITED");
  }

  @Test
  void inSichuanNobodyLeavesWithoutEvidence() {
    String number = registered("SC", IN_SICHUAN);
    String caseId = reported(IN_SICHUAN, number, 8_000);
    Person township = Person.official(port, "township." + IN_SICHUAN.substring(0, 9));

    JsonNode sheet = sheet(township, caseId, "exit-township-check");
    assertThat(sheet.at("/data/evidence/0/purpose").asString()).isEqualTo("exit-evidence");
    Person.Answer refused = township.decides(caseId, "exit-township-check", "approve");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("还缺：脱贫佐证材料");
    Person.official(port, "village." + IN_SICHUAN).attaches(caseId, "exit-evidence").ok();
    township.approves(caseId, "exit-township-check");
    Person county = Person.official(port, "county." + IN_SICHUAN.substring(0, 6));
    county.approves(caseId, "exit-county-confirmation");

    assertThat(township.seesEnd(caseId, "COMPLETED").at("/result/outcome").asString())
        .isEqualTo("EXITED");
  }

  @Test
  void anOpenCheckWantsTheEvidenceOfTheFormItWasOpenedWith() {
    Artefact form = new Artefact("sichuan", ArtefactKind.FORM, "exit-township-check");
    PolicyStaff staff = new PolicyStaff("sichuan", "51", changes, port);
    Person township = Person.official(port, "township." + IN_SICHUAN.substring(0, 9));
    String before = reported(IN_SICHUAN, registered("SC", IN_SICHUAN), 8_000);
    township.task(before, "exit-township-check");
    try {
      staff.writes(form, staff.shipped(form).replace("脱贫佐证材料", "脱贫公证书"));
      staff.releases(RunningCases.KEEP);
      String after = reported(IN_SICHUAN, registered("SC", IN_SICHUAN), 8_000);

      assertThat(township.decides(before, "exit-township-check", "approve").detail())
          .contains("还缺：脱贫佐证材料");
      assertThat(township.decides(after, "exit-township-check", "approve").detail())
          .contains("还缺：脱贫公证书");
    } finally {
      staff.takesBack(RunningCases.KEEP, List.of(form));
    }
  }

  @Test
  void aRoundOfReviewsRunsInBothPlaces() {
    for (String village : new String[] {IN_WUJIN, IN_SICHUAN}) {
      String number = registered(village.equals(IN_WUJIN) ? "WJ" : "SC", village);
      String county = village.substring(0, 6);
      Person.official(port, "county." + county)
          .post(
              "/api/v1/cases",
              Map.of("process", "yearly-review-round", "region", county, "data", Map.of()))
          .ok();
      Person villagers = Person.official(port, "village." + village);
      String review =
          Eventually.present(
                  () -> "no review of " + number,
                  () -> villagers.tasksOf(number).stream().findFirst())
              .path("caseId")
              .asString();

      villagers.decides(review, "income-report", "approve", "", Map.of("yearlyIncome", 3_000)).ok();
      Person township = Person.official(port, "township." + village.substring(0, 9));
      assertThat(sheet(township, review, "review-decision").at("/data/ruleOutcome").asString())
          .isEqualTo("ADJUST");
      township.decides(review, "review-decision", "adjust").ok();

      assertThat(township.seesEnd(review, "COMPLETED").at("/result/outcome").asString())
          .isEqualTo("ADJUSTED");
    }
  }

  private String registered(String prefix, String village) {
    return households.register(RegisteredPeople.household(prefix, village, "蒋根荣"));
  }

  private String reported(String village, String number, int income) {
    return Person.official(port, "village." + village)
        .post(
            "/api/v1/cases",
            Map.of(
                "process",
                "household-exit",
                "region",
                village,
                "data",
                Map.of("householdNumber", number, "yearlyIncome", income, "reason", "务工收入稳定")))
        .ok()
        .path("id")
        .asString();
  }

  private static JsonNode sheet(Person official, String caseId, String step) {
    return official.get("/api/v1/tasks/" + official.task(caseId, step).path("id").asString()).ok();
  }
}
