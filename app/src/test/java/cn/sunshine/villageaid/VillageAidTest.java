package cn.sunshine.villageaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** JY-8, WJ-4.3, WJ-14: the aid to weak villages comes from the table of the place. */
@RunningSystem
class VillageAidTest {

  @LocalServerPort int port;
  @Autowired VillageAids aids;

  Actor jiangyin = actor(Role.COUNTY_OFFICE, "320281");
  Actor wujin = actor(Role.COUNTY_OFFICE, "320412");

  @Test
  void inJiangyinTheTierCountsForEachWeakVillageOfTheTownship() {
    Aid aid =
        aids.workOut(
            "jiangyin",
            AidKind.TIERS,
            Map.of(
                "population", new BigDecimal(2600),
                "area", new BigDecimal(4100),
                "income-gap", new BigDecimal(500_000)),
            4,
            jiangyin);

    assertThat(aid.amount()).isEqualByComparingTo("1200000");
    assertThat(aid.calculation()).contains("300,000.00 元 × 本镇（街）薄弱村 4 个");
    assertThat(aid.reasons().getFirst().message()).contains("JY-8");
    assertThat(aid.reasons().getFirst().rule()).isEqualTo("large-far");
  }

  @ParameterizedTest
  @CsvSource({
    "1000000, 500000, 250000, 250000",
    "1199999.99, 300000.01, 150000.01, 150000",
    "1200000, 0, 0, 0",
    "1600000, 0, 0, 0"
  })
  void inWujinDistrictAndTownshipMakeUpTheShortfallHalfEach(
      BigDecimal income, BigDecimal aid, BigDecimal district, BigDecimal township) {
    Aid found = aids.workOut("wujin", AidKind.TOP_UP, Map.of("income", income), 1, wujin);

    assertThat(found.amount()).isEqualByComparingTo(aid);
    assertThat(found.shares().get("区承担")).isEqualByComparingTo(district);
    assertThat(found.shares().get("镇（街）承担")).isEqualByComparingTo(township);
    assertThat(found.reasons().getFirst().message()).contains("WJ-4.3");
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> aids.workOut("wujin", AidKind.TOP_UP, Map.of(), 1, wujin))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .containsExactly(new Refusal.FieldFault("facts.income", "请填写村集体年收入（元）")));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(
            () ->
                aids.workOut(
                    "wujin", AidKind.TOP_UP, Map.of("income", new BigDecimal(-1)), 1, wujin))
        .satisfies(
            refused -> assertThat(refused.faults().getFirst().message()).isEqualTo("应不小于 0"));
  }

  @Test
  void onlyWhoLooksAfterTheVillagesOfThePlaceWorksItOut() {
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(
            () ->
                aids.workOut(
                    "wujin", AidKind.TOP_UP, Map.of("income", BigDecimal.ONE), 1, jiangyin));
    assertThat(aids.offers(actor(Role.FARMER, "320412103003"))).isEmpty();
    assertThat(aids.offers(actor(Role.COUNTY_OFFICE, "320612")))
        .as("no document of Nantong has it")
        .isEmpty();
  }

  @Test
  void theTierIsADecisionOverRestToo() {
    Person.Answer answer =
        Person.official(port, "county.320281")
            .post(
                "/api/v1/decisions/village-aid",
                Map.of(
                    "jurisdiction",
                    "jiangyin",
                    "facts",
                    Map.of("population", 1999, "area", 2999, "income-gap", 300_000)));

    assertThat(answer.ok().path("outcome").asString()).isEqualTo("100000");
    assertThat(answer.ok().at("/findings/0/rule").asString()).isEqualTo("small-near");
    assertThat(answer.ok().at("/findings/0/policy").asString()).isEqualTo("JY-8");
  }

  private static Actor actor(Role role, String region) {
    return new Actor(role.code() + "." + region, "", Set.of(new Grant(role, region)));
  }
}
