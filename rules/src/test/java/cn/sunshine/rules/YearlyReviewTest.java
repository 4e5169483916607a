package cn.sunshine.rules;

import static cn.sunshine.rules.Households.DAY;
import static cn.sunshine.rules.Households.ENGINE;
import static cn.sunshine.rules.Households.NANTONG;
import static cn.sunshine.rules.Households.asset;
import static cn.sunshine.rules.Households.household;
import static cn.sunshine.rules.Households.rules;
import static cn.sunshine.rules.Households.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NT-10, NT-26: what the rules propose in the yearly review of a registered household. */
class YearlyReviewTest {

  @Test
  void aHouseholdUnderTheLineStays() {
    Decision decision = review(household(3, 20_000));

    assertThat(decision.outcome()).isEqualTo("KEEP");
    assertThat(decision.findings().getFirst().message())
        .isEqualTo("人均年收入 6,666.67 元，未超过 7,000.00 元，未达到退出标准（NT-10）。");
    assertThat(decision.findings().getFirst().actual()).isEqualTo(new BigDecimal("6666.67"));
    assertThat(decision.findings().getFirst().limit()).isEqualTo(new BigDecimal("7000.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 7000, KEEP",
    "1, 7000.01, EXIT",
    "3, 21000, KEEP",
    "3, 21000.01, EXIT",
    "4, 60000, EXIT",
    "1, 0, KEEP"
  })
  void whoeverIsOverTheLineLeavesAndWhoeverIsOnItStays(
      int members, BigDecimal income, String outcome) {
    assertThat(review(household(members, income)).outcome()).isEqualTo(outcome);
  }

  @Test
  void aFenThatRoundingHidesIsToldByTheSums() {
    assertThat(review(household(3, new BigDecimal("21000.01"))).findings().getFirst().message())
        .isEqualTo("家庭年收入 21,000.01 元，超过 3 人合计 21,000.00 元，达到退出标准（NT-10）。");
  }

  /** 达到 takes the line itself in, 超过 does not: WJ-2.1 and SC-6 say 低于 of who is poor. */
  @ParameterizedTest
  @CsvSource({
    "wujin, 3, 29999.99, KEEP, 家庭年收入 29，999.99 元，低于 3 人合计 30，000.00 元，未达到退出标准（WJ-4.4）。",
    "wujin, 3, 30000, EXIT, 人均年收入 10，000.00 元，达到 10，000.00 元，达到退出标准（WJ-4.4）。",
    "wujin, 1, 9999, KEEP, 人均年收入 9，999.00 元，低于 10，000.00 元，未达到退出标准（WJ-4.4）。",
    "sichuan, 2, 7999, KEEP, 人均年收入 3，999.50 元，低于 4，000.00 元，未达到退出标准（SC-6）。",
    "sichuan, 2, 8000, EXIT, 人均年收入 4，000.00 元，达到 4，000.00 元，达到退出标准（SC-6）。",
    "jiangyin, 1, 12000, KEEP, 人均年收入 12，000.00 元，未超过 12，000.00 元，未达到退出标准（JY-3）。",
    "yancheng, 1, 6000.01, EXIT, 人均年收入 6，000.01 元，超过 6，000.00 元，达到退出标准（YC-1）。"
  })
  void exactlyTheLineCountsAsTheTextOfThePlaceCountsIt(
      String pack, int members, BigDecimal income, String outcome, String sentence) {
    Decision decision = reviewIn(pack, household(members, income));

    assertThat(decision.outcome()).isEqualTo(outcome);
    // A comma of the sentence would end the cell.
    assertThat(decision.findings().getFirst().message())
        .isEqualTo(sentence.replaceAll("(?<=\\d)，(?=\\d)", ","));
  }

  @Test
  void theNationalLineOfTheYearIsSichuans() {
    PolicyPack sichuan = Households.PACKS.find("sichuan").orElseThrow();
    Map<String, Object> facts = household(1, 2900);

    assertThat(
            ENGINE
                .evaluate(
                    new RuleRequest(
                        "household-yearly-review", "sichuan", LocalDate.of(2014, 11, 1), facts),
                    sichuan)
                .outcome())
        .isEqualTo("EXIT");
    assertThat(reviewIn("sichuan", facts).outcome()).isEqualTo("KEEP");
  }

  @ParameterizedTest
  @CsvSource({"wujin, WJ-2.1", "sichuan, SC-4", "jiangyin, JY-1", "yancheng, YC-1"})
  void theComparisonIsThatOfThePlace(String pack, String policy) {
    Decision decision =
        reviewIn(pack, household(3, 3_000, List.of(asset("vehicle", Households.OWN_COUNTY, 1))));

    assertThat(decision.outcome()).isEqualTo("CANNOT_DECIDE");
    assertThat(decision.findings())
        .extracting(Finding::message)
        .contains("信息比对发现车辆，多于免核的 0 辆，须核实（" + policy + "）。");
  }

  @Test
  void aRegisterOutOfDateIsAdjusted() {
    Decision decision = review(with(household(3, 20_000), "changes", 2));

    assertThat(decision.outcome()).isEqualTo("ADJUST");
    assertThat(decision.findings().getLast().message()).isEqualTo("上报情况与名册有 2 项不同（NT-10）。");
  }

  @Test
  void whoeverLeavesIsNotAdjusted() {
    assertThat(review(with(household(3, 30_000), "changes", 2)).outcome()).isEqualTo("EXIT");
  }

  @Test
  void assetsOverTheFreeNumberAreLookedIntoFirst() {
    Decision decision =
        review(household(3, 20_000, List.of(asset("vehicle", Households.OWN_COUNTY, 1))));

    assertThat(decision.outcome()).isEqualTo("CANNOT_DECIDE");
    assertThat(decision.findings())
        .extracting(Finding::message)
        .contains("信息比对发现车辆，多于免核的 0 辆，须核实（NT-9）。");
    assertThat(decision.newDoubts()).isEmpty();
  }

  @Test
  void oneHomeIsFreeAndWhatIsNotComparedDoesNotCount() {
    assertThat(
            review(
                    household(
                        3,
                        20_000,
                        List.of(
                            asset("housing", Households.OWN_COUNTY, 1),
                            asset("deposit", Households.OWN_COUNTY, 1))))
                .outcome())
        .isEqualTo("KEEP");
  }

  @ParameterizedTest
  @CsvSource({
    "members, members-missing",
    "yearlyIncome, yearly-income-missing",
    "assets, comparison-missing"
  })
  void whatIsMissingIsNamedInsteadOfGuessed(String field, String rule) {
    Decision decision = review(with(household(3, 20_000), field, null));

    assertThat(decision.outcome()).isEqualTo("CANNOT_DECIDE");
    assertThat(rules(decision)).contains(rule);
  }

  @Test
  void aReportOfExitIsJudgedByItsIncomeAlone() {
    Map<String, Object> facts = with(household(3, 30_000), "assets", null);

    assertThat(review(with(facts, "stage", "application")).outcome()).isEqualTo("EXIT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit.line.per-person", "exit.line.wording"})
  void withoutALineNothingIsProposed(String missing) {
    ParameterSource withoutLine =
        (name, day) -> name.equals(missing) ? Optional.empty() : NANTONG.valueAt(name, day);

    Decision decision =
        ENGINE.evaluate(
            new RuleRequest("household-yearly-review", "nantong", DAY, household(3, 20_000)),
            withoutLine);

    assertThat(decision.outcome()).isEqualTo("CANNOT_DECIDE");
    assertThat(rules(decision)).contains("exit-line-missing");
    assertThat(decision.findings().getFirst().message()).contains(missing);
  }

  @Test
  void theLineOfTheDayCounts() {
    Decision decision = review(household(3, 20_000));

    assertThat(decision.parameters()).extracting(Parameter::name).contains("exit.line.per-person");
    assertThat(decision.version()).startsWith("1-");
  }

  @Test
  void nonsenseIsRefused() {
    assertThatExceptionOfType(InvalidFacts.class)
        .isThrownBy(() -> review(with(household(3, 20_000), "changes", -1)));
    assertThatExceptionOfType(InvalidFacts.class)
        .isThrownBy(() -> review(with(household(3, 20_000), "changes", "two")));
  }

  private static Decision review(Map<String, Object> facts) {
    return reviewIn("nantong", facts);
  }

  private static Decision reviewIn(String pack, Map<String, Object> facts) {
    return ENGINE.evaluate(
        new RuleRequest("household-yearly-review", pack, DAY, facts),
        Households.PACKS.find(pack).orElseThrow());
  }
}
