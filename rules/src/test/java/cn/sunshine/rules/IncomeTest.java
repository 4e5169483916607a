package cn.sunshine.rules;

import static cn.sunshine.rules.Eligibility.CANNOT_DECIDE;
import static cn.sunshine.rules.Eligibility.ELIGIBLE;
import static cn.sunshine.rules.Eligibility.INELIGIBLE;
import static cn.sunshine.rules.Households.decide;
import static cn.sunshine.rules.Households.household;
import static cn.sunshine.rules.Households.outcome;
import static cn.sunshine.rules.Households.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** NT-8: yearly income per person under 7,000 yuan, that number included. */
class IncomeTest {

  @Test
  void exactlyTheLineQualifies() {
    assertThat(outcome(household(1, 7000))).isEqualTo(ELIGIBLE);
    assertThat(outcome(household(3, 21000))).isEqualTo(ELIGIBLE);
    assertThat(outcome(household(3, new BigDecimal("21000.00")))).isEqualTo(ELIGIBLE);
  }

  @Test
  void oneFenOverTheLineDoesNotQualify() {
    assertThat(outcome(household(1, new BigDecimal("7000.01")))).isEqualTo(INELIGIBLE);
    assertThat(outcome(household(3, 21000.01))).isEqualTo(INELIGIBLE);
    assertThat(outcome(household(7, new BigDecimal("49000.0000000001")))).isEqualTo(INELIGIBLE);
  }

  @Test
  void noIncomeAtAllQualifies() {
    assertThat(outcome(household(1, 0))).isEqualTo(ELIGIBLE);
  }

  @Test
  void everyKindOfNumberMeansTheSame() {
    assertThat(outcome(household(3L, 21000L))).isEqualTo(ELIGIBLE);
    assertThat(outcome(household(3.0, 21000.0))).isEqualTo(ELIGIBLE);
    assertThat(outcome(household(BigInteger.valueOf(3), new BigDecimal("2.1E+4"))))
        .isEqualTo(ELIGIBLE);
  }

  @Test
  void theFindingOfAQualifyingHouseholdSaysWhy() {
    Finding finding = decide(household(3, 20000)).findings().getFirst();

    assertThat(finding.rule()).isEqualTo("income-within-line");
    assertThat(finding.policy()).isEqualTo("NT-8");
    assertThat(finding.message()).isEqualTo("人均年收入 6,666.67 元，不高于 7,000.00 元（NT-8）。");
    assertThat(finding.actual()).isEqualTo(new BigDecimal("6666.67"));
    assertThat(finding.limit()).isEqualTo(new BigDecimal("7000.00"));
  }

  @Test
  void theFindingOfAHouseholdOverTheLineSaysWhy() {
    Finding finding = decide(household(2, 20000)).findings().getFirst();

    assertThat(finding.rule()).isEqualTo("income-over-line");
    assertThat(finding.message()).isEqualTo("人均年收入 10,000.00 元，高于 7,000.00 元（NT-8）。");
  }

  @Test
  void whenRoundingWouldHideTheDifferenceTheSumsAreTold() {
    Finding finding = decide(household(3, 21000.01)).findings().getFirst();

    assertThat(finding.message())
        .isEqualTo("家庭年收入 21,000.01 元，高于 3 人合计 21,000.00 元（人均标准 7,000.00 元）（NT-8）。");
    assertThat(finding.actual()).isEqualTo(new BigDecimal("7000.00"));
  }

  @Test
  void missingDataIsNotNo() {
    assertThat(outcome(household(null, 20000))).isEqualTo(CANNOT_DECIDE);
    assertThat(outcome(household(3, null))).isEqualTo(CANNOT_DECIDE);

    Decision decision = decide(household(null, null));
    assertThat(rules(decision))
        .containsExactly("members-missing", "yearly-income-missing", "comparison-without-doubts");
    assertThat(decision.findings())
        .extracting(Finding::message)
        .startsWith("无法认定：缺少家庭人口（NT-8）。", "无法认定：缺少家庭年收入（NT-8）。");
  }
}
