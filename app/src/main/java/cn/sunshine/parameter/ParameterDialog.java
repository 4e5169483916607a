package cn.sunshine.parameter;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.ParameterTimeline.Row;
import cn.sunshine.policy.UnitWords;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.FieldTexts;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
  private transient ParameterTimeline base;
  private final transient Actor actor;
  private final TextField value = new TextField("新值");
  private final DatePicker from = FieldTexts.datePicker("生效日");
  private final DatePicker to = FieldTexts.datePicker("失效日（含当日）");
  private final TextField source = new TextField("出处（条款或文件）");
  private final TextArea note = new TextArea("说明");
  private final Div outlook = new Div();

  ParameterDialog(
      ParameterLines parameters,
      String pack,
      ParameterLines.Line line,
      Actor actor,
      Command written) {
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
            .line("今天的值", now.map(row -> UnitWords.of(base.unit(), row.value())).orElse("没有"))
            .line("单位", base.unit().label())
            .line("说明", now.map(Row::note).orElse("")));
    Row start =
        line.proposed().map(proposed -> proposed.rows().getLast()).or(() -> now).orElseThrow();
    value.setValue(Units.typed(base.unit(), start.value()));
    value.setHelperText(Units.expectation(base.unit()));
    value.setWidthFull();
    value.setRequiredIndicatorVisible(true);
    value.setAutofocus(true);
    line.proposed().map(proposed -> proposed.rows().getLast().from()).ifPresent(from::setValue);
    from.setRequiredIndicatorVisible(true);
    from.setHelperText("从这一天起用新值，含当日");
    to.setHelperText("长期有效的不填");
    to.setClearButtonVisible(true);
    source.setValue(start.source());
    source.setRequiredIndicatorVisible(true);
    source.setMaxLength(200);
    note.setValue(line.proposed().isPresent() ? start.note() : "");
    note.setWidthFull();
    note.setMaxLength(1000);
    Div fields = new Div(from, to, source);
    fields.addClassName("field-row");
    value.addValueChangeListener(event -> preview());
    from.addValueChangeListener(event -> preview());
    to.addValueChangeListener(event -> preview());
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
                        Units.kept(base.unit(), value.getValue()),
                        day,
                        Optional.ofNullable(to.getValue()),
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
    timeline.get().rows().forEach(row -> rows.line(period(row), valueOf(row)));
    outlook.add(rows);
    parameters
        .check(pack, timeline.get())
        .forEach(
            fault ->
                outlook.add(
                    new StateBadge(fault.isError() ? Tone.BAD : Tone.WARNING, fault.message())));
  }

  private static String period(Row row) {
    return "%s 至 %s".formatted(row.from(), row.to().map(Object::toString).orElse("长期"));
  }

  /** A value that is to begin later can be taken out again, so that another takes its place. */
  private Div valueOf(Row row) {
    Div cell =
        new Div(
            new Span(
                base.unit().accepts(row.value())
                    ? UnitWords.of(base.unit(), row.value())
                    : row.value() + "（不是有效的值）"));
    boolean isKnown = base.rows().contains(row);
    boolean isFirst = base.rows().getFirst().equals(row);
    if (isKnown && !isFirst) {
      Button remove =
          new Button(
              "删去",
              event -> {
                base = base.without(row.from());
                preview();
              });
      remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
      remove.setAriaLabel("删去 " + row.from() + " 起的值");
      cell.add(remove);
    }
    return cell;
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
