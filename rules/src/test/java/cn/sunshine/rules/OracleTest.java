package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * On thousands of random households the rules answer what a plain reading of NT-8 and NT-9 in Java
 * answers.
 */
class OracleTest {
  private static final List<String> ITEMS =
      List.of("vehicle", "housing", "provident-fund", "social-security", "tax", "deposit");
  private static final List<String> REGIONS =
      List.of("320612", "320612101200", "320102", "3206", "310115");
  private static final int HOUSEHOLDS = 3000;
  private static final long SEED = 20190927;

  /** Policy numbers of one random place. */
  private record Place(
      BigDecimal line, Set<String> compared, Map<String, Integer> free, RuleVersion rules)
      implements ParameterSource {
    @Override
    public Optional<Parameter> valueAt(String name, LocalDate day) {
      return switch (name) {
        case "income.line.per-person" -> row(name, Unit.YUAN_PER_PERSON_YEAR, line.toPlainString());
        case "comparison.items" -> row(name, Unit.ITEMS, String.join(",", compared));
        case "comparison.social-security.exempt" -> row(name, Unit.WORDS, "居民");
        default -> Optional.empty();
      };
    }

    private static Optional<Parameter> row(String name, Unit unit, String value) {
      return Optional.of(
          new Parameter(name, unit, value, LocalDate.MIN, Optional.empty(), "test", "", 1));
    }
  }

  /** Rules with other numbers in the table of assets that raise no doubt. */
  private record Table(Map<String, Integer> free, RuleVersion rules) {
    static List<Table> some(int number) {
      Random random = new Random(SEED);
      List<Table> tables = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        Map<String, Integer> free = new HashMap<>();
        ITEMS.forEach(item -> free.put(item, random.nextInt(3)));
        tables.add(new Table(free, Tables.withFree("household-eligibility", free)));
      }
      return tables;
    }
  }

  private static final List<Table> TABLES = Table.some(20);

  private record Question(Map<String, Object> facts, Place place) {}

  private record Expected(Eligibility outcome, int newDoubts) {}

  @Test
  void theRulesAgreeWithAPlainReading() {
    Set<Eligibility> seen = new HashSet<>();
    for (Question question : questions()) {
      Expected expected = plainReading(question);
      Decision decision = decide(question);

      assertThat(answer(decision)).as("%s", question).isEqualTo(expected);
      assertThat(Households.rules(decision))
          .as("%s", question)
          .isNotEmpty()
          .doesNotContain("no-answer");
      seen.add(expected.outcome());
    }
    assertThat(seen).as("every outcome was tried").hasSize(Eligibility.values().length);
  }

  @Test
  void manyThreadsGetTheSameAnswersAsOne() throws Exception {
    List<Question> questions = questions().subList(0, 1000);
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Decision>> answers =
          questions.stream().map(question -> threads.submit(() -> decide(question))).toList();
      for (int i = 0; i < questions.size(); i++) {
        Question question = questions.get(i);
        assertThat(answers.get(i).get()).isEqualTo(decide(question));
      }
    }
  }

  private static Decision decide(Question question) {
    return question.place().rules().evaluate(Households.DAY, question.facts(), question.place());
  }

  private static Expected answer(Decision decision) {
    return new Expected(Eligibility.of(decision), decision.newDoubts().size());
  }

  private static Expected plainReading(Question question) {
    Map<String, Object> facts = question.facts();
    Place place = question.place();
    List<Map<String, Object>> doubts = objects(facts.get("doubts"));
    int fresh = 0;
    for (String item : place.compared()) {
      int total = 0;
      for (Map<String, Object> asset : objects(facts.get("assets"))) {
        boolean residents =
            item.equals("social-security") && ((String) asset.get("description")).contains("居民");
        if (asset.get("item").equals(item) && !residents) {
          total += (Integer) asset.get("count");
        }
      }
      int over = Math.max(0, total - place.free().get(item));
      long raised = doubts.stream().filter(doubt -> doubt.get("item").equals(item)).count();
      fresh += (int) Math.max(0, over - raised);
    }
    if (facts.get("members") == null
        || facts.get("yearlyIncome") == null
        || facts.get("assets") == null) {
      return new Expected(Eligibility.CANNOT_DECIDE, fresh);
    }
    BigDecimal allowed = place.line().multiply(BigDecimal.valueOf((Integer) facts.get("members")));
    if (((BigDecimal) facts.get("yearlyIncome")).compareTo(allowed) > 0) {
      return new Expected(Eligibility.INELIGIBLE, fresh);
    }
    if (doubts.stream().anyMatch(doubt -> Boolean.TRUE.equals(doubt.get("upheld")))) {
      return new Expected(Eligibility.INELIGIBLE, fresh);
    }
    boolean open = doubts.stream().anyMatch(doubt -> doubt.get("upheld") == null);
    return new Expected(open || fresh > 0 ? Eligibility.DOUBTS : Eligibility.ELIGIBLE, fresh);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Object list) {
    return list == null ? List.of() : (List<Map<String, Object>>) list;
  }

  private static List<Question> questions() {
    Random random = new Random(SEED);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < HOUSEHOLDS; i++) {
      questions.add(question(random));
    }
    return questions;
  }

  private static Question question(Random random) {
    Place place = place(random);
    int members = 1 + random.nextInt(8);
    // Around the line, down to a hundredth of a fen, so that the boundary is hit often.
    BigDecimal distance = BigDecimal.valueOf(random.nextInt(-3, 4), random.nextInt(5));
    BigDecimal income = place.line().multiply(BigDecimal.valueOf(members)).add(distance);
    Map<String, Object> facts = new HashMap<>();
    facts.put("members", random.nextInt(20) == 0 ? null : members);
    facts.put("yearlyIncome", random.nextInt(20) == 0 ? null : income.max(BigDecimal.ZERO));
    facts.put("county", random.nextInt(5) == 0 ? null : "320612");
    facts.put("assets", random.nextInt(20) == 0 ? null : assets(random));
    facts.put("doubts", doubts(random));
    return new Question(facts, place);
  }

  private static Place place(Random random) {
    Set<String> compared = new HashSet<>();
    Table table = pick(random, TABLES);
    for (String item : ITEMS) {
      if (random.nextBoolean()) {
        compared.add(item);
      }
    }
    compared.add("vehicle");
    return new Place(
        BigDecimal.valueOf(100 + random.nextInt(1_000_000), 2),
        compared,
        table.free(),
        table.rules());
  }

  private static List<Map<String, Object>> assets(Random random) {
    List<Map<String, Object>> assets = new ArrayList<>();
    for (int n = random.nextInt(6) * random.nextInt(2); n > 0; n--) {
      Map<String, Object> asset =
          Households.asset(
              pick(random, ITEMS),
              pick(random, REGIONS),
              random.nextInt(4),
              pick(random, List.of("", "城乡居民养老保险", "企业职工养老保险")));
      assets.add(random.nextBoolean() ? Households.with(asset, "recordId", "r" + n) : asset);
    }
    return assets;
  }

  // Without record ids: each doubt then stands for any one record of its kind, which is easy to
  // count.
  private static List<Map<String, Object>> doubts(Random random) {
    List<Map<String, Object>> doubts = new ArrayList<>();
    for (int n = random.nextInt(4) * random.nextInt(2); n > 0; n--) {
      Map<String, Object> doubt = new HashMap<>();
      doubt.put("id", "d" + n);
      doubt.put("item", pick(random, ITEMS));
      doubt.put(
          "upheld",
          pick(
                  random,
                  List.of(
                      Optional.of(false), Optional.of(false), Optional.of(true), Optional.empty()))
              .orElse(null));
      doubts.add(doubt);
    }
    return doubts;
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
