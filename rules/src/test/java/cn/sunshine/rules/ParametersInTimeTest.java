package cn.sunshine.rules;

import static cn.sunshine.rules.Eligibility.CANNOT_DECIDE;
import static cn.sunshine.rules.Eligibility.DOUBTS;
import static cn.sunshine.rules.Eligibility.ELIGIBLE;
import static cn.sunshine.rules.Eligibility.INELIGIBLE;
import static cn.sunshine.rules.Households.NANTONG;
import static cn.sunshine.rules.Households.OWN_COUNTY;
import static cn.sunshine.rules.Households.asset;
import static cn.sunshine.rules.Households.decide;
import static cn.sunshine.rules.Households.household;
import static cn.sunshine.rules.Households.poorWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policy numbers come only from the parameters valid on the day in question. */
class ParametersInTimeTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
  private static final LocalDate NEW_LINE = LocalDate.of(2027, 1, 1);

  @Test
  void aNewLineHoldsFromItsFirstDayOn() {
    ParameterSource lines =
        replacing(
            "income.line.per-person",
            line("7000", LocalDate.of(2019, 1, 1), Optional.of(LAST_DAY)),
            line("8000", NEW_LINE, Optional.empty()));

    Decision before = decide(household(1, 7500), lines, LAST_DAY);
    Decision after = decide(household(1, 7500), lines, NEW_LINE);

    assertThat(Eligibility.of(before)).isEqualTo(INELIGIBLE);
    assertThat(Eligibility.of(after)).isEqualTo(ELIGIBLE);
    assertThat(after.findings().getFirst().limit()).isEqualTo(new BigDecimal("8000.00"));
    assertThat(after.parameters()).extracting(Parameter::value).contains("8000");
    assertThat(before.version()).as("the rules did not change").isEqualTo(after.version());
  }

  @Test
  void withoutALineValidOnTheDayNothingIsDecided() {
    Decision decision = decide(household(1, 7000), NANTONG, LocalDate.of(2018, 12, 31));

    assertThat(Eligibility.of(decision)).isEqualTo(CANNOT_DECIDE);
    assertThat(decision.findings())
        .extracting(Finding::message)
        .containsExactly(
            "无法认定：2018-12-31 没有有效的参数 income.line.per-person（NT-8）。",
            "无法认定：2018-12-31 没有有效的参数 comparison.items（NT-9）。");
  }

  @Test
  void aLineThatIsNoNumberIsNoLine() {
    ParameterSource broken =
        replacing("income.line.per-person", line("七千", LocalDate.of(2019, 1, 1), Optional.empty()));

    assertThat(Eligibility.of(decide(household(1, 7000), broken, NEW_LINE)))
        .isEqualTo(CANNOT_DECIDE);
  }

  @Test
  void aComparedKindWithoutAFreeNumberCannotBeJudged() {
    String thresholds = Tables.shipped("nantong", "asset-thresholds");
    Decision decision =
        Tables.variant(
                "household-eligibility",
                "asset-thresholds.dmn",
                Tables.without(thresholds, "vehicle"))
            .evaluate(NEW_LINE, poorWith(), Households.NANTONG);

    assertThat(Eligibility.of(decision)).isEqualTo(CANNOT_DECIDE);
    assertThat(decision.findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("决策表“资产免核数量”没有车辆的免核数量"));
  }

  @Test
  void theComparedKindsAreAParameter() {
    assertThat(Eligibility.of(decide(poorWith(), replacing("comparison.items"), NEW_LINE)))
        .isEqualTo(CANNOT_DECIDE);
  }

  @Test
  void withoutAnExemptWordEverySocialSecurityRecordCounts() {
    Decision decision =
        decide(
            poorWith(asset("social-security", OWN_COUNTY, 1, "城乡居民基本养老保险")),
            replacing("comparison.social-security.exempt"),
            NEW_LINE);

    assertThat(Eligibility.of(decision)).isEqualTo(DOUBTS);
  }

  private static ParameterSource replacing(String replaced, Parameter... rows) {
    return (name, day) ->
        name.equals(replaced)
            ? Arrays.stream(rows).filter(row -> row.isValidOn(day)).findFirst()
            : NANTONG.valueAt(name, day);
  }

  private static Parameter line(String value, LocalDate from, Optional<LocalDate> to) {
    return new Parameter(
        "income.line.per-person", Unit.YUAN_PER_PERSON_YEAR, value, from, to, "NT-8", "", 1);
  }
}
