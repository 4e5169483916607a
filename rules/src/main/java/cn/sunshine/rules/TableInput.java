package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.dmn.model.api.DMNElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.InputData;

/**
 * A fact that a decision model asks for, as the model itself declares it: an input with its type,
 * the values that its column allows, and in its description the words for them, such as {@code
 * complaint 投诉举报；help-request 求助}.
 *
 * @param id the key of the fact
 * @param name Chinese
 * @param type {@code number}, {@code string} or {@code boolean}
 * @param allowed the values that the column allows, as it is written there; blank for any
 * @param choices the texts among them with their Chinese words, in order; empty for any text
 * @param words for codes, also where any text is allowed
 */
public record TableInput(
    String id,
    String name,
    String type,
    String allowed,
    Map<String, String> choices,
    Map<String, String> words) {

  /** The inputs of a model that {@link DecisionModel} has compiled. */
  static List<TableInput> of(Definitions model) {
    return model.getDrgElement().stream()
        .filter(InputData.class::isInstance)
        .map(InputData.class::cast)
        .map(input -> of(input, allowed(model, input.getName())))
        .toList();
  }

  private static TableInput of(InputData input, String allowed) {
    Map<String, String> choices = new LinkedHashMap<>();
    Map<String, String> words = words(input);
    if (!allowed.isEmpty()) {
      CellText.of(allowed).constants().stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .forEach(value -> choices.put(value, words.getOrDefault(value, value)));
    }
    return new TableInput(
        input.getId(),
        input.getName(),
        input.getVariable().getTypeRef().getLocalPart(),
        allowed,
        choices,
        words);
  }

  /** What the first column about an input allows. */
  private static String allowed(Definitions model, String input) {
    return model.getDrgElement().stream()
        .filter(Decision.class::isInstance)
        .map(decision -> ((Decision) decision).getExpression())
        .filter(DecisionTable.class::isInstance)
        .flatMap(table -> ((DecisionTable) table).getInput().stream())
        .filter(column -> input.equals(column.getInputExpression().getText().strip()))
        .map(InputClause::getInputValues)
        .filter(Objects::nonNull)
        .map(values -> values.getText().strip())
        .findFirst()
        .orElse("");
  }

  /** A code begins where a word does: else each letter of a long word would be tried as one. */
  private static final Pattern WORDS =
      Pattern.compile("(?<![\\w-])([A-Za-z][\\w-]*+) ([^\\s；。，、]++)");

  /** The Chinese words for codes, as the description of an element gives them. */
  static Map<String, String> words(DMNElement element) {
    return words(Objects.requireNonNullElse(element.getDescription(), ""));
  }

  static Map<String, String> words(String description) {
    Map<String, String> words = new LinkedHashMap<>();
    Matcher pair = WORDS.matcher(description);
    while (pair.find()) {
      words.put(pair.group(1), pair.group(2));
    }
    return words;
  }

  /** Whether the column can have this value. */
  public boolean allows(Object value) {
    return allowed.isEmpty() || CellText.of(allowed).accepts(value);
  }

  /** A value as people read it. */
  String inWords(Object value) {
    return switch (value) {
      case BigDecimal number -> plain(number);
      case Boolean truth -> truth ? "是" : "否";
      default -> words.getOrDefault(value.toString(), value.toString());
    };
  }

  /** What must be given, in Chinese, such as 不小于 0; blank for anything. */
  public String demand() {
    return choices.isEmpty()
        ? allowed.replaceFirst("^>= *", "不小于 ")
        : "只能是 "
            + choices.entrySet().stream()
                .map(
                    one ->
                        one.getKey().equals(one.getValue())
                            ? one.getKey()
                            : "%s（%s）".formatted(one.getKey(), one.getValue()))
                .reduce((one, other) -> one + "、" + other)
                .orElseThrow();
  }

  /** A number without exponent and idle zeros. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Reads the fact; empty when it was not given. */
  Optional<Object> read(FactReader reader, Map<String, Object> facts) {
    Optional<Object> value =
        switch (type) {
          case "number" -> reader.decimal(facts, id, id, LEAST, MOST).map(Object.class::cast);
          case "boolean" -> reader.truth(facts, id, id).map(Object.class::cast);
          default -> reader.text(facts, id, id, LONGEST_TEXT).map(Object.class::cast);
        };
    if (value.isPresent() && !allows(value.get())) {
      reader.error(id, choices.isEmpty() ? "应" + demand() : demand());
      return Optional.empty();
    }
    return value;
  }

  private static final BigDecimal MOST = new BigDecimal("1000000000000");
  private static final BigDecimal LEAST = MOST.negate();
  private static final int LONGEST_TEXT = 200;
}
