package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a table could be made to do: reach Java, files or the network, or run on for ever. Each is
 * refused with a sentence, and soon; the limit here only keeps the test from hanging.
 */
class HostileTableTest {
  private static final Duration NOT_FOR_EVER = Duration.ofSeconds(60);
  private static final String EXPRESSION = "家庭年收入 - 人均收入标准 * 家庭人口";
  private static final PackResources RESOURCES =
      new PackResources(HostileTableTest.class.getClassLoader());

  static Stream<Arguments> attacks() {
    Map<String, String> attacks = new LinkedHashMap<>();
    attacks.put(
        "Java function", in("function(x) external { java: { class: \"java.lang.Runtime\" } }"));
    attacks.put(
        "context that names a class",
        in("{ class: \"java.lang.Runtime\", method signature: \"getRuntime()\" }"));
    attacks.put("Class.forName", in("Class.forName(\"java.lang.Runtime\")"));
    attacks.put("getClass", in("家庭年收入.getClass().forName(\"java.lang.Runtime\")"));
    attacks.put("loop of a million", in("for i in 1..1000000 return i * i"));
    attacks.put("nested loops", in("count(for i in 1..100000, j in 1..100000 return i * j)"));
    attacks.put("quantified loop", in("some i in 1..1000000000 satisfies i = 0"));
    attacks.put("recursion", in("{ f: function(x) f(x), y: f(1) }.y"));
    attacks.put(
        "catastrophic regular expression",
        in("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")"));
    attacks.put(
        "replace", in("replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\", \"b\")"));
    attacks.put("power", in("9 ** 999999999"));
    attacks.put("power of powers", in("9 ** 9 ** 9 ** 9"));
    attacks.put("number of a billion digits", in("1e999999999 + 1"));
    attacks.put("a thousand brackets", in("(".repeat(240) + "1" + ")".repeat(240)));
    attacks.put("a long expression", in("1" + " + 1".repeat(100_000)));
    attacks.put("text that doubles", in("string join(for i in 1..30 return \"aaaaaaaaaaaa\")"));
    attacks.put("now", in("now()"));
    attacks.put("entity bomb", bomb());
    attacks.put(
        "external entity",
        table()
            .replaceFirst(
                "\\?>", "?><!DOCTYPE definitions [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
            .replace("含户主", "&e;"));
    attacks.put(
        "external DTD",
        table()
            .replaceFirst("\\?>", "?><!DOCTYPE definitions SYSTEM \"http://127.0.0.1:1/x.dtd\">"));
    attacks.put(
        "import from elsewhere",
        table()
            .replaceFirst(
                "<inputData",
                "<import namespace=\"x\" name=\"x\" importType=\"http://www.omg.org/spec/DMN/20180521/MODEL/\" locationURI=\"http://127.0.0.1:1/x.dmn\"/><inputData"));
    attacks.put(
        "Java in a knowledge model",
        table()
            .replaceFirst(
                "<inputData",
                "<businessKnowledgeModel id=\"b\" name=\"b\"><encapsulatedLogic kind=\"Java\"><literalExpression><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel><inputData"));
    attacks.put(
        "PMML",
        table()
            .replaceFirst(
                "<inputData",
                "<businessKnowledgeModel id=\"b\" name=\"b\"><encapsulatedLogic kind=\"PMML\"/></businessKnowledgeModel><inputData"));
    attacks.put(
        "knowledge model in FEEL",
        table()
            .replaceFirst(
                "<inputData",
                "<businessKnowledgeModel id=\"b\" name=\"b\"><encapsulatedLogic><literalExpression><text>b()</text></literalExpression></encapsulatedLogic></businessKnowledgeModel><inputData"));
    attacks.put("deep XML", table().replace("含户主", "<a>".repeat(5000) + "</a>".repeat(5000)));
    attacks.put("50 MB", table().replace("含户主", "x".repeat(50_000_000)));
    attacks.put(
        "a table of too many rows",
        table()
            .replaceFirst("(?s)(<rule id=\"income-unknown\".*?</rule>)", "$1".repeat(3))
            .replaceFirst("(?s)(<rule id=\"income-unknown\".*?</rule>)", "$1".repeat(700)));
    attacks.put(
        "a literal expression",
        table()
            .replaceFirst(
                "(?s)<decisionTable id=\"income-table\".*?</decisionTable>",
                "<literalExpression><text>\"标准以内\"</text></literalExpression>"));
    attacks.put(
        "decisions that need each other",
        table()
            .replace(
                "<requiredInput href=\"#income-line\"/>", "<requiredDecision href=\"#outcome\"/>"));
    attacks.put("loop in the list of answers", withAnswers(LOOP));
    attacks.put("regular expression in the list of answers", withAnswers("matches(?, \"(a+)+$\")"));
    attacks.put("loop in the list of inputs", withInputs(LOOP));
    attacks.put("loop in the values of a type", withType("Z", LOOP));
    attacks.put("loop in the values of numbers", withType("number", LOOP));
    attacks.put(
        "class in extension elements",
        before(
            "<extensionElements><x:y xmlns:x=\"x\" class=\"java.lang.Runtime\"/></extensionElements>"));
    attacks.put(
        "XInclude",
        before(
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"));
    attacks.put("a decision service", before("<decisionService id=\"s\" name=\"s\"/>"));
    attacks.put(
        "two rows of one id",
        table().replace("<rule id=\"income-over-line\"", "<rule id=\"income-unknown\""));
    attacks.put("rows without ids", table().replaceAll("<rule id=\"[^\"]*\"", "<rule"));
    attacks.put(
        "cells without ids",
        table().replaceAll("<inputEntry id=\"[^\"]*\"><text>&gt; 0", "<inputEntry><text>x"));
    attacks.put(
        "columns without ids and expressions",
        table()
            .replaceAll(
                "(?s)<input id=\"[^\"]*\"|<inputExpression.*?</inputExpression>", "<input"));
    attacks.put(
        "an unknown hit policy", table().replaceAll("hitPolicy=\"[A-Z]*\"", "hitPolicy=\"X\""));
    attacks.put(
        "another version of DMN",
        table()
            .replace(
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "http://www.omg.org/spec/DMN/20151101/dmn.xsd"));
    attacks.put("references to nothing", table().replaceAll("href=\"#[^\"]*\"", "href=\"\""));
    attacks.put("a long word in a description", table().replace("含户主", "x".repeat(400_000)));
    attacks.put("a long name", table().replace("家庭年收入", "长".repeat(600)));
    attacks.put(
        "thousands of attributes",
        table()
            .replaceFirst(
                "<inputData ",
                IntStream.range(0, 30_000)
                    .mapToObj(i -> "a" + i + "=\"\"")
                    .collect(Collectors.joining(" ", "<inputData ", " "))));
    attacks.put("membership of membership", in("1" + " in 1".repeat(99)));
    attacks.put("path of paths", in("a" + ".a".repeat(240)));
    attacks.put("negation of negations", in("- ".repeat(240) + "1"));
    attacks.put("no XML", "rm -rf /");
    attacks.put("nothing", "");
    return attacks.entrySet().stream()
        .map(attack -> Arguments.of(attack.getKey(), attack.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefusedInChinese(String attack, String model) {
    List<TableFault> faults =
        assertTimeoutPreemptively(NOT_FOR_EVER, () -> TableCheck.of(model, table()));

    assertThat(faults)
        .as(attack)
        .anySatisfy(
            fault -> {
              assertThat(fault.severity()).isEqualTo(TableFault.Severity.ERROR);
              assertThat(fault.message()).containsPattern("\\p{IsHan}");
            });
  }

  /**
   * Not only the check reads what strangers wrote: so do the list of test cases and the history.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isReadByNothingElse(String attack, String model) {
    TableTerms terms = assertTimeoutPreemptively(NOT_FOR_EVER, () -> TableTerms.of(model));

    assertThat(terms.inputs()).hasSizeLessThan(20);
  }

  /**
   * A draft is tried on the register, and other checks compile it, while this one still finds
   * something wrong with it.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        LOOP,
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
        "1 in 1 in 1 in 1 in 1"
      })
  void isNotEvenCompiled(String expression) {
    for (String model :
        List.of(
            withAnswers(expression), withInputs(expression), in(expression), cell(expression))) {
      assertThatExceptionOfType(InvalidPack.class)
          .isThrownBy(() -> DecisionModel.compile("", model))
          .withMessageContaining("收入情况");
    }
  }

  private static String cell(String expression) {
    return table()
        .replace(
            "<inputEntry id=\"income-within-line-excess\"><text>&lt;= 0</text>",
            "<inputEntry id=\"income-within-line-excess\"><text>"
                + escaped(expression)
                + "</text>");
  }

  /** A page asks again with every key stroke: who does not wait any more must not keep a thread. */
  @org.junit.jupiter.api.Test
  void aCheckThatNobodyWaitsForStops() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(CheckStopped.class).isThrownBy(() -> TableCheck.of(table(), table()));
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Many columns with many values each: their combinations cannot all be tried. */
  @org.junit.jupiter.api.Test
  void aTableWithTooManyCombinationsIsRefusedInsteadOfTryingThemAll() {
    int columns = 18;
    StringBuilder inputs = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      inputs.append(
          "<input id=\"c%d\" label=\"列%d\"><inputExpression typeRef=\"number\"><text>家庭年收入 - %d</text></inputExpression></input>"
              .formatted(column, column, column));
    }
    for (int row = 0; row < 40; row++) {
      rows.append("<rule id=\"r%d\">".formatted(row));
      for (int column = 0; column < columns; column++) {
        rows.append(
            "<inputEntry id=\"e%d-%d\"><text>%s</text></inputEntry>"
                .formatted(row, column, (row + column) % 3 == 0 ? "&gt; " + row : "-"));
      }
      rows.append(
          "<outputEntry id=\"o%d\"><text>\"标准以内\"</text></outputEntry></rule>".formatted(row));
    }
    String model =
        table()
            .replaceFirst(
                "(?s)(<decisionTable id=\"income-table\").*?(<output .*?</output>).*?</decisionTable>",
                "$1 hitPolicy=\"FIRST\">" + inputs + "$2" + rows + "</decisionTable>");

    List<TableFault> faults =
        assertTimeoutPreemptively(NOT_FOR_EVER, () -> TableCheck.of(model, table()));

    assertThat(faults).isNotEmpty();
  }

  @org.junit.jupiter.api.Test
  void whatIsHostileInAListOfValuesIsToldAtItsColumn() {
    assertThat(TableCheck.of(withInputs(LOOP), table()))
        .extracting(TableFault::element)
        .containsExactly("income-missing");
    assertThat(TableCheck.of(withAnswers(LOOP), table()))
        .extracting(TableFault::element)
        .contains("income-output");
  }

  @ParameterizedTest
  @ValueSource(strings = {"function(x) external { }", "(((((((((1)))))))))", "\"long\" + \"LONG\""})
  void whatIsHostileInACellIsToldAtTheCell(String expression) {
    String written = expression.replace("LONG", "x".repeat(600));
    String model =
        table()
            .replace(
                "<inputEntry id=\"income-within-line-excess\"><text>&lt;= 0</text>",
                "<inputEntry id=\"income-within-line-excess\"><text>" + written + "</text>");

    assertThat(TableCheck.of(model, table()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.element()).isEqualTo("income-within-line-excess"))
        .satisfies(fault -> assertThat(fault.message()).doesNotContain("行"));
    assertThatExceptionOfType(InvalidPack.class)
        .isThrownBy(() -> DecisionModel.compile("", model))
        .withMessageContaining("（收入情况，第 2 行，第 2 列）");
  }

  private static String in(String expression) {
    String model =
        table()
            .replace(
                "<text>" + EXPRESSION + "</text>",
                "<text>" + expression.replace("&", "&amp;").replace("<", "&lt;") + "</text>");
    assertThat(model).isNotEqualTo(table());
    return model;
  }

  private static final String LOOP = "count(for i in 1..1000000000 return i) > 0";

  private static String escaped(String expression) {
    return expression.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The values that Drools compares every answer with. */
  private static String withAnswers(String expression) {
    return table()
        .replaceAll(
            "(?s)(<outputValues[^>]*><text>).*?(</text>)",
            Matcher.quoteReplacement(escaped(expression)).transform(text -> "$1" + text + "$2"));
  }

  /** The values that Drools compares every fact with. */
  private static String withInputs(String expression) {
    return table()
        .replaceFirst(
            "</inputExpression>",
            Matcher.quoteReplacement(
                "</inputExpression><inputValues><text>"
                    + escaped(expression)
                    + "</text></inputValues>"));
  }

  /** A type of its own for the columns, whose values Drools compares every fact with. */
  private static String withType(String name, String expression) {
    return before(
            "<itemDefinition id=\"z\" name=\"%s\"><typeRef>number</typeRef><allowedValues><text>%s</text></allowedValues></itemDefinition>"
                .formatted(name, escaped(expression)))
        .replaceAll("(<inputExpression[^>]*)typeRef=\"number\"", "$1typeRef=\"" + name + "\"");
  }

  private static String before(String element) {
    return table().replaceFirst("<inputData", Matcher.quoteReplacement(element + "<inputData"));
  }

  private static String bomb() {
    StringBuilder entities = new StringBuilder("<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    return table()
        .replaceFirst("\\?>", "?><!DOCTYPE definitions [" + entities + "]>")
        .replace("含户主", "&a39;");
  }

  private static String table() {
    return RESOURCES.find("nantong", "household-eligibility.dmn").orElseThrow();
  }
}
