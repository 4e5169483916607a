package cn.sunshine.rules;

import static cn.sunshine.rules.Households.NANTONG;
import static cn.sunshine.rules.Households.PACKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A pack is data, and a mistake in it is found when it is loaded, not when a case needs it. */
class PolicyPackTest {
  /** Terms that the document itself gives: NT-21 for the reply and the investigated result. */
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static final String GOOD =
      """
      name: place
      code: PL
      title: 某地
      root-region: 3299
      processes: [household-admission]
      rule-sets: []
      parameters:
        - {name: line, title: 收入标准, unit: yuan-per-person-year, value: 7000, from: 2019-01-01, to: 2019-12-31, source: NT-8}
        - {name: line, title: 收入标准, unit: yuan-per-person-year, value: 8000.50, from: 2020-01-01, source: NT-8, note: 假定, version: 2}
      """;

  @Test
  void nantongHoldsForItsRegions() {
    assertThat(PACKS.forRegion("3206")).contains(NANTONG);
    assertThat(PACKS.forRegion("320612101200")).contains(NANTONG);
    assertThat(PACKS.forRegion("320102")).isEmpty();
    assertThat(PACKS.forRegion("32")).isEmpty();
    assertThat(NANTONG.title()).isEqualTo("南通市");
    assertThat(NANTONG.processes()).contains("household-admission");
  }

  @Test
  void nantongsNumbersAreThoseOfTheDocument() {
    assertThat(NANTONG.valueAt("income.line.per-person", DAY).orElseThrow().decimal())
        .isEqualByComparingTo("7000");
    assertThat(NANTONG.valueAt("comparison.items", DAY).orElseThrow().words())
        .containsExactly("vehicle", "housing", "provident-fund", "social-security");
    assertThat(NANTONG.valueAt("notice.days.village", DAY).orElseThrow().number()).isEqualTo(7);
  }

  @Test
  void everyParameterOfEveryPlaceHasATitleOfItsOwn() {
    Pattern chinese = Pattern.compile(".*\\p{IsHan}.*");
    for (PolicyPack pack : PACKS.all()) {
      List<String> names = pack.parameters().stream().map(Parameter::name).distinct().toList();
      assertThat(names).as(pack.name()).isNotEmpty();
      assertThat(names)
          .as(pack.name())
          .allSatisfy(name -> assertThat(pack.titleOf(name)).matches(chinese));
      assertThat(names.stream().map(pack::titleOf).toList())
          .as("two parameters of %s with one title", pack.name())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void everyStepOfTheAdmissionHasATerm() {
    for (String step :
        List.of(
            "group-review",
            "committee-review",
            "objection-review",
            "township-check",
            "city-comparison",
            "doubt-investigation",
            "county-sign-off",
            "correction")) {
      assertThat(NANTONG.valueAt("term." + step, DAY)).as(step).isPresent();
    }
  }

  @Test
  void whatTheDocumentDoesNotSayIsMarkedAsAnAssumption() {
    assertThat(NANTONG.parameters())
        .filteredOn(
            parameter ->
                parameter.name().startsWith("term.") || parameter.name().startsWith("notice.days"))
        .isNotEmpty()
        .allSatisfy(parameter -> assertThat(parameter.note()).contains("未规定", "假定"));
  }

  @Test
  void aRowIsValidFromItsFirstToItsLastDay() {
    PolicyPack pack = PackFile.parse("place", GOOD);

    assertThat(pack.valueAt("line", LocalDate.of(2018, 12, 31))).isEmpty();
    assertThat(valueOn(pack, LocalDate.of(2019, 1, 1))).contains("7000");
    assertThat(valueOn(pack, LocalDate.of(2019, 12, 31))).contains("7000");
    assertThat(valueOn(pack, LocalDate.of(2020, 1, 1))).contains("8000.50");
    assertThat(pack.parameters().getLast().version()).isEqualTo(2);
  }

  @Test
  void mistakesAreNamed() {
    assertMistake(
        GOOD.replace("to: 2019-12-31, ", ""), "line：从 2019-01-01 起和从 2020-01-01 起的两行有效期重叠");
    assertMistake(GOOD.replace("to: 2019-12-31", "to: 2020-01-01"), "有效期重叠");
    assertMistake(GOOD.replace("to: 2019-12-31", "to: 2018-12-31"), "line：to 早于 from");
    assertMistake(GOOD.replace("to: 2019-12-31", "until: 2019-12-31"), "不认识的键 until");
    assertMistake(GOOD.replace("title: 某地", "titel: 某地"), "文件：不认识的键 titel");
    assertMistake(GOOD.replace("title: 某地", "titel: 某地"), "文件：缺少 title");
    assertMistake(GOOD.replace("value: 7000", "value: 七千"), "line：value 不是有效的元/人·年");
    assertMistake(GOOD.replace("value: 7000,", ""), "line：缺少 value");
    assertMistake(GOOD.replace("title: 收入标准, ", ""), "line：缺少 title");
    assertMistake(GOOD.replaceFirst("title: 收入标准", "title: 标准"), "line：各行的 title 应相同");
    assertMistake(
        GOOD.replace("unit: yuan-per-person-year, value: 7000", "unit: dollar, value: 7000"),
        "line：不认识的单位 unit");
    assertMistake(GOOD.replace("from: 2019-01-01", "from: 2019-02-30"), "from 应为 2019-01-01 这样的日期");
    assertMistake(GOOD.replace(", source: NT-8}", "}"), "line：缺少 source");
    assertMistake(GOOD.replace("version: 2", "version: two"), "line：version 应为正整数");
    assertMistake(
        GOOD.replace("root-region: 3299", "root-region: 329"), "root-region 应为2、4或6位地区代码");
    assertMistake(GOOD.replace("name: place", "name: other"), "name 应与文件夹名 place 相同");
    assertMistake(GOOD.replace("code: PL", "code: pl"), "code 应为2到4个大写字母");
    assertMistake(GOOD.replace("rule-sets: []", "rule-sets: none"), "rule-sets 应为列表");
    assertMistake(GOOD + "title: 又一次\n", "不是有效的 YAML");
    assertMistake("just text", "文件 应由“键: 值”组成");
    assertMistake("a: !!java.net.URL [http://127.0.0.1]", "不是有效的 YAML");
  }

  @Test
  void anEmptyFileIsAMistakeToo() {
    assertMistake("", "文件 应由“键: 值”组成");
  }

  private static Optional<String> valueOn(PolicyPack pack, LocalDate day) {
    return pack.valueAt("line", day).map(Parameter::value);
  }

  private static void assertMistake(String yaml, String problem) {
    assertThatExceptionOfType(InvalidPack.class)
        .isThrownBy(() -> PackFile.parse("place", yaml))
        .withMessageStartingWith("政策包 place 有误：")
        .withMessageContaining(problem);
  }
}
