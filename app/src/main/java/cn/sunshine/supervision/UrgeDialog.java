package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;

/** Asks for the words of an urge and sends it for one task or several. */
final class UrgeDialog extends Dialog {

  private static final String FIRST_WORDS = "请抓紧办理，并按期办结。";

  private final TextArea words = new TextArea("催办内容");
  private final transient List<Task> tasks;
  private final transient Urges urges;
  private final transient Actor actor;
  private final transient Runnable done;

  UrgeDialog(List<Task> tasks, Urges urges, Actor actor, Runnable done) {
    this.tasks = tasks;
    this.urges = urges;
    this.actor = actor;
    this.done = done;
    setHeaderTitle("催办");
    addClassName("reason-dialog");
    setWidth("min(30rem, 94vw)");
    words.setWidthFull();
    words.setMinHeight("7rem");
    words.setMaxLength(Urges.LONGEST_WORDS);
    words.setValueChangeMode(ValueChangeMode.EAGER);
    words.setValue(FIRST_WORDS);
    words.setHelperText("经办人（未签收的为经办部门）马上收到消息，催办记入案件经过。");
    add(
        new Paragraph(
            tasks.size() == 1
                ? tasks.getFirst().subject() + " · " + tasks.getFirst().name()
                : "共 " + tasks.size() + " 项任务"),
        words);
    Button send = new Button("发送催办", click -> send());
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", click -> close()), send);
    words.addValueChangeListener(event -> send.setEnabled(!event.getValue().isBlank()));
    addOpenedChangeListener(
        event -> {
          if (event.isOpened()) {
            words.focus();
          }
        });
  }

  /** Each by itself: one that has just been done does not keep the others back. */
  private void send() {
    List<String> refused = new ArrayList<>();
    for (Task task : tasks) {
      try {
        urges.urge(task.getId(), words.getValue(), actor);
      } catch (Refusal refusal) {
        refused.add(refusal.getMessage());
      }
    }
    close();
    if (refused.size() < tasks.size()) {
      Toast.done("已催办 " + (tasks.size() - refused.size()) + " 项");
    }
    if (!refused.isEmpty()) {
      Toast.problem(
          tasks.size() == 1 ? refused.getFirst() : refused.size() + " 项没有催办：" + refused.getFirst());
    }
    done.run();
  }
}
