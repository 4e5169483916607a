package cn.sunshine.decisiontable;

import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.TableInput;
import cn.sunshine.rules.TableTrial;
import cn.sunshine.shell.KeyValueList;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fill in facts, see what the table as it stands on the screen says to them, and by which row. */
final class TryPanel extends Div {

  private final FactFields fields;
  private final Div answers = new Div();

  /**
   * @param asked gets the facts, and answers by {@link #show}, {@link #refuse} or {@link #tell}
   */
  TryPanel(List<TableInput> inputs, Consumer<Map<String, Object>> asked) {
    fields = new FactFields(inputs);
    Button ask =
        new Button(
            "看结论",
            event -> {
              answers.removeAll();
              fields.read().ifPresent(asked);
            });
    ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new Paragraph("填写情况，看画面上的表（还没有保存的也算）怎么说。只是看看，不保存，也不影响案件。"), fields, ask, answers);
  }

  /** Marks the facts that were refused. */
  void refuse(Refusal.Invalid refused) {
    refused.faults().forEach(fault -> fields.refuse(fault.field(), fault.message()));
  }

  void show(List<TableTrial.Answer> found) {
    answers.removeAll();
    KeyValueList list = new KeyValueList();
    found.forEach(
        answer ->
            list.line(
                answer.decision(),
                new Span(answer.value().orElse("没有结论")),
                new Span(answer.row().map("　"::concat).orElse(""))));
    answers.add(list);
  }

  void tell(String sentence) {
    answers.removeAll();
    answers.add(new Paragraph(sentence));
  }
}
