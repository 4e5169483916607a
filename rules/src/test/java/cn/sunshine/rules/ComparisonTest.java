package cn.sunshine.rules;

import static cn.sunshine.rules.Eligibility.CANNOT_DECIDE;
import static cn.sunshine.rules.Eligibility.DOUBTS;
import static cn.sunshine.rules.Eligibility.ELIGIBLE;
import static cn.sunshine.rules.Eligibility.INELIGIBLE;
import static cn.sunshine.rules.Households.OWN_COUNTY;
import static cn.sunshine.rules.Households.asset;
import static cn.sunshine.rules.Households.decide;
import static cn.sunshine.rules.Households.household;
import static cn.sunshine.rules.Households.outcome;
import static cn.sunshine.rules.Households.poorWith;
import static cn.sunshine.rules.Households.rules;
import static cn.sunshine.rules.Households.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * NT-9: vehicles, housing, provident fund and social security are compared; what is over the free
 * number is doubtful.
 */
class ComparisonTest {
  private static final String OTHER_COUNTY = "320102";

  @Test
  void aComparisonThatFindsNothingSaysSo() {
    Decision decision = decide(poorWith());

    assertThat(Eligibility.of(decision)).isEqualTo(ELIGIBLE);
    assertThat(rules(decision)).containsExactly("income-within-line", "comparison-without-doubts");
    assertThat(decision.findings().getLast().message()).isEqualTo("信息比对未发现存疑事项（NT-9）。");
  }

  @ParameterizedTest
  @CsvSource({
    "vehicle, 0, 0",
    "vehicle, 1, 1",
    "vehicle, 3, 3",
    "housing, 0, 0",
    "housing, 1, 0",
    "housing, 2, 1",
    "housing, 4, 3",
    "provident-fund, 1, 1",
    "provident-fund, 2, 2",
    "social-security, 1, 1",
    "social-security, 2, 2"
  })
  void everyAssetOverTheFreeNumberIsOneDoubt(String item, int count, int doubts) {
    Decision decision = decide(poorWith(asset(item, OWN_COUNTY, count)));

    assertThat(decision.newDoubts()).hasSize(doubts);
    assertThat(Eligibility.of(decision)).isEqualTo(doubts == 0 ? ELIGIBLE : DOUBTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tax", "deposit", "security", "farm-machinery"})
  void whatThePackDoesNotCompareIsIgnored(String item) {
    assertThat(outcome(poorWith(asset(item, OWN_COUNTY, 1000)))).isEqualTo(ELIGIBLE);
  }

  @Test
  void recordsInAnotherCountyCountAsWell() {
    assertThat(outcome(poorWith(asset("vehicle", OTHER_COUNTY, 1)))).isEqualTo(DOUBTS);
    assertThat(outcome(poorWith(asset("housing", OTHER_COUNTY, 1)))).isEqualTo(ELIGIBLE);

    Decision decision =
        decide(poorWith(asset("housing", OWN_COUNTY, 1), asset("housing", OTHER_COUNTY, 1)));
    assertThat(decision.newDoubts()).hasSize(1);
  }

  @Test
  void theHomeThatRaisesNoDoubtIsTheOneInTheOwnCounty() {
    Decision decision =
        decide(poorWith(asset("housing", OTHER_COUNTY, 1), asset("housing", "320612101200", 1)));

    assertThat(decision.newDoubts())
        .extracting(finding -> finding.doubt().orElseThrow().region())
        .containsExactly(Optional.of(OTHER_COUNTY));
  }

  @Test
  void homesOfSeveralRecordsAreCountedTogether() {
    Decision decision =
        decide(
            poorWith(
                with(asset("housing", OTHER_COUNTY, 2), "recordId", "a"),
                with(asset("housing", OWN_COUNTY, 2), "recordId", "b")));

    assertThat(decision.newDoubts())
        .extracting(finding -> finding.doubt().orElseThrow())
        .containsExactly(
            new DoubtSubject(AssetItem.HOUSING, Optional.of("a"), 1, Optional.of(OTHER_COUNTY)),
            new DoubtSubject(AssetItem.HOUSING, Optional.of("a"), 2, Optional.of(OTHER_COUNTY)),
            new DoubtSubject(AssetItem.HOUSING, Optional.of("b"), 2, Optional.of(OWN_COUNTY)));
  }

  @Test
  void withoutACountyTheFirstHomeGivenRaisesNoDoubt() {
    Map<String, Object> facts =
        poorWith(
            with(asset("housing", OTHER_COUNTY, 1), "recordId", "first"),
            with(asset("housing", OWN_COUNTY, 1), "recordId", "second"));

    assertThat(decide(with(facts, "county", null)).newDoubts())
        .extracting(finding -> finding.doubt().orElseThrow().recordId())
        .containsExactly(Optional.of("second"));
  }

  @Test
  void theResidentsSchemeIsNoEmployeesInsurance() {
    assertThat(outcome(poorWith(asset("social-security", OWN_COUNTY, 1, "城乡居民基本养老保险"))))
        .isEqualTo(ELIGIBLE);
    assertThat(outcome(poorWith(asset("social-security", OWN_COUNTY, 1, "企业职工基本养老保险"))))
        .isEqualTo(DOUBTS);
    assertThat(outcome(poorWith(asset("social-security", OWN_COUNTY, 1, "")))).isEqualTo(DOUBTS);
  }

  @Test
  void theWordExemptsRecordsOfSocialSecurityOnly() {
    assertThat(outcome(poorWith(asset("vehicle", OWN_COUNTY, 1, "居民自用")))).isEqualTo(DOUBTS);
  }

  @Test
  void aRecordWithoutACountStandsForOne() {
    Map<String, Object> facts =
        household(3, 12000, List.of(Map.of("item", "vehicle", "region", OWN_COUNTY)));

    assertThat(decide(facts).newDoubts()).hasSize(1);
  }

  @Test
  void theFindingOfADoubtSaysWhatWasFoundAndWhatIsAllowed() {
    Finding finding = decide(poorWith(asset("housing", OTHER_COUNTY, 2))).newDoubts().getFirst();

    assertThat(finding.rule()).isEqualTo("asset-over-free-number");
    assertThat(finding.policy()).isEqualTo("NT-9");
    assertThat(finding.message()).isEqualTo("信息比对发现第 2 套住房（所在地 320102），多于免核的 1 套，须调查核实（NT-9）。");
    assertThat(finding.actual()).isEqualTo(BigDecimal.valueOf(2));
    assertThat(finding.limit()).isEqualTo(BigDecimal.valueOf(1));
  }

  @Test
  void incomeOverTheLineWeighsMoreThanDoubts() {
    Decision decision = decide(household(3, 30000, List.of(asset("vehicle", OWN_COUNTY, 1))));

    assertThat(Eligibility.of(decision)).isEqualTo(INELIGIBLE);
    assertThat(rules(decision)).containsExactly("income-over-line", "asset-over-free-number");
  }

  @Test
  void aComparisonThatWasNotMadeIsNotOneThatFoundNothing() {
    Decision decision = decide(with(poorWith(), "assets", null));

    assertThat(Eligibility.of(decision)).isEqualTo(CANNOT_DECIDE);
    assertThat(rules(decision)).containsExactly("comparison-missing", "income-within-line");
    assertThat(decision.findings().getFirst().message()).isEqualTo("无法认定：缺少信息比对结果（NT-9）。");
  }

  @Test
  void atTheApplicationTheComparisonIsStillToCome() {
    Map<String, Object> applied = with(with(poorWith(), "assets", null), "stage", "application");

    Decision decision = decide(applied);
    assertThat(Eligibility.of(decision)).isEqualTo(ELIGIBLE);
    assertThat(rules(decision)).containsExactly("income-within-line", "comparison-pending");
    assertThat(decision.findings().getLast().message()).isEqualTo("尚未进行信息比对，目前只看收入（NT-9）。");
    assertThat(outcome(with(applied, "yearlyIncome", 21001))).isEqualTo(INELIGIBLE);
  }
}
