package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that each pack is shipped with are whole, and answer as the documents say. */
class ShippedTablesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  static Stream<Arguments> tables() {
    return Households.PACKS.all().stream()
        .flatMap(
            pack ->
                pack.ruleSets().stream()
                    .flatMap(set -> set.models().stream())
                    .filter(file -> file.endsWith(".dmn"))
                    .distinct()
                    .map(file -> Arguments.of(pack.name(), file.replace(".dmn", ""))));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableHasNeitherFaultsNorGapsNorOverlaps(String pack, String table) {
    String model = Tables.shipped(pack, table);

    assertThat(TableCheck.of(model, model)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "complaint, reply, 5, NT-24",
    "help-request, reply, 5, NT-21",
    "complaint, investigation, 10, NT-24",
    "help-request, investigation, 10, NT-21"
  })
  void requestsAreAnsweredInFiveAndSettledInTenWorkingDays(
      String kind, String step, String days, String article) {
    for (PolicyPack pack : Households.PACKS.all()) {
      Decision decision = decide(pack.name(), "request-terms", Map.of("kind", kind, "step", step));

      assertThat(decision.outcome()).as(pack.name()).isEqualTo(days);
      assertThat(decision.findings().getFirst().policy()).isEqualTo(article);
    }
  }

  @ParameterizedTest
  @CsvSource({"vehicle, 0", "housing, 1", "provident-fund, 0", "social-security, 0"})
  void nantongDoubtsEachVehicleEachFurtherHomeEachFundAndInsurance(String item, String free) {
    assertThat(decide("nantong", "asset-thresholds", Map.of("item", item)).outcome())
        .isEqualTo(free);
  }

  @Test
  void everyKindOfAssetHasANumberInEveryPack() {
    for (PolicyPack pack : Households.PACKS.all()) {
      for (AssetItem item : AssetItem.values()) {
        assertThat(decide(pack.name(), "asset-thresholds", Map.of("item", item.code())).outcome())
            .as("%s in %s", item, pack.name())
            .matches("\\d+");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "due-soon, household-admission, village, 0, LOW",
    "due-soon, municipal-village-project, finance, 0, MEDIUM",
    "overdue, household-admission, village, 1, MEDIUM",
    "overdue, complaint, department, 1, HIGH",
    "overdue, municipal-village-project, finance, 1, HIGH",
    "superior, complaint, department, 6, CRITICAL",
    "superior, household-admission, village, 11, CRITICAL",
    "oversight, household-admission, village, 3, CRITICAL"
  })
  void anAlertIsTheMoreSevereTheMoreItConcernsMoneyOrPeopleAndTheLongerItLasts(
      String stage, String process, String role, int days, String severity) {
    Decision decision =
        decide(
            "nantong",
            "alert-severity",
            Map.of("stage", stage, "process", process, "role", role, "days-over", days));

    assertThat(decision.outcome()).isEqualTo(severity);
    assertThat(decision.findings()).singleElement().matches(reason -> !reason.policy().isEmpty());
  }

  @Test
  void theSeveritiesHaveChineseWords() {
    assertThat(Households.ENGINE.shipped("nantong", "alert-severity").orElseThrow().outcomeWords())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("LOW", "提示", "MEDIUM", "一般", "HIGH", "较重", "CRITICAL", "严重"));
  }

  @ParameterizedTest
  @CsvSource({"1999, 2999, 300000, 100000", "2000, 3000, 300000.01, 300000", "5000, 9000, 0, 0"})
  void jiangyinAidsItsVillagesInTiers(String population, String area, String gap, String aid) {
    assertThat(
            decide(
                    "jiangyin",
                    "village-aid",
                    Map.of(
                        "population", number(population),
                        "area", number(area),
                        "income-gap", number(gap)))
                .outcome())
        .isEqualTo(aid);
  }

  @ParameterizedTest
  @CsvSource({"1199999.99, 1500000", "1200000, 0"})
  void wujinTopsUpAVillageUnderTwelveHundredThousand(String income, String reach) {
    assertThat(decide("wujin", "village-top-up", Map.of("income", number(income))).outcome())
        .isEqualTo(reach);
  }

  @Test
  void aTableOfSeveralRuleSetsIsShippedOnce() {
    assertThat(List.of("household-eligibility", "household-yearly-review", "asset-thresholds"))
        .allSatisfy(
            set ->
                assertThat(Tables.definition("nantong", set).models())
                    .contains("asset-thresholds.dmn"));
  }

  private static java.math.BigDecimal number(String text) {
    return new java.math.BigDecimal(text);
  }

  private static Decision decide(String pack, String ruleSet, Map<String, Object> facts) {
    return Households.ENGINE.evaluate(
        new RuleRequest(ruleSet, pack, DAY, facts), Households.PACKS.find(pack).orElseThrow());
  }
}
