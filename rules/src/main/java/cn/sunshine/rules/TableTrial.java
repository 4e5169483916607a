package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.Definitions;

/** Asks a decision model as it stands on somebody's screen, before it is kept or released. */
public final class TableTrial {
  private final DecisionModel model;
  private final Definitions definitions;
  private final List<TableInput> inputs;
  private final Map<String, TableSheet.Row> rows = new HashMap<>();

  private TableTrial(String model) {
    this.model = DecisionModel.compile("", model);
    this.definitions = TableCheck.read(model);
    this.inputs = TableInput.of(definitions);
    TableSheets.of(model).forEach(sheet -> sheet.rows().forEach(row -> rows.put(row.id(), row)));
  }

  /**
   * What a decision of the model answers.
   *
   * @param decision its Chinese name
   * @param value in Chinese; empty when no row answers
   * @param row number of the row that decided, from 1, with its annotation; empty when none did
   */
  public record Answer(String decision, Optional<String> value, Optional<String> row) {}

  /**
   * @param model that {@link TableCheck} has passed
   * @throws InvalidPack when it does not compile
   */
  public static TableTrial of(String model) {
    return new TableTrial(model);
  }

  /** What the model asks for. */
  public List<TableInput> inputs() {
    return inputs;
  }

  /**
   * The answers of all decisions, in the model's order; facts that are not given are not known.
   *
   * @throws InvalidFacts when a fact is not what its column allows
   */
  public List<Answer> ask(Map<String, Object> facts) {
    FactReader reader = new FactReader();
    Map<String, Object> given = new HashMap<>();
    inputs.forEach(input -> given.put(input.id(), input.read(reader, facts).orElse(null)));
    reader.throwIfInvalid();
    DecisionModel.Answer answer = model.evaluate(given);
    List<Answer> answers = new ArrayList<>();
    definitions.getDrgElement().stream()
        .filter(Decision.class::isInstance)
        .map(Decision.class::cast)
        .forEach(
            decision ->
                answers.add(
                    new Answer(
                        decision.getName(),
                        Optional.ofNullable(answer.values().get(decision.getId()))
                            .map(value -> words(decision, value)),
                        answer.row(decision.getId()).map(this::words))));
    return answers;
  }

  private static String words(Decision decision, Object value) {
    String text = value instanceof BigDecimal number ? TableInput.plain(number) : value.toString();
    String words =
        TableInput.words(Optional.ofNullable(decision.getAllowedAnswers()).orElse("")).get(text);
    return words == null ? text : "%s（%s）".formatted(words, text);
  }

  private String words(DecisionModel.Row row) {
    return "第 %d 行　%s".formatted(number(row), rows.get(row.id()).note());
  }

  private int number(DecisionModel.Row row) {
    Definitions all = definitions;
    return all.getDrgElement().stream()
            .filter(Decision.class::isInstance)
            .map(Decision.class::cast)
            .filter(decision -> decision.getId().equals(row.decision()))
            .flatMap(
                decision ->
                    ((org.kie.dmn.model.api.DecisionTable) decision.getExpression())
                        .getRule().stream())
            .map(rule -> rule.getId())
            .toList()
            .indexOf(row.id())
        + 1;
  }
}
