package cn.sunshine.decisiontable;

import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.rules.TableInput;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field for each fact that a decision table asks for, made from what the table declares. */
public final class FactFields extends Div {

  private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,6})?";
  private static final String YES = "是";
  private static final String NO = "否";

  private final Map<TableInput, AbstractField<?, String>> fields = new LinkedHashMap<>();

  public FactFields(List<TableInput> inputs) {
    this(inputs, Map.of());
  }

  /**
   * @param values what is filled in already, by id
   */
  FactFields(List<TableInput> inputs, Map<String, Object> values) {
    addClassName("field-row");
    inputs.forEach(
        input -> {
          AbstractField<?, String> field = field(input);
          Optional.ofNullable(values.get(input.id()))
              .map(FactFields::written)
              .filter(value -> input.choices().isEmpty() || input.choices().containsKey(value))
              .ifPresent(field::setValue);
          fields.put(input, field);
          add((Component) field);
        });
  }

  private static AbstractField<?, String> field(TableInput input) {
    if (!input.choices().isEmpty()) {
      Select<String> select = select(input, List.copyOf(input.choices().keySet()));
      select.setItemLabelGenerator(
          value ->
              value == null ? "" : OutcomeWords.of(input.choices().getOrDefault(value, value)));
      return select;
    }
    if (input.type().equals("boolean")) {
      return select(input, List.of(YES, NO));
    }
    TextField text = new TextField(input.name());
    text.setMaxLength(100);
    text.setHelperText(input.demand());
    return text;
  }

  private static Select<String> select(TableInput input, List<String> values) {
    Select<String> select = new Select<>();
    select.setLabel(input.name());
    select.setItems(values);
    select.setEmptySelectionAllowed(true);
    return select;
  }

  /** The facts as they are filled in; empty, with the fields marked, when one cannot be read. */
  public Optional<Map<String, Object>> read() {
    Map<String, Object> facts = new LinkedHashMap<>();
    boolean valid = true;
    for (Map.Entry<TableInput, AbstractField<?, String>> entry : fields.entrySet()) {
      String text = Optional.ofNullable(entry.getValue().getValue()).orElse("").strip();
      boolean wrong = entry.getKey().type().equals("number") && !text.matches("|" + NUMBER);
      mark(entry.getValue(), wrong ? "应为数字，例如 1200 或 0.5，不写逗号。" : "");
      valid &= !wrong;
      if (!wrong && !text.isEmpty()) {
        facts.put(entry.getKey().id(), typed(entry.getKey(), text));
      }
    }
    return valid ? Optional.of(facts) : Optional.empty();
  }

  /** Marks a fact that was refused. */
  public void refuse(String id, String sentence) {
    fields.entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(id))
        .forEach(entry -> mark(entry.getValue(), sentence));
  }

  private static void mark(AbstractField<?, String> field, String sentence) {
    if (field instanceof HasValidation validated) {
      validated.setInvalid(!sentence.isEmpty());
      validated.setErrorMessage(sentence);
    }
  }

  private static String written(Object value) {
    return value instanceof Boolean yes ? yes ? YES : NO : value.toString();
  }

  private static Object typed(TableInput input, String text) {
    return switch (input.type()) {
      case "number" -> new BigDecimal(text);
      case "boolean" -> text.equals(YES);
      default -> text;
    };
  }
}
