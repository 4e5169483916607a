package cn.sunshine.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.UnaryTests;

/**
 * What a test case of a decision model can name.
 *
 * @param inputs what can be given, in the model's order
 * @param decisions what can be expected, in the model's order
 */
public record TableTerms(List<TableInput> inputs, List<TableInput> decisions) {

  /** Of no model. */
  public static final TableTerms NONE = new TableTerms(List.of(), List.of());

  /** The terms of a model; {@link #NONE} when the text is none. */
  public static TableTerms of(String model) {
    if (!DmnModelCheck.problemsOf(model).isEmpty()) {
      return NONE;
    }
    try {
      Definitions definitions = TableCheck.read(model);
      return new TableTerms(
          TableInput.of(definitions),
          definitions.getDrgElement().stream()
              .filter(Decision.class::isInstance)
              .map(decision -> answer((Decision) decision))
              .toList());
    } catch (RuntimeException e) {
      return NONE;
    }
  }

  private static TableInput answer(Decision decision) {
    String allowed = allowed(decision).map(UnaryTests::getText).orElse("");
    Map<String, String> choices = new LinkedHashMap<>();
    if (!allowed.isEmpty()) {
      CellText.of(allowed).constants().stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .forEach(value -> choices.put(value, words(value)));
    }
    return new TableInput(
        decision.getId(),
        decision.getName(),
        decision.getVariable().getTypeRef().getLocalPart(),
        allowed,
        choices,
        Map.of());
  }

  private static String words(String answer) {
    return ResponsibleDepartment.of(answer).map(ResponsibleDepartment::chinese).orElse(answer);
  }

  private static Optional<UnaryTests> allowed(Decision decision) {
    return Optional.ofNullable(decision.getExpression())
        .filter(DecisionTable.class::isInstance)
        .map(table -> ((DecisionTable) table).getOutput())
        .filter(outputs -> outputs.size() == 1)
        .map(outputs -> outputs.getFirst().getOutputValues());
  }

  private Optional<TableInput> find(String id) {
    return Stream.concat(inputs.stream(), decisions.stream())
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  /** The name of an input or a decision; its id when the model has none. */
  public String name(String id) {
    return find(id).map(TableInput::name).orElse(id);
  }

  /** The words for the codes that cells can hold, where they are not the codes themselves. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    inputs.forEach(input -> words.putAll(input.words()));
    decisions.forEach(decision -> words.putAll(decision.choices()));
    return words;
  }

  /** The words for a value of an input or a decision; the value itself when there are none. */
  public String say(String id, Object value) {
    String text = String.valueOf(value);
    return find(id).map(one -> one.choices().getOrDefault(text, text)).orElse(text);
  }
}
