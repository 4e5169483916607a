package cn.sunshine.decisiontable;

import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableTerms;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One test case to be filled in: what is left empty is not given, or does not matter. */
final class CaseDialog extends Dialog {

  private final transient TableTerms terms;
  private final TextField name = new TextField("用例名称");
  private final Map<String, TextField> inputs = new LinkedHashMap<>();
  private final Map<String, TextField> expected = new LinkedHashMap<>();

  CaseDialog(TableTerms terms, Optional<TableCase> one, Consumer<TableCase> saved) {
    this.terms = terms;
    setHeaderTitle(one.isPresent() ? "改测试用例" : "新增测试用例");
    setWidth("40rem");
    name.setWidthFull();
    name.setRequiredIndicatorVisible(true);
    name.setMaxLength(100);
    one.map(TableCase::name).ifPresent(name::setValue);
    Div given = fields(terms.inputs(), inputs, one.map(TableCase::inputs).orElse(Map.of()));
    Div wanted = fields(terms.decisions(), expected, one.map(TableCase::expected).orElse(Map.of()));
    add(name, new H3("输入（空着表示不知道）"), given, new H3("期望的结论（空着表示不检查）"), wanted);
    Button save =
        new Button(
            "确定",
            event ->
                read()
                    .ifPresent(
                        edited -> {
                          saved.accept(edited);
                          close();
                        }));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), save);
  }

  private static Div fields(
      Map<String, String> names, Map<String, TextField> fields, Map<String, Object> values) {
    Div row = new Div();
    row.addClassName("field-row");
    names.forEach(
        (id, title) -> {
          TextField field = new TextField(title);
          field.setMaxLength(100);
          Optional.ofNullable(values.get(id)).map(Object::toString).ifPresent(field::setValue);
          fields.put(id, field);
          row.add(field);
        });
    return row;
  }

  private Optional<TableCase> read() {
    boolean valid = !name.getValue().isBlank();
    name.setInvalid(!valid);
    name.setErrorMessage("请给用例起个名字。");
    Map<String, Object> given = new LinkedHashMap<>();
    for (Map.Entry<String, TextField> entry : inputs.entrySet()) {
      String text = entry.getValue().getValue().strip();
      String type = terms.types().getOrDefault(entry.getKey(), "string");
      Optional<Object> value = text.isEmpty() ? Optional.empty() : typed(text, type);
      boolean wrong = !text.isEmpty() && value.isEmpty();
      entry.getValue().setInvalid(wrong);
      entry.getValue().setErrorMessage(type.equals("number") ? "应为数字。" : "应为 true 或 false。");
      valid &= !wrong;
      value.ifPresent(known -> given.put(entry.getKey(), known));
    }
    Map<String, Object> wanted = new LinkedHashMap<>();
    expected.forEach(
        (id, field) -> {
          String text = field.getValue().strip();
          if (!text.isEmpty()) {
            wanted.put(id, typed(text, "number").orElse(text));
          }
        });
    if (wanted.isEmpty() && !expected.isEmpty()) {
      TextField first = expected.values().iterator().next();
      first.setInvalid(true);
      first.setErrorMessage("至少写一个期望的结论。");
      valid = false;
    }
    return valid
        ? Optional.of(new TableCase(name.getValue().strip(), given, wanted))
        : Optional.empty();
  }

  private static Optional<Object> typed(String text, String type) {
    return switch (type) {
      case "number" ->
          text.matches("-?\\d{1,15}(\\.\\d{1,6})?")
              ? Optional.of(new BigDecimal(text))
              : Optional.empty();
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? Optional.of(Boolean.valueOf(text))
              : Optional.empty();
      default -> Optional.of(text);
    };
  }
}
