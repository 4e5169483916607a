package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Definitions;

/**
 * A rule set that is one decision model and nothing else: its facts are the model's inputs by their
 * ids, its outcome is what the decision {@code outcome} answers. A pack that declares another such
 * table needs no Java for it, beyond what uses the answer.
 */
final class TableRuleSet implements RuleSet {
  private static final String OUTCOME = "outcome";

  private final String name;
  private final String version;
  private final DecisionModel table;
  private final List<TableInput> inputs;
  private final TableWords words;

  private TableRuleSet(String name, String version, DecisionModel table, String model) {
    Definitions definitions = TableCheck.read(model);
    this.name = name;
    this.version = version;
    this.table = table;
    this.inputs = TableInput.of(definitions);
    this.words = TableWords.of(definitions, model, inputs);
  }

  /**
   * @throws InvalidPack when the model does not compile or has no decision {@code outcome}
   */
  static TableRuleSet compile(String version, RuleModels models) {
    String model = models.require(models.ruleSet() + ".dmn");
    DecisionModel table = DecisionModel.compile(models.pack(), model);
    boolean answers =
        TableCheck.read(model).getDrgElement().stream()
            .map(DRGElement::getId)
            .anyMatch(OUTCOME::equals);
    if (!answers || models.texts().size() != 1) {
      throw new InvalidPack(
          models.pack(), List.of("规则集 %s 应只有一张决策表，结论叫 outcome".formatted(models.ruleSet())));
    }
    return new TableRuleSet(models.ruleSet(), version, table, model);
  }

  @Override
  public List<TableInput> inputs() {
    return inputs;
  }

  @Override
  public Map<String, String> outcomeWords() {
    return words.outcomes();
  }

  @Override
  public Decision evaluate(Map<String, Object> facts, ValidParameters parameters) {
    Map<String, Object> given = given(facts);
    List<Finding> findings = new ArrayList<>();
    inputs.stream()
        .filter(input -> !given.containsKey(input.id()))
        .map(this::missing)
        .forEach(findings::add);
    if (!findings.isEmpty()) {
      return decision(Eligibility.CANNOT_DECIDE.name(), findings, parameters);
    }
    DecisionModel.Answer answer = table.evaluate(given);
    Optional<String> outcome = Optional.ofNullable(answer.values().get(OUTCOME)).map(this::text);
    findings.add(
        outcome
            .map(value -> because(value, answer.row(OUTCOME), given))
            .orElseGet(() -> noAnswer(given)));
    return decision(outcome.orElse(Eligibility.CANNOT_DECIDE.name()), findings, parameters);
  }

  private Map<String, Object> given(Map<String, Object> facts) {
    FactReader reader = new FactReader();
    Map<String, Object> given = new LinkedHashMap<>();
    inputs.forEach(
        input -> input.read(reader, facts).ifPresent(value -> given.put(input.id(), value)));
    reader.throwIfInvalid();
    return given;
  }

  private Decision decision(String outcome, List<Finding> findings, ValidParameters parameters) {
    return new Decision(name, version, outcome, findings, parameters.used());
  }

  private String text(Object value) {
    return value instanceof BigDecimal number ? TableInput.plain(number) : value.toString();
  }

  private Finding missing(TableInput input) {
    return finding(
        "missing-" + input.id(),
        words.policy(),
        "无法判断：缺少" + input.name(),
        "未提供",
        input.allowed().isEmpty() ? "必填" : input.demand());
  }

  /** A table edited by hand can have a gap. */
  private Finding noAnswer(Map<String, Object> given) {
    return finding("no-answer", words.policy(), "无法判断：决策表对这种情况没有给出结论", actual(given), "有且只有一个结论");
  }

  private Finding because(
      String value, Optional<DecisionModel.Row> row, Map<String, Object> given) {
    String id = row.map(DecisionModel.Row::id).orElse("");
    String policy = row.map(DecisionModel.Row::policy).filter(p -> !p.isEmpty()).orElse("");
    return finding(
        id,
        policy.isEmpty() ? words.policy() : policy,
        words.sentence(value, id),
        actual(given),
        words.limit(id));
  }

  private String actual(Map<String, Object> given) {
    return inputs.stream()
        .filter(input -> given.containsKey(input.id()))
        .map(input -> input.name() + " " + input.inWords(given.get(input.id())))
        .collect(Collectors.joining("，"));
  }

  private Finding finding(
      String rule, String policy, String sentence, String actual, String limit) {
    return new Finding(
        Objects.requireNonNull(rule),
        version,
        policy,
        policy.isEmpty() ? sentence + "。" : "%s（%s）。".formatted(sentence, policy),
        actual,
        limit,
        Optional.empty());
  }
}
