package cn.sunshine.rules;

import static cn.sunshine.rules.Eligibility.CANNOT_DECIDE;
import static cn.sunshine.rules.Eligibility.DOUBTS;
import static cn.sunshine.rules.Eligibility.ELIGIBLE;
import static cn.sunshine.rules.Households.DAY;
import static cn.sunshine.rules.Households.ENGINE;
import static cn.sunshine.rules.Households.PACKS;
import static cn.sunshine.rules.Households.asset;
import static cn.sunshine.rules.Households.household;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may be admitted outside Nantong: JY-1 and YC-1 count the line in (以下), WJ-2.1 and SC-6 do not
 * (低于); every place compares its own items and cites its own articles.
 */
class EligibilityElsewhereTest {

  @ParameterizedTest
  @CsvSource({
    "jiangyin, 12000, ELIGIBLE",
    "jiangyin, 12000.01, INELIGIBLE",
    "yancheng, 6000, ELIGIBLE",
    "yancheng, 6000.01, INELIGIBLE",
    "wujin, 9999.99, ELIGIBLE",
    "wujin, 10000, INELIGIBLE",
    "sichuan, 3999.99, ELIGIBLE",
    "sichuan, 4000, INELIGIBLE"
  })
  void theLineCountsAsTheTextOfThePlaceSays(String place, BigDecimal income, Eligibility outcome) {
    assertThat(outcome(place, household(1, income))).isEqualTo(outcome);
    assertThat(outcome(place, household(3, income.multiply(BigDecimal.valueOf(3)))))
        .isEqualTo(outcome);
  }

  @Test
  void exactlyTheLineIsSaidNotToBeBelowIt() {
    assertThat(decide("wujin", household(2, 20000)).findings().getFirst().message())
        .isEqualTo("人均年收入 10,000.00 元，没有低于 10,000.00 元（WJ-2.1）。");
    assertThat(decide("wujin", household(2, 30000)).findings().getFirst().message())
        .isEqualTo("人均年收入 15,000.00 元，高于 10,000.00 元（WJ-2.1）。");
    assertThat(decide("wujin", household(2, 10000)).findings().getFirst().message())
        .isEqualTo("人均年收入 5,000.00 元，不高于 10,000.00 元（WJ-2.1）。");
  }

  @ParameterizedTest
  @CsvSource({
    "2014-06-01, 2799, ELIGIBLE",
    "2014-06-01, 2800, INELIGIBLE",
    "2019-12-31, 3217, ELIGIBLE"
  })
  void sichuansLineIsThatOfTheYear(LocalDate day, int income, Eligibility outcome) {
    assertThat(
            Eligibility.of(
                ENGINE.evaluate(
                    new RuleRequest("household-eligibility", "sichuan", day, household(1, income)),
                    PACKS.find("sichuan").orElseThrow())))
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "jiangyin, tax, DOUBTS",
    "jiangyin, security, DOUBTS",
    "jiangyin, farm-machinery, ELIGIBLE",
    "yancheng, security, DOUBTS",
    "wujin, vehicle, DOUBTS",
    "wujin, tax, ELIGIBLE",
    "sichuan, provident-fund, DOUBTS",
    "sichuan, deposit, ELIGIBLE"
  })
  void onlyTheItemsOfThePlaceAreCompared(String place, String item, Eligibility outcome) {
    assertThat(outcome(place, household(3, 6000, List.of(asset(item, "320281", 1)))))
        .isEqualTo(outcome);
  }

  @Test
  void inYanchengTheSecondFarmMachineIsDoubtful() {
    assertThat(outcome("yancheng", household(3, 6000, machines(1)))).isEqualTo(ELIGIBLE);
    assertThat(outcome("yancheng", household(3, 6000, machines(2)))).isEqualTo(DOUBTS);
  }

  @ParameterizedTest
  @CsvSource({"jiangyin, JY-1", "yancheng, YC-1", "wujin, WJ-2.1", "sichuan, SC-4"})
  void everyFindingCitesAnArticleOfThePlace(String place, String article) {
    Map<String, Object> doubtful =
        household(3, 6000, List.of(asset("vehicle", "320281", 1), asset("housing", "320281", 3)));
    Map<String, Object> incomplete = household(3, 6000);
    incomplete.remove("yearlyIncome");

    for (Map<String, Object> facts : List.of(household(3, 6000), doubtful, incomplete)) {
      assertThat(decide(place, facts).findings())
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.policy()).isEqualTo(article))
          .allSatisfy(finding -> assertThat(finding.message()).contains("（" + article + "）"));
    }
    assertThat(outcome(place, incomplete)).isEqualTo(CANNOT_DECIDE);
  }

  @ParameterizedTest
  @CsvSource({"jiangyin, true, INELIGIBLE", "yancheng, false, ELIGIBLE"})
  void aVerifiedDoubtDecides(String place, boolean upheld, Eligibility outcome) {
    Map<String, Object> facts = household(3, 6000);
    facts.put("doubts", List.of(Map.of("id", "1", "item", "vehicle", "upheld", upheld)));

    assertThat(outcome(place, facts)).isEqualTo(outcome);
  }

  /** A place keeps a copy to cite its own articles; a change of the shared rules goes into all. */
  @ParameterizedTest
  @CsvSource({"jiangyin, JY-1", "yancheng, YC-1", "wujin, WJ-2.1", "sichuan, SC-4"})
  void theRulesOfAPlaceAreTheSharedOnesButForTheirArticles(String place, String article) {
    assertThat(rulesOf(place).replace("\"" + article + "\"", "\"ARTICLE\""))
        .isEqualTo(rulesOf("nantong").replaceAll("\"NT-[89]\"", "\"ARTICLE\""));
  }

  private static String rulesOf(String place) {
    String text =
        new PackResources(EligibilityElsewhereTest.class.getClassLoader())
            .find(place, "household-eligibility.drl")
            .orElseThrow();
    return text.substring(text.indexOf("package "));
  }

  private static List<Map<String, Object>> machines(int count) {
    return List.of(asset("farm-machinery", "320903", count));
  }

  private static Eligibility outcome(String place, Map<String, Object> facts) {
    return Eligibility.of(decide(place, facts));
  }

  private static Decision decide(String place, Map<String, Object> facts) {
    return ENGINE.evaluate(
        new RuleRequest("household-eligibility", place, DAY, facts),
        PACKS.find(place).orElseThrow());
  }
}
