package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.rules.TableSheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables leave a model as sheets and come back into it; their test cases run on Drools. */
class TableSheetsTest {
  private static final PackResources RESOURCES =
      new PackResources(TableSheetsTest.class.getClassLoader());
  private static final String TABLE =
      RESOURCES.find("nantong", "household-eligibility.dmn").orElseThrow();

  @Test
  void whatComesBackUnchangedSaysTheSame() {
    String again = TableSheets.with(TABLE, TableSheets.of(TABLE));

    assertThat(TableSheets.of(again)).isEqualTo(TableSheets.of(TABLE));
    assertThat(TableCheck.of(again, TABLE)).isEmpty();
    assertThat(again).contains("income-within-line-excess").contains("dmndi:DMNShape");
  }

  @Test
  void aRowThatIsAddedGetsAnIdOfItsOwn() {
    TableSheet income = TableSheets.of(TABLE).getFirst();
    List<Row> rows = new ArrayList<>(income.rows());
    rows.set(2, new Row(rows.get(2).id(), List.of("<= 0", "> 300"), "\"超过标准\"", "NT-8 超过较多"));
    rows.add(new Row("", List.of("<= 0", "(0..300]"), "\"标准以内\"", "NT-8 略超"));

    String changed =
        TableSheets.with(
            TABLE,
            List.of(
                new TableSheet(
                    "income", income.name(), income.conditions(), income.answer(), rows)));

    assertThat(TableCheck.of(changed, TABLE)).isEmpty();
    assertThat(TableSheets.of(changed).getFirst().rows().getLast().id()).isEqualTo("income-new-1");
    assertThat(TableSheets.of(changed).getFirst().lines(Map.of()))
        .anyMatch(line -> line.contains("收入超出标准的金额（元） (0..300]"));
  }

  @Test
  void aSheetThatDoesNotFitIsRefused() {
    TableSheet income = TableSheets.of(TABLE).getFirst();

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                TableSheets.with(
                    TABLE,
                    List.of(
                        new TableSheet(
                            "income",
                            income.name(),
                            income.conditions(),
                            income.answer(),
                            List.of(new Row("", List.of("-"), "\"标准以内\"", ""))))))
        .withMessageContaining("第 1 行有 1 个条件，应有 2 个");
  }

  static Stream<Arguments> everyShippedTable() {
    return Households.PACKS.all().stream()
        .flatMap(
            pack ->
                pack.ruleSets().stream()
                    .flatMap(set -> set.models().stream())
                    .filter(file -> file.endsWith(".dmn"))
                    .map(file -> Arguments.of(pack.name(), file)));
  }

  @ParameterizedTest
  @MethodSource("everyShippedTable")
  void everyShippedTableHasTestCasesAndPassesThem(String pack, String file) throws Exception {
    String model = RESOURCES.find(pack, file).orElseThrow();
    String cases = RESOURCES.find(pack, file.replace(".dmn", ".cases.json")).orElseThrow();

    List<TableCase.Result> results = TableCases.run(model, casesIn(cases));

    assertThat(results)
        .hasSizeGreaterThan(5)
        .allSatisfy(result -> assertThat(result.problem()).isEmpty());
  }

  @SuppressWarnings("unchecked")
  private static List<TableCase> casesIn(String json) {
    // JSON is YAML; numbers come as numbers.
    List<Map<String, Object>> cases = new org.yaml.snakeyaml.Yaml().load(json);
    return cases.stream()
        .map(
            one ->
                new TableCase(
                    (String) one.get("name"),
                    (Map<String, Object>) one.get("inputs"),
                    (Map<String, Object>) one.get("expected")))
        .toList();
  }

  @Test
  void aCasePassesWhenTheModelAnswersWhatIsExpected() {
    assertThat(run(Map.of("income", "标准以内", "outcome", "ELIGIBLE")))
        .allMatch(TableCase.Result::passed);
  }

  @Test
  void aCaseThatFailsSaysWhatTheModelAnswered() {
    assertThat(run(Map.of("outcome", "INELIGIBLE")))
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.problem())
                    .contains("认定结论应为“INELIGIBLE”，实际为“ELIGIBLE”")
                    .contains("（第 6 行）"));
  }

  @Test
  void aCaseThatExpectsNothingOrNamesAnUnknownInputFails() {
    assertThat(run(Map.of())).noneMatch(TableCase.Result::passed);
    assertThat(
            TableCases.run(
                TABLE,
                List.of(
                    new TableCase("x", Map.of("horoscope", "狮子座"), Map.of("outcome", "ELIGIBLE")))))
        .singleElement()
        .satisfies(result -> assertThat(result.problem()).contains("horoscope"));
  }

  @Test
  void aModelReachesNoClassButValues() {
    AllowedClasses classes = new AllowedClasses(getClass().getClassLoader());

    for (String name :
        List.of(
            "java.lang.Runtime",
            "java.lang.System",
            "java.io.File",
            "java.lang.ProcessBuilder",
            "java.net.URL",
            "java.lang.Class",
            "java.lang.reflect.Method",
            "cn.sunshine.rules.RuleEngine")) {
      assertThatExceptionOfType(ClassNotFoundException.class)
          .as(name)
          .isThrownBy(() -> classes.loadClass(name));
    }
  }

  private static List<TableCase.Result> run(Map<String, Object> expected) {
    return TableCases.run(
        TABLE,
        List.of(
            new TableCase(
                "恰好等于标准",
                Map.of(
                    "income-missing-items", 0,
                    "comparison-missing-items", 0,
                    "members", 3,
                    "yearly-income", 21_000,
                    "income-line", 7_000,
                    "upheld-doubts", 0,
                    "open-doubts", 0),
                expected)));
  }
}
