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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        .contains("信息比对发现车辆，多于免核的 0 辆，须核实（NT-26）。");
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

  @Test
  void withoutALineNothingIsProposed() {
    ParameterSource withoutLine =
        (name, day) ->
            name.equals("exit.line.per-person") ? Optional.empty() : NANTONG.valueAt(name, day);

    Decision decision =
        ENGINE.evaluate(
            new RuleRequest("household-yearly-review", "nantong", DAY, household(3, 20_000)),
            withoutLine);

    assertThat(decision.outcome()).isEqualTo("CANNOT_DECIDE");
    assertThat(rules(decision)).contains("exit-line-missing");
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
    return ENGINE.evaluate(
        new RuleRequest("household-yearly-review", "nantong", DAY, facts), NANTONG);
  }
}
