package cn.sunshine.deadline;

import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Changes one day of the calendar, with the ground for it. */
class CalendarDayDialog extends Dialog {

  /** What shall hold on the day. */
  private enum Choice {
    WORKING("工作日"),
    OFF("休息日"),
    OFFICIAL("按国务院办公厅通知，取消人工调整");

    private final String chinese;

    Choice(String chinese) {
      this.chinese = chinese;
    }

    Optional<Boolean> working() {
      return this == OFFICIAL ? Optional.empty() : Optional.of(this == WORKING);
    }
  }

  CalendarDayDialog(
      String place,
      LocalDate day,
      boolean working,
      BiConsumer<Optional<Boolean>, String> confirmed) {
    setHeaderTitle("调整 " + day + "（" + place + "）");
    setWidth("30rem");
    RadioButtonGroup<Choice> choice = new RadioButtonGroup<>("这一天是");
    choice.setItems(Choice.values());
    choice.setItemLabelGenerator(item -> item.chinese);
    choice.setValue(working ? Choice.OFF : Choice.WORKING);
    TextArea reason = new TextArea("依据");
    reason.setWidthFull();
    reason.setRequiredIndicatorVisible(true);
    reason.setMaxLength(500);
    reason.setHelperText("必填，例如通知的文号；会记入审计。");
    add(new Paragraph("正在办理、期限跨过这一天的任务会重新计算期限，并记入案件经过。"), choice, reason);
    Button save =
        new Button(
            "保存",
            event -> {
              if (reason.getValue().isBlank()) {
                reason.setErrorMessage("请写明依据。");
                reason.setInvalid(true);
                return;
              }
              confirmed.accept(choice.getValue().working(), reason.getValue());
              close();
              Toast.done("已调整 " + day + "。");
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), save);
  }
}
