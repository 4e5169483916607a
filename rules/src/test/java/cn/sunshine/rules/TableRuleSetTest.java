package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A decision table is a rule set of its own: its facts are what the model asks for, and what it
 * answers says which row decided, by which article, and why.
 */
class TableRuleSetTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final String PLACE = "place";

  /** A table that no Java knows. */
  private static final String MODEL =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="boat-fee" name="渡船费"
          namespace="https://sunshine.cn/packs/place/boat-fee">
        <description>渡船费（AB-7）。</description>
        <inputData id="kind" name="乘客"><description>adult 成人；child 儿童。</description>
          <variable id="v1" name="乘客" typeRef="string"/></inputData>
        <inputData id="bags" name="行李数"><variable id="v2" name="行李数" typeRef="number"/></inputData>
        <inputData id="resident" name="本村居民"><variable id="v3" name="本村居民" typeRef="boolean"/></inputData>
        <decision id="outcome" name="票价"><variable id="v4" name="票价" typeRef="number"/>
          <informationRequirement id="r1"><requiredInput href="#kind"/></informationRequirement>
          <informationRequirement id="r2"><requiredInput href="#bags"/></informationRequirement>
          <informationRequirement id="r3"><requiredInput href="#resident"/></informationRequirement>
          <decisionTable id="t" hitPolicy="FIRST">
            <input id="c1" label="乘客"><inputExpression id="e1" typeRef="string"><text>乘客</text></inputExpression>
              <inputValues id="a1"><text>"adult", "child"</text></inputValues></input>
            <input id="c2" label="行李数"><inputExpression id="e2" typeRef="number"><text>行李数</text></inputExpression>
              <inputValues id="a2"><text>&gt;= 0</text></inputValues></input>
            <input id="c3" label="本村居民"><inputExpression id="e3" typeRef="boolean"><text>本村居民</text></inputExpression></input>
            <output id="o" label="元"/>
            <rule id="free"><description>AB-8 本村居民免费</description>
              <inputEntry id="i1"><text>-</text></inputEntry><inputEntry id="i2"><text>-</text></inputEntry>
              <inputEntry id="i3"><text>true</text></inputEntry><outputEntry id="o1"><text>0</text></outputEntry></rule>
            <rule id="child"><description>AB-9 儿童行李不多的半价</description>
              <inputEntry id="i4"><text>"child"</text></inputEntry><inputEntry id="i5"><text>&lt;= 2</text></inputEntry>
              <inputEntry id="i6"><text>-</text></inputEntry><outputEntry id="o2"><text>1.50</text></outputEntry></rule>
            <rule id="full"><inputEntry id="i7"><text>-</text></inputEntry><inputEntry id="i8"><text>-</text></inputEntry>
              <inputEntry id="i9"><text>-</text></inputEntry><outputEntry id="o3"><text>3</text></outputEntry></rule>
          </decisionTable></decision>
      </definitions>
      """;

  private final RuleVersion ferry = compile(MODEL);

  @ParameterizedTest
  @CsvSource({
    "adult, 0, false, 3",
    "child, 2, false, 1.5",
    "child, 3, false, 3",
    "adult, 9, true, 0"
  })
  void itAnswersWhatItsRowsSay(String kind, int bags, boolean resident, String fee) {
    assertThat(ask(facts(kind, bags, resident)).outcome()).isEqualTo(fee);
  }

  @Test
  void theReasonNamesRuleVersionArticleFactsAndConditionInChinese() {
    Finding reason = ask(facts("child", 2, false)).findings().getFirst();

    assertThat(reason.rule()).isEqualTo("child");
    assertThat(reason.version()).isEqualTo(ferry.version()).startsWith("4-");
    assertThat(reason.policy()).isEqualTo("AB-9");
    assertThat(reason.message()).isEqualTo("票价：1.5，儿童行李不多的半价（AB-9）。");
    assertThat(reason.actual()).isEqualTo("乘客 儿童，行李数 2，本村居民 否");
    assertThat(reason.limit()).isEqualTo("乘客 儿童，行李数 <= 2");
  }

  @Test
  void aRowWithoutAnArticleIsExplainedByTheArticleOfItsTable() {
    Finding reason = ask(facts("adult", 1, false)).findings().getFirst();

    assertThat(reason.policy()).isEqualTo("AB-7");
    assertThat(reason.limit()).isEqualTo("其他情况");
  }

  @Test
  void whatIsMissingKeepsItFromDeciding() {
    Map<String, Object> facts = new HashMap<>(facts("child", 2, false));
    facts.remove("bags");
    facts.put("resident", null);

    Decision decision = ask(facts);

    assertThat(decision.outcome()).isEqualTo("CANNOT_DECIDE");
    assertThat(decision.findings())
        .extracting(Finding::message)
        .containsExactly("无法判断：缺少行李数（AB-7）。", "无法判断：缺少本村居民（AB-7）。");
  }

  @Test
  void whatTheTableDoesNotAllowIsRefusedWithWhatItAllows() {
    assertThatExceptionOfType(InvalidFacts.class)
        .isThrownBy(() -> ask(Map.of("kind", "horse", "bags", -1, "resident", "maybe")))
        .satisfies(
            refused ->
                assertThat(refused.errors())
                    .extracting(FactError::path, FactError::message)
                    .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kind", "只能是 adult（成人）、child（儿童）"),
                        org.assertj.core.groups.Tuple.tuple("bags", "应不小于 0"),
                        org.assertj.core.groups.Tuple.tuple("resident", "应为 true 或 false")));
  }

  @Test
  void itSaysWhatItAsksFor() {
    assertThat(ferry.inputs())
        .extracting(TableInput::id, TableInput::name, TableInput::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("kind", "乘客", "string"),
            org.assertj.core.groups.Tuple.tuple("bags", "行李数", "number"),
            org.assertj.core.groups.Tuple.tuple("resident", "本村居民", "boolean"));
    assertThat(ferry.inputs().getFirst().choices())
        .containsExactly(Map.entry("adult", "成人"), Map.entry("child", "儿童"));
  }

  @Test
  void aTableWithAGapDoesNotDecideThere() {
    RuleVersion gap = compile(MODEL.replace("<text>3</text>", "<text>null</text>"));

    Decision decision = gap.evaluate(DAY, facts("adult", 0, false), Households.NANTONG);

    assertThat(decision.outcome()).isEqualTo("CANNOT_DECIDE");
    assertThat(Households.rules(decision)).containsExactly("no-answer");
  }

  @Test
  void aModelWithoutTheDecisionThatAnswersIsNoRuleSet() {
    assertThatExceptionOfType(InvalidPack.class)
        .isThrownBy(() -> compile(MODEL.replace("id=\"outcome\"", "id=\"fee\"")))
        .withMessageContaining("outcome");
  }

  @Test
  void aTableMayGiveOtherNumbersButOnlyOfTheKindThatTheSystemUnderstands() {
    String shipped = Tables.shipped("nantong", "request-terms");
    String row = "reply-to-help-request";

    assertThat(Tables.errors(Tables.with(shipped, Map.of(row, 30)), shipped)).isEmpty();
    assertThat(Tables.errors(Tables.with(shipped, Map.of(row, 0)), shipped))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.element()).isEqualTo(row + "-output");
              assertThat(fault.message()).contains("“0”不在允许的范围里").contains("[1..365]");
            });
    assertThat(Tables.errors(Tables.with(shipped, Map.of(row, "2.5")), shipped))
        .extracting(TableFault::message)
        .containsExactly("“2.5”应为整数。");
    assertThat(Tables.errors(Tables.with(shipped, Map.of(row, "\"五天\"")), shipped)).hasSize(1);
    assertThat(Tables.errors(Tables.without(shipped, row), shipped))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("有空档").contains("help-request"));
  }

  @Test
  void aColumnMayNotRefuseWhatTheSystemGives() {
    String shipped = Tables.shipped("nantong", "request-terms");
    String narrower =
        Tables.without(shipped, "information")
            .replace("\"information\", \"review-hand-over\"", "\"review-hand-over\"");
    assertThat(narrower).doesNotContain("\"information\"");

    assertThat(Tables.errors(narrower, shipped))
        .extracting(TableFault::message)
        .containsExactly("“环节”允许的值里少了“information”：系统会给出它，请补上。");
  }

  @Test
  void moneyHasNoMoreDecimalsThanFen() {
    String shipped = Tables.shipped("jiangyin", "village-aid");

    assertThat(Tables.errors(Tables.with(shipped, Map.of("small-near", "100000.05")), shipped))
        .isEmpty();
    assertThat(Tables.errors(Tables.with(shipped, Map.of("small-near", "0.005")), shipped))
        .extracting(TableFault::message)
        .containsExactly("“0.005”的小数太多，最多 2 位。");
  }

  private static Map<String, Object> facts(String kind, int bags, boolean resident) {
    return Map.of("kind", kind, "bags", BigDecimal.valueOf(bags), "resident", resident);
  }

  private Decision ask(Map<String, Object> facts) {
    return ferry.evaluate(DAY, facts, Households.NANTONG);
  }

  private static RuleVersion compile(String model) {
    return Households.ENGINE.compile(
        PLACE,
        new RuleSetDefinition("boat-fee", "渡船费", "4", List.of("boat-fee.dmn")),
        Map.of("boat-fee.dmn", model));
  }
}
