package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.rules.CompiledModel.Kind;
import cn.sunshine.rules.CompiledModel.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compiled tables answer what Drools answers: the same values from the same rows, nulls and
 * boundaries included, for the shipped tables and for tables made up at random.
 */
class CompiledModelTest {
  private static final PackResources RESOURCES =
      new PackResources(CompiledModelTest.class.getClassLoader());
  private static final long SEED = 20261125;
  private static final int FACTS_FOR_A_SHIPPED_TABLE = 20_000;
  private static final int RANDOM_TABLES = 150;
  private static final int FACTS_FOR_A_RANDOM_TABLE = 200;

  /** What is asked and what was answered so far, to see that everything was tried. */
  private static final class Comparison {
    private final DecisionModel drools;
    private final CompiledModel compiled;
    private final Map<String, Kind> inputs;
    private final Set<String> rowsSeen = new HashSet<>();
    private int withoutAnswer;

    Comparison(String model, Map<String, Kind> inputs) {
      drools = DecisionModel.compile("place", model);
      compiled = drools.compiled();
      this.inputs = inputs;
    }

    void ask(Map<String, Object> facts) {
      DecisionModel.Answer expected = drools.evaluate(facts);
      Sheet sheet = compiled.newSheet();
      inputs.forEach(
          (id, kind) -> sheet.values()[compiled.slot(id, kind)] = coded(kind, facts.get(id)));
      compiled.evaluate(sheet);
      for (int i = 0; i < compiled.decisions().size(); i++) {
        CompiledModel.CompiledDecision decision = compiled.decisions().get(i);
        Optional<String> row =
            sheet.rows()[i] == CompiledTable.NO_ROW
                ? Optional.empty()
                : Optional.of(decision.rowIds().get(sheet.rows()[i]));
        assertThat(row)
            .as("row of %s for %s", decision.id(), facts)
            .isEqualTo(expected.row(decision.id()).map(DecisionModel.Row::id));
        assertThat(value(sheet, decision))
            .as("value of %s for %s", decision.id(), facts)
            .isEqualTo(Optional.ofNullable(expected.values().get(decision.id())));
        row.ifPresentOrElse(rowsSeen::add, () -> withoutAnswer++);
      }
    }

    private long coded(Kind kind, Object value) {
      if (value == null) {
        return Arithmetic.NULL;
      }
      return switch (kind) {
        case NUMBER -> CompiledModel.fixed((BigDecimal) value).orElseThrow();
        case TEXT -> compiled.code((String) value);
        case TRUTH -> (Boolean) value ? 1 : 0;
      };
    }

    private Optional<Object> value(Sheet sheet, CompiledModel.CompiledDecision decision) {
      long value = sheet.values()[decision.place().slot()];
      if (value == Arithmetic.NULL || value == CompiledTable.FAILED) {
        return Optional.empty();
      }
      return switch (decision.place().kind()) {
        case NUMBER ->
            Optional.of(BigDecimal.valueOf(value, Arithmetic.SCALE).stripTrailingZeros());
        case TEXT -> compiled.text(sheet, decision).map(text -> text);
        case TRUTH -> Optional.of(value == 1);
      };
    }
  }

  @Test
  void nantongsEligibilityIsTheSame() {
    Random random = new Random(SEED);
    Comparison comparison =
        new Comparison(
            shipped("nantong", "household-eligibility"),
            numbers(
                "income-missing-items",
                "comparison-missing-items",
                "members",
                "yearly-income",
                "income-line",
                "upheld-doubts",
                "open-doubts"));

    for (int i = 0; i < FACTS_FOR_A_SHIPPED_TABLE; i++) {
      Map<String, Object> facts = householdFacts(random, "income-line");
      facts.put("upheld-doubts", count(random));
      facts.put("open-doubts", count(random));
      comparison.ask(facts);
    }

    assertThat(comparison.rowsSeen).as("every row decided somewhere").hasSize(3 + 6);
    assertThat(comparison.withoutAnswer).as("some facts had no answer").isPositive();
  }

  @Test
  void theYearlyReviewIsTheSame() {
    Random random = new Random(SEED);
    Map<String, Kind> inputs =
        numbers(
            "income-missing-items",
            "comparison-missing-items",
            "members",
            "yearly-income",
            "exit-line",
            "doubtful-assets",
            "changes");
    inputs.put("line-included", Kind.TRUTH);
    Comparison comparison = new Comparison(shipped("shared", "household-yearly-review"), inputs);

    for (int i = 0; i < FACTS_FOR_A_SHIPPED_TABLE; i++) {
      Map<String, Object> facts = householdFacts(random, "exit-line");
      facts.put("line-included", random.nextInt(10) == 0 ? null : random.nextBoolean());
      facts.put("doubtful-assets", count(random));
      facts.put("changes", count(random));
      comparison.ask(facts);
    }

    assertThat(comparison.rowsSeen).as("every row decided somewhere").hasSize(5 + 6);
    assertThat(comparison.withoutAnswer).as("some facts had no answer").isPositive();
  }

  @Test
  void theSortingOfComplaintsIsTheSame() {
    Random random = new Random(SEED);
    String model = shipped("shared", "complaint-sorting");
    Map<String, Kind> inputs = new LinkedHashMap<>();
    var names = java.util.regex.Pattern.compile("<inputData id=\"([^\"]+)\"").matcher(model);
    while (names.find()) {
      inputs.put(names.group(1), names.group(1).equals("kind") ? Kind.TEXT : Kind.NUMBER);
    }
    assertThat(inputs).containsEntry("kind", Kind.TEXT);
    Comparison comparison = new Comparison(model, inputs);

    for (int i = 0; i < FACTS_FOR_A_SHIPPED_TABLE; i++) {
      Map<String, Object> facts = new HashMap<>();
      inputs.forEach(
          (id, kind) ->
              facts.put(
                  id,
                  kind == Kind.TEXT
                      ? pick(random, "complaint", "help-request", "something else", null)
                      : rareCount(random)));
      comparison.ask(facts);
    }

    assertThat(comparison.rowsSeen).hasSizeGreaterThan(11);
  }

  @Test
  void tablesMadeUpAtRandomAreTheSame() {
    Random random = new Random(SEED);
    int withoutAnswer = 0;
    int withRow = 0;
    for (int i = 0; i < RANDOM_TABLES; i++) {
      RandomModel model = RandomModel.of(random);
      Comparison comparison = new Comparison(model.xml(), model.inputs());
      for (int n = 0; n < FACTS_FOR_A_RANDOM_TABLE; n++) {
        comparison.ask(model.facts(random));
      }
      withoutAnswer += comparison.withoutAnswer;
      withRow += comparison.rowsSeen.size();
    }
    assertThat(withoutAnswer).as("gaps and contradictions were met").isGreaterThan(1000);
    assertThat(withRow).as("rows decided").isGreaterThan(500);
  }

  @ParameterizedTest
  @CsvSource({
    "900719925474099300, too many digits",
    "0.001, too many decimals",
  })
  void aNumberThatDoesNotFitIsNotPutIn(BigDecimal number, String why) {
    assertThat(CompiledModel.fixed(number)).as(why).isEmpty();
  }

  @Test
  void aSumThatDoesNotFitIsNoAnswer() {
    CompiledModel model =
        DecisionModel.compile("place", shipped("nantong", "household-eligibility")).compiled();
    Sheet sheet = model.newSheet();
    for (String input : List.of("income-missing-items", "yearly-income")) {
      sheet.values()[model.slot(input, Kind.NUMBER)] = 0;
    }
    for (String input : List.of("members", "income-line")) {
      sheet.values()[model.slot(input, Kind.NUMBER)] = Arithmetic.MOST * 100;
    }

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> model.evaluate(sheet));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "家庭年收入 / 家庭人口",
        "abs(家庭年收入)",
        "if 家庭人口 > 3 then 家庭年收入 else 0",
        "家庭年收入 ** 2",
        "家庭年收入 - 待核存疑数",
      })
  void anExpressionThatIsNotUnderstoodIsLeftToDrools(String expression) {
    String model =
        shipped("nantong", "household-eligibility").replace("家庭年收入 - 人均收入标准 * 家庭人口", expression);

    assertThatExceptionOfType(NotCompilable.class)
        .isThrownBy(() -> compileQuietly(model).compiled());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "? &gt; 0",
        "&gt; 家庭人口",
        "contains(?, \"x\")",
        "date(\"2026-01-01\")",
        "[1, 2]",
        "sum([1, 2])",
      })
  void aCellThatIsNotUnderstoodIsLeftToDrools(String cell) {
    String model =
        shipped("nantong", "household-eligibility")
            .replaceFirst(
                "(<inputEntry id=\"income-over-line-excess\"><text>)[^<]*",
                "$1" + java.util.regex.Matcher.quoteReplacement(cell));

    assertThatExceptionOfType(NotCompilable.class)
        .isThrownBy(() -> compileQuietly(model).compiled());
  }

  @Test
  void aCollectingTableIsLeftToDrools() {
    String model =
        shipped("nantong", "household-eligibility")
            .replaceFirst("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\"");

    assertThatExceptionOfType(NotCompilable.class)
        .isThrownBy(() -> compileQuietly(model).compiled());
  }

  /** Some of these models would be refused by the engine; that is not what is asked here. */
  private static DecisionModel compileQuietly(String model) {
    try {
      return DecisionModel.compile("place", model);
    } catch (InvalidPack refused) {
      throw new NotCompilable("refused: " + refused.getMessage());
    }
  }

  private static Map<String, Object> householdFacts(Random random, String line) {
    BigDecimal perPerson =
        random.nextInt(10) == 0 ? null : BigDecimal.valueOf(100 + random.nextInt(1_000_000), 2);
    Integer members = random.nextInt(10) == 0 ? null : 1 + random.nextInt(9);
    Map<String, Object> facts = new HashMap<>();
    facts.put("income-missing-items", count(random));
    facts.put("comparison-missing-items", count(random));
    facts.put("members", members == null ? null : BigDecimal.valueOf(members));
    facts.put(line, perPerson);
    // Around the line, so that the boundary is hit often.
    facts.put(
        "yearly-income",
        random.nextInt(10) == 0
            ? null
            : Optional.ofNullable(perPerson)
                .orElse(BigDecimal.TEN)
                .multiply(BigDecimal.valueOf(members == null ? 1 : members))
                .add(BigDecimal.valueOf(random.nextInt(-2, 3), random.nextInt(3))));
    return facts;
  }

  private static BigDecimal count(Random random) {
    int number = random.nextInt(-1, 4);
    return number < 0 ? null : BigDecimal.valueOf(number);
  }

  private static BigDecimal rareCount(Random random) {
    return random.nextInt(4) == 0 ? count(random) : BigDecimal.ZERO;
  }

  private static Map<String, Kind> numbers(String... ids) {
    Map<String, Kind> inputs = new LinkedHashMap<>();
    new ArrayList<>(List.of(ids)).forEach(id -> inputs.put(id, Kind.NUMBER));
    return inputs;
  }

  private static String shipped(String pack, String ruleSet) {
    return RESOURCES.find(pack, ruleSet + ".dmn").orElseThrow();
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }
}
