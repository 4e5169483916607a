package cn.sunshine.escalation;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.inbox.TermExtension;
import cn.sunshine.inbox.TermExtensions;
import cn.sunshine.shell.ReasonDialog;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The terms of a case's open tasks: ask for more time, or grant it to the office below. */
@Order(25)
@org.springframework.stereotype.Component
class ExtensionPart implements CasePart {

  private final Cases cases;
  private final TermExtensions extensions;

  ExtensionPart(Cases cases, TermExtensions extensions) {
    this.cases = cases;
    this.extensions = extensions;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.ASIDE;
  }

  @Override
  public String title() {
    return "期限";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    List<TermExtension> asked = extensions.of(file.getId());
    Div part = new Div();
    cases.tasks(file).stream()
        .filter(task -> task.state() == Task.State.OPEN)
        .forEach(task -> part.add(term(task, asked, actor)));
    asked.stream()
        .filter(request -> request.state() != TermExtension.State.PENDING)
        .forEach(request -> part.add(new Paragraph(words(request))));
    return part.getChildren().findAny().isEmpty() ? Optional.empty() : Optional.of(part);
  }

  private Div term(Task task, List<TermExtension> asked, Actor actor) {
    Div term = new Div(new Paragraph(task.name() + "：" + Wording.deadline(task.due()) + "办结。"));
    Optional<TermExtension> pending =
        asked.stream()
            .filter(request -> request.taskId().equals(task.getId()))
            .filter(request -> request.state() == TermExtension.State.PENDING)
            .findFirst();
    if (pending.isPresent()) {
      term.add(new Paragraph(words(pending.get()) + "由 " + extensions.decider(task) + " 批准。"));
      if (extensions.mayDecide(task, actor)) {
        term.add(new HorizontalLayout(grant(task, actor), refuse(task, actor)));
      }
    } else if (extensions.mayAsk(task, actor)) {
      term.add(new Button("申请延期", event -> new ExtensionDialog(extensions, task, actor).open()));
    }
    return term;
  }

  private Button grant(Task task, Actor actor) {
    Button grant =
        new Button(
            "批准延期",
            event -> {
              extensions.approve(task.getId(), "", actor);
              Toast.done("已批准延期，期限已调整。");
            });
    grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return grant;
  }

  private Button refuse(Task task, Actor actor) {
    return new Button(
        "不批准",
        event ->
            new ReasonDialog(
                    "不批准延期？",
                    "任务仍按原来的期限办理。",
                    "不批准",
                    reason -> extensions.refuse(task.getId(), reason, actor))
                .open());
  }

  private static String words(TermExtension request) {
    return Wording.dateTime(request.askedAt())
        + " 申请延期 "
        + request.workingDays()
        + " 个工作日，理由："
        + request.reason()
        + "。"
        + request.state().chinese()
        + (request.comment().isEmpty() ? "" : "：" + request.comment())
        + "。";
  }
}
