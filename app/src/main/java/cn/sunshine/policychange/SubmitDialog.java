package cn.sunshine.policychange;

import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.FieldTexts;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks what an author has to say when a change is handed in. */
final class SubmitDialog extends Dialog {

  private final TextField title = new TextField("标题");
  private final TextArea reason = new TextArea("修改理由");
  private final TextField document = new TextField("依据文件");
  private final DatePicker effectiveOn = FieldTexts.datePicker("生效日");
  private final RadioButtonGroup<RunningCases> running = new RadioButtonGroup<>("已经在办的案件");
  private final Paragraph workflowsStay =
      new Paragraph("生效时停在办理环节的案件马上改用新流程；正在公示、比对等子流程里的，回到办理环节时改用。任务、签收人和期限不变。");

  SubmitDialog(PolicyChange change, Clock clock, Consumer<Submission> submit) {
    setHeaderTitle("提交审批");
    setWidth("36rem");
    title.setPlaceholder("例如：提高收入标准");
    title.setMaxLength(200);
    reason.setMaxLength(2000);
    reason.setMinRows(3);
    document.setPlaceholder("例如：通扶〔2026〕12号");
    document.setMaxLength(200);
    for (TextFieldBase<?, String> field : java.util.List.of(title, reason, document)) {
      field.setWidthFull();
      field.setRequiredIndicatorVisible(true);
      field.addValueChangeListener(event -> mended(field));
    }
    if (!change.reason().isBlank()) {
      title.setValue(change.title());
      reason.setValue(change.reason());
      document.setValue(change.document());
    }
    effectiveOn.setMin(LocalDate.now(clock));
    effectiveOn.setHelperText("从这一天零时起生效；不填则批准后立即生效。");
    change
        .effectiveOn()
        .filter(day -> !day.isBefore(LocalDate.now(clock)))
        .ifPresent(effectiveOn::setValue);
    running.setItems(RunningCases.values());
    running.setItemLabelGenerator(RunningCases::chinese);
    running.setValue(change.runningCases());
    running.addValueChangeListener(event -> tellOfWorkflows(change));
    tellOfWorkflows(change);
    add(title, reason, document, new Div(effectiveOn), running, workflowsStay);
    Button confirm =
        new Button(
            "提交",
            event -> {
              try {
                if (complete()) {
                  submit.accept(submission());
                  close();
                }
              } catch (Refusal refused) {
                Toast.problem(refused.sentence());
              }
            });
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), confirm);
  }

  private void tellOfWorkflows(PolicyChange change) {
    workflowsStay.setVisible(
        running.getValue() == RunningCases.MOVE
            && change.items().stream().anyMatch(item -> item.kind() == ArtefactKind.WORKFLOW));
  }

  private boolean complete() {
    boolean complete = isFilled(title) & isFilled(reason) & isFilled(document);
    return complete && !effectiveOn.isInvalid();
  }

  /** What was missing is there now: it must not look wrong any longer. */
  private static void mended(TextFieldBase<?, String> field) {
    if (field.isInvalid()) {
      isFilled(field);
    }
  }

  private static boolean isFilled(TextFieldBase<?, String> field) {
    boolean empty = field.getValue().isBlank();
    field.setInvalid(empty);
    field.setErrorMessage("请填写" + field.getLabel() + "。");
    return !empty;
  }

  private Submission submission() {
    return new Submission(
        title.getValue().strip(),
        reason.getValue().strip(),
        document.getValue().strip(),
        Optional.ofNullable(effectiveOn.getValue()),
        running.getValue());
  }
}
