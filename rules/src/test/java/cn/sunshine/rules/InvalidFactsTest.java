package cn.sunshine.rules;

import static cn.sunshine.rules.Households.OWN_COUNTY;
import static cn.sunshine.rules.Households.asset;
import static cn.sunshine.rules.Households.decide;
import static cn.sunshine.rules.Households.household;
import static cn.sunshine.rules.Households.poorWith;
import static cn.sunshine.rules.Households.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts come from outside: what is not as agreed gets a clear answer with the field's path. */
class InvalidFactsTest {

  static Stream<Arguments> invalidFields() {
    BigDecimal endless = new BigDecimal("1E+1000000000");
    return Stream.of(
        arguments("members", "3", "应为数字"),
        arguments("members", List.of(), "应为数字"),
        arguments("members", true, "应为数字"),
        arguments("members", 2.5, "应为整数"),
        arguments("members", 0, "应在 1 到 100 之间"),
        arguments("members", -1, "应在 1 到 100 之间"),
        arguments("members", 101, "应在 1 到 100 之间"),
        arguments("members", Long.MAX_VALUE, "应在 1 到 100 之间"),
        arguments("members", endless, "应在 1 到 100 之间"),
        arguments("members", new BigDecimal("1E-1000000000"), "应在 1 到 100 之间"),
        arguments("yearlyIncome", "20000", "应为数字"),
        arguments("yearlyIncome", -0.01, "应在 0 到 1000000000000 之间"),
        arguments("yearlyIncome", Double.NaN, "应为数字"),
        arguments("yearlyIncome", Double.POSITIVE_INFINITY, "应为数字"),
        arguments("yearlyIncome", 1e300, "应在 0 到 1000000000000 之间"),
        arguments("yearlyIncome", endless, "应在 0 到 1000000000000 之间"),
        arguments("yearlyIncome", BigInteger.TEN.pow(5000), "应在 0 到 1000000000000 之间"),
        arguments("yearlyIncome", new BigDecimal("0.00000000001"), "小数最多 10 位"),
        arguments("county", 320612, "应为文字"),
        arguments("county", "通州区", "应为2、4、6、9或12位地区代码"),
        arguments("county", "3206", "应为县(市)区代码"),
        arguments("stage", "later", "应为 application、comparison 或 final"),
        arguments("assets", "none", "应为列表"),
        arguments("assets", Map.of(), "应为列表"),
        arguments("assets", Collections.nCopies(501, asset("tax", "32", 0)), "最多 500 条"),
        arguments("assets", Collections.nCopies(2, asset("vehicle", "32", 600)), "件数合计最多 1000"),
        arguments("doubts", 1, "应为列表"));
  }

  @ParameterizedTest
  @MethodSource("invalidFields")
  void anInvalidFieldIsNamedAndExplained(String field, Object value, String message) {
    assertThat(errorsOf(with(poorWith(), field, value)))
        .containsExactly(new FactError(field, message));
  }

  static Stream<Arguments> invalidAssetFields() {
    return Stream.of(
        arguments("count", -1, "应在 0 到 1000 之间"),
        arguments("count", 1001, "应在 0 到 1000 之间"),
        arguments("count", "1", "应为数字"),
        arguments("count", 0.5, "应为整数"),
        arguments("region", 320612, "应为文字"),
        arguments("region", "32061", "应为2、4、6、9或12位地区代码"),
        arguments("region", "320612101200999", "最多 12 个字"),
        arguments("description", List.of(), "应为文字"),
        arguments("description", "长".repeat(501), "最多 500 个字"),
        arguments("recordId", 7, "应为文字"));
  }

  @ParameterizedTest
  @MethodSource("invalidAssetFields")
  void anInvalidFieldOfAnAssetIsNamedAndExplained(String field, Object value, String message) {
    Map<String, Object> good = asset("vehicle", OWN_COUNTY, 1);

    assertThat(errorsOf(poorWith(good, with(good, field, value))))
        .containsExactly(new FactError("assets[1]." + field, message));
  }

  @Test
  void anUnknownKindOfAssetIsAnsweredWithTheKnownOnes() {
    List<FactError> errors = errorsOf(poorWith(asset("yacht", OWN_COUNTY, 1)));

    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().path()).isEqualTo("assets[0].item");
    assertThat(errors.getFirst().message())
        .startsWith("不认识的资产类别；可用：vehicle（车辆）、housing（住房）")
        .doesNotContain("yacht");
  }

  @Test
  void whatIsNoAssetIsNamed() {
    assertThat(errorsOf(household(3, 100, Collections.singletonList(null))))
        .extracting(FactError::path)
        .contains("assets[0]");
  }

  @Test
  void doubtsNeedAnIdOfTheirOwnAndAVerdictThatIsYesOrNo() {
    Map<String, Object> doubt = Map.of("id", "d", "item", "vehicle");

    assertThat(paths(List.of(Map.of("item", "vehicle")))).containsExactly("doubts[0].id");
    assertThat(paths(List.of(doubt, doubt))).containsExactly("doubts[1].id");
    assertThat(paths(List.of(with(doubt, "upheld", "no")))).containsExactly("doubts[0].upheld");
    assertThat(paths(List.of(with(doubt, "item", "x")))).containsExactly("doubts[0].item");
  }

  @Test
  void everythingWrongIsToldAtOnceButNotWithoutEnd() {
    assertThat(errorsOf(household("x", "y"))).hasSize(2);
    assertThat(errorsOf(household("x", "y", Collections.nCopies(500, Map.of("item", 1)))))
        .hasSize(20);
  }

  @Test
  void anErrorNeverRepeatsWhatWasSent() {
    assertThat(errorsOf(with(poorWith(), "county", "32061219800101")))
        .allSatisfy(error -> assertThat(error.message()).doesNotContain("198001"));
  }

  @Test
  void fieldsThatNobodyAsksForAreIgnored() {
    assertThat(decide(with(poorWith(), "remark", List.of("x"))).findings()).isNotEmpty();
  }

  @Test
  void anUnknownRuleSetOrPackIsSaidSo() {
    for (String[] name :
        List.of(new String[] {"x", "nantong"}, new String[] {"household-eligibility", "x"})) {
      assertThatExceptionOfType(UnknownRuleSet.class)
          .isThrownBy(
              () ->
                  Households.ENGINE.evaluate(
                      new RuleRequest(name[0], name[1], Households.DAY, poorWith()),
                      Households.NANTONG));
    }
  }

  private static List<String> paths(List<Map<String, Object>> doubts) {
    return errorsOf(with(poorWith(), "doubts", doubts)).stream().map(FactError::path).toList();
  }

  private static List<FactError> errorsOf(Map<String, Object> facts) {
    return catchThrowableOfType(InvalidFacts.class, () -> decide(facts)).errors();
  }
}
