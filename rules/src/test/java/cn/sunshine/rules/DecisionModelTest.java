package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;

/** Decision tables have no gaps and no overlaps, and cannot reach outside. */
class DecisionModelTest {
  private static final PackResources RESOURCES =
      new PackResources(DecisionModelTest.class.getClassLoader());

  @ParameterizedTest
  @ValueSource(strings = {"nantong", "jiangyin", "yancheng", "wujin", "sichuan"})
  void everyPlacesTableIsValidAndHasNeitherGapsNorOverlaps(String place) {
    assertThat(analysis(RESOURCES.find(place, "household-eligibility.dmn").orElseThrow()))
        .hasSize(2)
        .allMatch(text -> text.contains("finished with no messages to be reported"));
  }

  @Test
  void aGapOrAnOverlapWouldBeNoticed() {
    String within = "<inputEntry id=\"income-within-line-excess\"><text>&lt;= 0";

    assertThat(analysis(table().replace(within, within.replace("&lt;= 0", "&lt; 0"))))
        .anyMatch(text -> text.contains("Gap detected"));
    assertThat(analysis(table().replace(within, within.replace("&lt;= 0", "&lt;= 1"))))
        .anyMatch(text -> text.contains("Overlap"));
  }

  @Test
  void whereATableHasAGapNothingIsDecided() {
    String gap = table().replace("<text>\"ELIGIBLE\"</text>", "<text>null</text>");
    String rules = RESOURCES.find("nantong", "household-eligibility.drl").orElseThrow();
    RuleSet withGap =
        HouseholdEligibility.compile(
            "1",
            new RuleModels(
                "place",
                "household-eligibility",
                Map.of(
                    "household-eligibility.dmn",
                    gap,
                    "household-eligibility.drl",
                    rules,
                    "asset-thresholds.dmn",
                    Tables.shipped("nantong", "asset-thresholds"))));

    Decision decision =
        withGap.evaluate(
            Households.poorWith(), new ValidParameters(Households.NANTONG, Households.DAY));

    assertThat(Eligibility.of(decision)).isEqualTo(Eligibility.CANNOT_DECIDE);
    assertThat(Households.rules(decision)).contains("no-answer");
  }

  @Test
  void theVersionStaysTheSameWhileTheModelsDo() {
    String version = shipped(Households.ENGINE);

    assertThat(version).matches("1-[0-9a-f]{12}");
    assertThat(shipped(new RuleEngine(Households.PACKS))).isEqualTo(version);
    assertThat(Households.decide(Households.poorWith()).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<encapsulatedLogic kind=\"Java\"><context><contextEntry><variable"
            + " name=\"class\"/><literalExpression><text>\"java.lang.Runtime\"</text></literalExpression></contextEntry></context></encapsulatedLogic>",
        "<encapsulatedLogic kind=\"PMML\"/>",
        "<encapsulatedLogic kind=\" java \"/>",
        "<literalExpression><text>function(x) external { java: { class: \"java.lang.System\","
            + " method signature: \"exit(int)\" } }</text></literalExpression>",
        "<literalExpression><text>function(x) exter<!-- -->nal { }</text></literalExpression>",
        "<literalExpression><text>function(x) <![CDATA[external]]> { }</text></literalExpression>",
        "<literalExpression><text>function(x) ext&#101;rnal { }</text></literalExpression>",
        "<literalExpression"
            + " expressionLanguage=\"http://www.java.com/java\"><text>1</text></literalExpression>",
        "<import namespace=\"x\" name=\"x\" importType=\"http://www.dmg.org/PMML-4_4\""
            + " locationURI=\"http://127.0.0.1/x\"/>"
      })
  void aModelThatCouldReachOutsideIsRefused(String hostile) {
    String model =
        table()
            .replaceFirst(
                "<inputData",
                "<businessKnowledgeModel id=\"hostile\" name=\"恶意\">"
                    + Matcher.quoteReplacement(hostile)
                    + "</businessKnowledgeModel><inputData");

    assertThatExceptionOfType(InvalidPack.class)
        .isThrownBy(() -> DecisionModel.compile("place", model))
        .withMessageContaining("不允许");
  }

  @Test
  void entitiesOfADoctypeAreNotRead() {
    String model =
        table()
            .replaceFirst(
                "\\?>", "?><!DOCTYPE definitions [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");

    assertThatExceptionOfType(InvalidPack.class)
        .isThrownBy(() -> DecisionModel.compile("place", model));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no xml", "<a/>", "<definitions"})
  void whatIsNoModelIsRefused(String text) {
    assertThatExceptionOfType(InvalidPack.class)
        .isThrownBy(() -> DecisionModel.compile("place", text));
  }

  @Test
  void anExpressionThatDoesNotCompileIsRefused() {
    assertThatExceptionOfType(InvalidPack.class)
        .isThrownBy(() -> DecisionModel.compile("place", table().replace("人均收入标准 * 家庭人口", "(((")));
  }

  @Test
  void rulesThatDoNotCompileAreRefusedWithTheLine() {
    assertThatExceptionOfType(InvalidPack.class)
        .isThrownBy(
            () -> RuleText.compile("place", "rule \"x\"\nwhen\n  Nothing( a == )\nthen\nend"))
        .withMessageContaining("place");
  }

  private static String shipped(RuleEngine engine) {
    return engine.shipped("nantong", "household-eligibility").orElseThrow().version();
  }

  private static List<String> analysis(String model) {
    return DMNValidatorFactory.newValidator()
        .validateUsing(
            DMNValidator.Validation.VALIDATE_SCHEMA,
            DMNValidator.Validation.VALIDATE_MODEL,
            DMNValidator.Validation.VALIDATE_COMPILATION,
            DMNValidator.Validation.ANALYZE_DECISION_TABLE)
        .theseModels(new StringReader(model))
        .stream()
        .map(DMNMessage::getText)
        .toList();
  }

  private static String table() {
    return RESOURCES.find("nantong", "household-eligibility.dmn").orElseThrow();
  }
}
