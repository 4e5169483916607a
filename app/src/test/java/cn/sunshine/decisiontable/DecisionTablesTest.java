package cn.sunshine.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.decisiontable.DecisionTables.Opened;
import cn.sunshine.decisiontable.DecisionTables.Table;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableSheet;
import cn.sunshine.rules.TableSheets;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Policy staff change a decision table; what is faulty or fails its cases is not released. */
@RunningSystem
class DecisionTablesTest {

  private static final String ROOT = "320412";
  private static final String PACK = "wujin";

  @LocalServerPort int port;
  @Autowired DecisionTables tables;
  @Autowired TableArtefacts artefacts;
  @Autowired Changes changes;

  PolicyStaff staff;
  Table table;

  @BeforeEach
  void theTableOfWujin() {
    staff = new PolicyStaff(PACK, ROOT, changes, port);
    table =
        tables.of(PACK, staff.author()).stream()
            .filter(one -> one.name().equals("household-eligibility"))
            .findFirst()
            .orElseThrow();
  }

  /** All tests share one application. */
  @AfterEach
  void backToTheShippedTable() {
    staff.takesBack(RunningCases.MOVE, List.of(table.artefact()));
    assertThat(outcome(30_000)).isEqualTo("INELIGIBLE");
  }

  @Test
  void exactlyTheLineQualifiesOnceTheTableSaysSo() {
    Opened opened = tables.open(table, staff.author());
    String generous = inclusive(opened.model());
    List<ArtefactFault> faults =
        tables.save(table, generous, exactlyTheLinePasses(opened.tests()), staff.author());
    assertThat(faults).isEmpty();

    staff.releases(RunningCases.KEEP);

    assertThat(outcome(30_000)).isEqualTo("ELIGIBLE");
    assertThat(outcome(30_001)).isEqualTo("INELIGIBLE");
    assertThat(version()).startsWith("2-");
  }

  @Test
  void aFailingTestCaseKeepsTheTableFromBeingSubmitted() {
    Opened opened = tables.open(table, staff.author());

    List<ArtefactFault> faults =
        tables.save(table, inclusive(opened.model()), opened.tests(), staff.author());

    assertThat(faults)
        .anyMatch(fault -> fault.isError() && fault.message().contains("用例“恰好等于标准”没有通过"));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> staff.handsIn(RunningCases.KEEP))
        .withMessageContaining("检查没有通过");
  }

  @Test
  void whoApprovesSeesWhichTestCasesWereChangedToo() {
    Table thresholds =
        tables.of(PACK, staff.author()).stream()
            .filter(one -> one.name().equals("asset-thresholds"))
            .findFirst()
            .orElseThrow();
    Opened opened = tables.open(thresholds, staff.author());
    String fewer =
        CaseTexts.write(
            CaseTexts.read(opened.tests()).orElseThrow().stream()
                .filter(one -> !one.name().startsWith("住房"))
                .toList());

    assertThat(artefacts.lines(thresholds.artefact(), opened.model(), opened.tests()))
        .contains("测试用例 住房免核 1 件：资产类别 住房 → 免核数量 1")
        .anyMatch(line -> line.startsWith("免核数量：资产类别 住房 → 1　"));
    assertThat(artefacts.lines(thresholds.artefact(), opened.model(), fewer))
        .noneMatch(line -> line.startsWith("测试用例 住房"));
  }

  @Test
  void aHostileTableIsKeptAsADraftAndNeverReachesACase() {
    Opened opened = tables.open(table, staff.author());
    String hostile =
        opened
            .model()
            .replace("家庭年收入 - 人均收入标准 * 家庭人口", "matches(\"aaaaaaaaaaaaaaaa\", \"(a+)+$\")");
    assertThat(hostile).isNotEqualTo(opened.model());

    assertThat(tables.save(table, hostile, opened.tests(), staff.author()))
        .anyMatch(ArtefactFault::isError);

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> staff.handsIn(RunningCases.KEEP));
    assertThat(tables.open(table, staff.author()).model()).isEqualTo(hostile);
    assertThat(outcome(20_000)).isEqualTo("ELIGIBLE");
  }

  @Test
  void aTableGoesToExcelAndComesBackWithTheRowsThatWereChanged() throws Exception {
    String model = tables.open(table, staff.author()).model();
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    List<TableSheet> sheets = TableSheets.of(model);

    TableWorkbook.write(sheets, workbook);

    assertThat(TableWorkbook.read(workbook.toByteArray(), sheets)).isEqualTo(sheets);
    List<TableSheet> other = new ArrayList<>(sheets);
    other.set(
        0,
        new TableSheet(
            sheets.getFirst().decision(),
            sheets.getFirst().name(),
            List.of("另一列", "又一列"),
            "结论",
            List.of()));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> TableWorkbook.read(workbook.toByteArray(), other))
        .withMessageContaining("第 1 行第 1 列应为“另一列”");
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(
            () ->
                TableWorkbook.read(
                    "no workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8), sheets))
        .withMessageContaining("不是 Excel 工作簿");
  }

  @Test
  void theRulesOfDevelopersAreShownInPlainWords() {
    Map<String, String> rules = tables.rulesBeside(table, staff.author());

    assertThat(rules).containsKey("household-eligibility.drl");
    assertThat(RuleWords.of(rules.get("household-eligibility.drl")))
        .anyMatch(words -> words.contains("资料是否齐全"));
  }

  private static String inclusive(String model) {
    String within = "<inputEntry id=\"income-within-line-excess\"><text>&lt; 0</text>";
    String over = "<inputEntry id=\"income-over-line-excess\"><text>&gt;= 0</text>";
    assertThat(model).contains(within).contains(over);
    return model
        .replace(within, within.replace("&lt; 0", "&lt;= 0"))
        .replace(over, over.replace("&gt;= 0", "&gt; 0"));
  }

  /** What the new table has to answer to the two cases on the line. */
  private static String exactlyTheLinePasses(String tests) {
    List<TableCase> cases =
        CaseTexts.read(tests).orElseThrow().stream()
            .map(
                one ->
                    one.name().contains("恰好")
                        ? new TableCase(
                            one.name(),
                            one.inputs(),
                            Map.of("income", "低于标准", "outcome", "ELIGIBLE"))
                        : one)
            .toList();
    return CaseTexts.write(cases);
  }

  private String outcome(int yearlyIncome) {
    return decide(yearlyIncome).path("outcome").asString();
  }

  private String version() {
    return decide(30_000).path("version").asString();
  }

  private tools.jackson.databind.JsonNode decide(int yearlyIncome) {
    return Person.official(port, staff.approver().username())
        .post(
            "/api/v1/decisions/household-eligibility",
            Map.of(
                "jurisdiction",
                PACK,
                "facts",
                Map.of("members", 3, "yearlyIncome", yearlyIncome, "assets", List.of())))
        .ok();
  }
}
