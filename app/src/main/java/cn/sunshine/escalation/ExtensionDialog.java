package cn.sunshine.escalation;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TermExtensions;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;

/** Asks for more time for a task. */
class ExtensionDialog extends Dialog {

  ExtensionDialog(TermExtensions extensions, Task task, Actor actor) {
    setHeaderTitle("申请延期：" + task.name());
    setWidth("30rem");
    IntegerField days = new IntegerField("延长的工作日数");
    days.setMin(1);
    days.setMax(60);
    days.setStepButtonsVisible(true);
    days.setValue(1);
    TextArea reason = new TextArea("理由");
    reason.setWidthFull();
    reason.setRequiredIndicatorVisible(true);
    reason.setMaxLength(500);
    reason.setHelperText("必填，会记入办理经过。");
    add(new Paragraph("由" + extensions.decider(task) + "批准，批准前仍按原来的期限办理。"), days, reason);
    Button ask =
        new Button(
            "提出申请",
            event -> {
              extensions.ask(
                  task.getId(),
                  Optional.ofNullable(days.getValue()).orElse(0),
                  reason.getValue(),
                  actor);
              close();
              Toast.done("已提出延期申请。");
            });
    ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), ask);
  }
}
