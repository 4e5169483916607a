package cn.sunshine.decisiontable;

import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableInput;
import cn.sunshine.rules.TableTerms;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One test case to be filled in: what is left empty is not given, or does not matter. */
final class CaseDialog extends Dialog {

  private final TextField name = new TextField("用例名称");
  private final FactFields given;
  private final FactFields expected;

  CaseDialog(TableTerms terms, Optional<TableCase> one, Consumer<TableCase> saved) {
    given = new FactFields(terms.inputs(), one.map(TableCase::inputs).orElse(Map.of()));
    expected = new FactFields(terms.decisions(), one.map(TableCase::expected).orElse(Map.of()));
    setHeaderTitle(one.isPresent() ? "改测试用例" : "新增测试用例");
    setWidth("40rem");
    name.setWidthFull();
    name.setRequiredIndicatorVisible(true);
    name.setMaxLength(100);
    one.map(TableCase::name).ifPresent(name::setValue);
    add(name, new H3("输入（空着表示不知道）"), given, new H3("期望的结论（空着表示不检查）"), expected);
    Button save = new Button("确定", event -> read(terms).ifPresent(edited -> close(edited, saved)));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), save);
  }

  private void close(TableCase edited, Consumer<TableCase> saved) {
    saved.accept(edited);
    close();
  }

  private Optional<TableCase> read(TableTerms terms) {
    boolean named = !name.getValue().isBlank();
    name.setInvalid(!named);
    name.setErrorMessage("请给用例起个名字。");
    Optional<Map<String, Object>> inputs = given.read();
    Optional<Map<String, Object>> wanted = expected.read();
    if (wanted.filter(Map::isEmpty).isPresent()) {
      terms.decisions().stream()
          .findFirst()
          .map(TableInput::id)
          .ifPresent(id -> expected.refuse(id, "至少写一个期望的结论。"));
      wanted = Optional.empty();
    }
    return named && inputs.isPresent() && wanted.isPresent()
        ? Optional.of(new TableCase(name.getValue().strip(), inputs.get(), wanted.get()))
        : Optional.empty();
  }
}
