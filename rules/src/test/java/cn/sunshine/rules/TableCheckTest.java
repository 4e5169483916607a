package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.rules.TableFault.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What policy staff are told about the tables they write, and at which cell. */
class TableCheckTest {
  private static final PackResources RESOURCES =
      new PackResources(TableCheckTest.class.getClassLoader());
  private static final String WITHIN = "income-within-line-excess";

  static Stream<String> everyShippedTable() {
    return Households.PACKS.all().stream()
        .flatMap(
            pack ->
                pack.ruleSets().stream()
                    .flatMap(set -> set.models().stream())
                    .filter(file -> file.endsWith(".dmn"))
                    .map(file -> RESOURCES.find(pack.name(), file).orElseThrow()))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("everyShippedTable")
  void whatIsShippedHasNoFault(String table) {
    assertThat(TableCheck.of(table, table)).isEmpty();
  }

  @Test
  void aGapIsToldInWords() {
    assertThat(faults(cell(WITHIN, "&lt; 0")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.element()).isEqualTo("income-table");
              assertThat(fault.message())
                  .contains("有空档")
                  .contains("收入缺项数 小于或等于 0")
                  .contains("收入超出标准的金额（元） 等于 0");
            });
  }

  @Test
  void anOverlapIsToldAtTheSecondRow() {
    assertThat(faults(cell(WITHIN, "&lt;= 1")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.element()).isEqualTo("income-over-line");
              assertThat(fault.message()).contains("第 3 行与第 2 行重叠").contains("0 至 1（含 1）");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "income-within-line-excess|&lt;= |写法不对",
        "income-within-line-excess|七千|写法不对",
        "income-within-line-excess|7,500|会读成两个数",
        "income-within-line-excess|\"七千\"|类型不符",
        "income-within-line-excess|1e999999999|不能这样写",
        "outcome-over-line-income|超过标准|写法不对",
        "outcome-over-line-income|\"超过了\"|不在这一列允许的值里",
        "outcome-over-line-income|7|类型不符",
        "outcome-eligible-missing|matches(?, \"(a+)+\")|写法不对",
        "outcome-eligible-missing|? in for i in 1..1000000 return i|写法不对",
      })
  void aFaultyCellIsToldAtTheCell(String cell, String text, String message) {
    assertThat(faults(cell(cell, text)))
        .anySatisfy(
            fault -> {
              assertThat(fault.element()).isEqualTo(cell);
              assertThat(fault.severity()).isEqualTo(Severity.ERROR);
              assertThat(fault.message()).contains(message);
            });
  }

  @Test
  void anAnswerThatTheSystemDoesNotKnowIsRefused() {
    assertThat(faults(output("outcome-eligible-output", "\"VERY_ELIGIBLE\"")))
        .anyMatch(
            fault ->
                fault.element().equals("outcome-eligible-output")
                    && fault.message().contains("不在允许的结论里"));
    assertThat(
            faults(
                output("outcome-eligible-output", "\"VERY_ELIGIBLE\"")
                    .replace("\"DOUBTS\", \"ELIGIBLE\"", "\"DOUBTS\", \"VERY_ELIGIBLE\"")))
        .anyMatch(fault -> fault.message().contains("系统不认识"));
  }

  @Test
  void anAnswerThatNoRowGivesIsPointedOut() {
    assertThat(faults(output("outcome-eligible-output", "\"DOUBTS\"")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.severity()).isEqualTo(Severity.WARNING);
              assertThat(fault.message()).contains("ELIGIBLE").contains("没有任何一行");
            });
  }

  @Test
  void anInputThatTheSystemDoesNotGiveIsRefused() {
    String model =
        table()
            .replaceFirst(
                "<inputData",
                "<inputData id=\"horoscope\" name=\"星座\"><variable id=\"h\" name=\"星座\""
                    + " typeRef=\"string\"/></inputData><inputData");

    assertThat(faults(model))
        .anyMatch(
            fault ->
                fault.element().equals("horoscope") && fault.message().contains("没有名为“星座”的输入"));
  }

  @Test
  void aDecisionThatTheSystemReadsCannotBeLeftOut() {
    String model = table().replaceAll("(?s)<decision id=\"outcome\".*?</decision>", "");

    assertThat(faults(model)).anyMatch(fault -> fault.message().contains("缺少决策“认定结论”"));
  }

  @Test
  void anExpressionOfAColumnMayOnlyCalculate() {
    String model = table().replace("<text>家庭年收入 - 人均收入标准 * 家庭人口</text>", "<text>家庭年收入 ** 9</text>");

    assertThat(faults(model))
        .anyMatch(
            fault ->
                fault.element().equals("income-excess")
                    && fault.message().contains("只能用名称和数的加、减、乘"));
  }

  @Test
  void aCellLeftEmptyIsPointedOut() {
    assertThat(faults(cell("outcome-eligible-open", "")))
        .anyMatch(
            fault ->
                fault.element().equals("outcome-eligible-open") && fault.message().contains("空的"));
  }

  @Test
  void aChangedNumberAloneIsFine() {
    String stricter =
        cell(WITHIN, "&lt;= -100").replace(cellText("income-over-line-excess", "&gt; 0"), "");
    String both =
        cell(WITHIN, "&lt;= -100")
            .replace(
                cellText("income-over-line-excess", "&gt; 0"),
                cellText("income-over-line-excess", "&gt; -100"));

    assertThat(faults(both)).isEmpty();
    assertThat(faults(stricter)).isNotEmpty();
  }

  private static List<TableFault> faults(String model) {
    return TableCheck.of(model, table());
  }

  private static String cell(String id, String text) {
    String changed =
        table()
            .replaceAll(
                "<inputEntry id=\"" + id + "\"><text>.*?</text>",
                java.util.regex.Matcher.quoteReplacement(
                    "<inputEntry id=\"" + id + "\"><text>" + text + "</text>"));
    assertThat(changed).isNotEqualTo(table());
    return changed;
  }

  private static String cellText(String id, String text) {
    return "<inputEntry id=\"" + id + "\"><text>" + text + "</text>";
  }

  private static String output(String id, String text) {
    String from = "<outputEntry id=\"" + id + "\"><text>\"ELIGIBLE\"</text>";
    assertThat(table()).contains(from);
    return table().replace(from, "<outputEntry id=\"" + id + "\"><text>" + text + "</text>");
  }

  private static String table() {
    return RESOURCES.find("nantong", "household-eligibility.dmn").orElseThrow();
  }
}
