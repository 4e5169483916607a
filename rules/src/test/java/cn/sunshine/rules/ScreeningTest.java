package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.rules.ScreenedHousehold.Asset;
import cn.sunshine.rules.ScreenedHousehold.Doubt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A screening tells of every household the outcome that the full evaluation by Drools has, for any
 * parameters, and leaves to Drools what it does not understand.
 */
class ScreeningTest {
  private static final long SEED = 20261125;
  private static final int PLACES = 40;
  private static final int HOUSEHOLDS = 250;
  private static final List<String> REGIONS = List.of("320612", "320612101200", "320102", "3206");
  private static final List<String> DESCRIPTIONS =
      List.of("", "城乡居民养老保险", "企业职工养老保险", "小型轿车 苏F1", "农用三轮车", "居民,职工");

  /** Parameters of one random place; some rows may be missing. */
  private record Place(Map<String, Parameter> rows) implements ParameterSource {
    @Override
    public Optional<Parameter> valueAt(String name, LocalDate day) {
      return Optional.ofNullable(rows.get(name));
    }
  }

  @ParameterizedTest
  @CsvSource({"household-eligibility, 4", "household-yearly-review, 3"})
  void itTellsTheOutcomeOfDrools(String ruleSet, int outcomes) {
    Random random = new Random(SEED);
    Set<String> seen = new HashSet<>();

    for (int p = 0; p < PLACES; p++) {
      Place place = place(random);
      RuleVersion version = Tables.withFree(ruleSet, free(random));
      Screening screening = version.screening(Households.DAY, place);
      assertThat(screening.obstacle()).isEmpty();
      for (int i = 0; i < HOUSEHOLDS; i++) {
        ScreenedHousehold household = household(random, place);
        String outcome = screening.outcome(household);
        assertThat(outcome)
            .as("%s in %s", household, place)
            .isEqualTo(version.evaluate(Households.DAY, household.facts(), place).outcome());
        seen.add(outcome);
      }
    }

    assertThat(seen).as("outcomes that came about").hasSize(outcomes);
  }

  @Test
  void aTableThatCannotBeCompiledIsEvaluatedByDrools() {
    RuleVersion version =
        variant(
            "household-eligibility.dmn",
            "<text>家庭年收入 - 人均收入标准 * 家庭人口</text>",
            "<text>(家庭年收入 / 家庭人口 - 人均收入标准) * 家庭人口</text>");
    Screening screening = version.screening(Households.DAY, Households.NANTONG);

    assertThat(screening.obstacle()).isPresent();
    assertThat(screening.outcome(poor(20_000_00))).isEqualTo("ELIGIBLE");
    assertThat(screening.outcome(poor(30_000_00))).isEqualTo("INELIGIBLE");
  }

  @Test
  void aNumberThatDoesNotFitIsLeftToDrools() {
    RuleVersion version =
        variant(
            "household-eligibility.dmn",
            "<text>家庭年收入 - 人均收入标准 * 家庭人口</text>",
            "<text>家庭年收入 * 家庭年收入 * 家庭年收入 - 人均收入标准 * 家庭人口</text>");
    Screening screening = version.screening(Households.DAY, Households.NANTONG);

    assertThat(screening.obstacle()).isEmpty();
    assertThat(screening.outcome(poor(20_000_00))).isEqualTo("INELIGIBLE");
    assertThat(screening.outcome(poor(1_00))).isEqualTo("ELIGIBLE");
  }

  @Test
  void rulesThatReadDescriptionsOtherwiseAreAskedForEachDescription() {
    RuleVersion version =
        variant(
            "household-eligibility.drl",
            "rule \"record-counts\"",
            """
            rule "tractor-exempt"
            salience 20
            when
                AssetRecord( description matches "拖拉机.*", $position : position )
            then
                insert(new ExemptRecord($position));
            end

            rule "record-counts"
            """);
    Screening screening = version.screening(Households.DAY, Households.NANTONG);

    assertThat(screening.outcome(with(new Asset(AssetItem.VEHICLE, "320612", 1, "轿车"))))
        .isEqualTo("DOUBTS");
    assertThat(screening.outcome(with(new Asset(AssetItem.VEHICLE, "320612", 1, "拖拉机甲"))))
        .isEqualTo("ELIGIBLE");
  }

  @Test
  void aDoubtThatWasDismissedIsNotRaisedAgain() {
    Screening screening =
        shipped("household-eligibility").screening(Households.DAY, Households.NANTONG);
    List<Asset> car = List.of(new Asset(AssetItem.VEHICLE, "320612", 1, "轿车"));

    assertThat(
            screening.outcome(
                new ScreenedHousehold(
                    OptionalInt.of(3),
                    OptionalLong.of(12_000_00),
                    "320612",
                    car,
                    List.of(new Doubt(AssetItem.VEHICLE, Doubt.Verdict.DISMISSED)))))
        .isEqualTo("ELIGIBLE");
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "101, 100", "3, -1"})
  void whatTheInterfaceDoesNotAllowIsRefused(int members, long income) {
    Screening screening =
        shipped("household-eligibility").screening(Households.DAY, Households.NANTONG);

    assertThatExceptionOfType(InvalidFacts.class)
        .isThrownBy(
            () ->
                screening.outcome(
                    new ScreenedHousehold(
                        OptionalInt.of(members),
                        OptionalLong.of(income),
                        "320612",
                        List.of(),
                        List.of())));
  }

  private static ScreenedHousehold poor(long income) {
    return new ScreenedHousehold(
        OptionalInt.of(3), OptionalLong.of(income), "320612", List.of(), List.of());
  }

  private static ScreenedHousehold with(Asset asset) {
    return new ScreenedHousehold(
        OptionalInt.of(3), OptionalLong.of(12_000_00), "320612", List.of(asset), List.of());
  }

  private static RuleVersion shipped(String ruleSet) {
    return Households.ENGINE.shipped("nantong", ruleSet).orElseThrow();
  }

  private static RuleVersion variant(String file, String old, String changed) {
    RuleSetDefinition definition =
        Households.NANTONG.ruleSets().stream()
            .filter(ruleSet -> ruleSet.name().equals("household-eligibility"))
            .findFirst()
            .orElseThrow();
    Map<String, String> models = Households.ENGINE.shippedModels("nantong", definition);
    assertThat(models.get(file)).contains(old);
    models.put(file, models.get(file).replace(old, changed));
    return Households.ENGINE.compile("nantong", definition, models);
  }

  private static Place place(Random random) {
    Map<String, Parameter> rows = new java.util.HashMap<>();
    String line = BigDecimal.valueOf(100 + random.nextInt(1_000_000), 2).toPlainString();
    put(rows, "income.line.per-person", Unit.YUAN_PER_PERSON_YEAR, line);
    put(rows, "exit.line.per-person", Unit.YUAN_PER_PERSON_YEAR, line);
    put(rows, "exit.line.wording", Unit.WORDS, random.nextBoolean() ? "超过" : "达到");
    List<String> compared = new ArrayList<>(List.of("vehicle"));
    for (AssetItem item : AssetItem.values()) {
      if (random.nextBoolean()) {
        compared.add(item.code());
      }
    }
    put(rows, "comparison.items", Unit.ITEMS, String.join(",", compared));
    put(rows, "comparison.social-security.exempt", Unit.WORDS, "居民,农");
    put(rows, "comparison.vehicle.exempt", Unit.WORDS, "三轮");
    if (random.nextInt(4) == 0) {
      rows.remove(List.copyOf(rows.keySet()).get(random.nextInt(rows.size())));
    }
    return new Place(rows);
  }

  private static Map<String, Integer> free(Random random) {
    Map<String, Integer> free = new java.util.HashMap<>();
    for (AssetItem item : AssetItem.values()) {
      free.put(item.code(), random.nextInt(3));
    }
    return free;
  }

  private static void put(Map<String, Parameter> rows, String name, Unit unit, String value) {
    rows.put(
        name, new Parameter(name, unit, value, LocalDate.MIN, Optional.empty(), "test", "", 1));
  }

  private static ScreenedHousehold household(Random random, Place place) {
    int members = 1 + random.nextInt(8);
    // Around the line, so that the boundary is hit often.
    long line =
        place
            .valueAt("income.line.per-person", Households.DAY)
            .map(row -> row.decimal().movePointRight(2).longValueExact())
            .orElse(100L);
    long income = Math.max(0, line * members + random.nextInt(-2, 3));
    List<Asset> assets = new ArrayList<>();
    for (int n = random.nextInt(5) * random.nextInt(2); n > 0; n--) {
      assets.add(
          new Asset(
              pick(random, List.of(AssetItem.values())),
              pick(random, REGIONS),
              random.nextInt(4),
              pick(random, DESCRIPTIONS)));
    }
    List<Doubt> doubts = new ArrayList<>();
    for (int n = random.nextInt(4) * random.nextInt(2); n > 0; n--) {
      doubts.add(
          new Doubt(
              pick(random, List.of(AssetItem.values())),
              random.nextInt(4) == 0 ? Doubt.Verdict.UPHELD : Doubt.Verdict.DISMISSED));
    }
    return new ScreenedHousehold(
        random.nextInt(20) == 0 ? OptionalInt.empty() : OptionalInt.of(members),
        random.nextInt(20) == 0 ? OptionalLong.empty() : OptionalLong.of(income),
        "320612",
        assets,
        doubts);
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
