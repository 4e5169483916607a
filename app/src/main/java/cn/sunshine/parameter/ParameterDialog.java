package cn.sunshine.parameter;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.ParameterTimeline.Row;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.FieldTexts;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Optional;

/**
 * A new value for a parameter from a day on. What is valid on that day ends the day before; the
 * dialog shows the whole timeline as it will be before anything is written.
 */
final class ParameterDialog extends Dialog {

  private final transient ParameterLines parameters;
  private final String pack;
  private final transient ParameterTimeline base;
  private final transient Actor actor;
  private final TextField value = new TextField("新值");
  private final DatePicker from = FieldTexts.datePicker("生效日");
  private final TextField source = new TextField("出处（条款或文件）");
  private final TextArea note = new TextArea("说明");
  private final Div outlook = new Div();

  ParameterDialog(
      ParameterLines parameters, String pack, ParameterLines.Line line, Actor actor, Command written) {
    this.parameters = parameters;
    this.pack = pack;
    this.base = line.timeline();
    this.actor = actor;
    setHeaderTitle("修改“" + line.title() + "”");
    setWidth("40rem");
    Optional<Row> now = line.today();
    add(
        new KeyValueList()
            .line("参数", base.name())
            .line("今天的值", now.map(row -> Units.words(base.unit(), row.value())).orElse("没有"))
            .line("单位", base.unit().label())
            .line("说明", now.map(Row::note).orElse("")));
    Row start =
        line.proposed().map(proposed -> proposed.rows().getLast()).or(() -> now).orElseThrow();
    value.setValue(start.value());
    value.setHelperText(Units.expectation(base.unit()));
    value.setWidthFull();
    value.setRequiredIndicatorVisible(true);
    value.setAutofocus(true);
    line.proposed().map(proposed -> proposed.rows().getLast().from()).ifPresent(from::setValue);
    from.setRequiredIndicatorVisible(true);
    from.setHelperText("从这一天起用新值，含当日");
    source.setValue(start.source());
    source.setRequiredIndicatorVisible(true);
    source.setMaxLength(200);
    note.setValue(line.proposed().isPresent() ? start.note() : "");
    note.setWidthFull();
    note.setMaxLength(1000);
    Div fields = new Div(from, source);
    fields.addClassName("field-row");
    value.addValueChangeListener(event -> preview());
    from.addValueChangeListener(event -> preview());
    source.addValueChangeListener(event -> preview());
    add(value, fields, note, new H3("改后的有效期"), outlook);
    Button save =
        new Button(
            "放入修改方案",
            event -> {
              if (write()) {
                close();
                written.execute();
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), save);
    preview();
  }

  private Optional<ParameterTimeline> proposed() {
    return Optional.ofNullable(from.getValue())
        .map(
            day ->
                base.with(
                    new Row(
                        value.getValue().strip(),
                        day,
                        Optional.empty(),
                        source.getValue().strip(),
                        note.getValue().strip())));
  }

  private void preview() {
    outlook.removeAll();
    Optional<ParameterTimeline> timeline = proposed();
    if (timeline.isEmpty()) {
      outlook.add(new Paragraph("选好生效日后，这里显示改后每一段的值。"));
      return;
    }
    KeyValueList rows = new KeyValueList();
    for (Row row : timeline.get().rows()) {
      rows.line(
          "%s 至 %s".formatted(row.from(), row.to().map(Object::toString).orElse("长期")),
          base.unit().accepts(row.value())
              ? Units.words(base.unit(), row.value())
              : row.value() + "（不是有效的值）");
    }
    outlook.add(rows);
  }

  private boolean write() {
    from.setInvalid(from.getValue() == null);
    from.setErrorMessage("请选生效日。");
    Optional<ParameterTimeline> timeline = proposed();
    if (timeline.isEmpty()) {
      return false;
    }
    List<ArtefactFault> errors =
        parameters.check(pack, timeline.get()).stream().filter(ArtefactFault::isError).toList();
    if (!errors.isEmpty()) {
      value.setInvalid(true);
      value.setErrorMessage(errors.getFirst().message());
      return false;
    }
    try {
      parameters.propose(pack, timeline.get(), actor);
      Toast.done("已放入修改方案，提交审批后才会生效。");
      return true;
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
      return false;
    }
  }
}
