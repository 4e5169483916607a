package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import cn.sunshine.forms.Outcome;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.CamundaForm;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.KeyCommands;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One task on the screen: facts first, then the form and the decision, and what one may look up.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TaskPane extends Div {

  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final transient Inbox inbox;
  private final transient TaskClock taskClock;
  private final transient ObjectProvider<TaskParts> parts;
  private final transient JsonMapper json;
  private final TextArea comment = new TextArea();
  private final CamundaForm form = new CamundaForm();
  private transient Optional<Inbox.TaskSheet> open = Optional.empty();
  private transient Optional<Actor> actor = Optional.empty();
  private Command done = () -> {};

  TaskPane(Inbox inbox, TaskClock taskClock, ObjectProvider<TaskParts> parts, JsonMapper json) {
    this.inbox = inbox;
    this.taskClock = taskClock;
    this.parts = parts;
    this.json = json;
    addClassName("task-pane");
    comment.setAriaLabel("意见");
    comment.setMaxLength(Inbox.LONGEST_COMMENT);
    comment.setMinRows(1);
    comment.setMaxRows(4);
  }

  /** Called after a decision was taken. */
  void onDone(Command command) {
    done = command;
  }

  Optional<String> taskId() {
    return open.map(sheet -> sheet.task().getId());
  }

  void clear() {
    open = Optional.empty();
    removeAll();
    add(new EmptyState("没有打开的任务", "从左边的列表里选一件，或按 j、k 上下移动。"));
  }

  void show(String taskId, Actor who) {
    try {
      Inbox.TaskSheet sheet = inbox.open(taskId, who);
      open = Optional.of(sheet);
      actor = Optional.of(who);
      comment.clear();
      comment.setInvalid(false);
      draw(sheet, who);
    } catch (Refusal.NotFound gone) {
      clear();
      Toast.problem(gone.sentence());
    }
  }

  /** Looks whether the open task has changed hands meanwhile; what is being written is kept. */
  void refresh(Actor who) {
    if (open.isEmpty()) {
      return;
    }
    Task before = open.get().task();
    inbox
        .find(before.getId(), who)
        .filter(now -> now.state() != before.state() || !now.assignee().equals(before.assignee()))
        .ifPresent(now -> show(now.getId(), who));
  }

  private void draw(Inbox.TaskSheet sheet, Actor who) {
    removeAll();
    Task task = sheet.task();
    boolean mayDecide = task.state() == Task.State.OPEN && task.isFor(who);
    Div facts = new Div();
    facts.addClassName("task-facts");
    List<TaskPart> all =
        parts.orderedStream().flatMap(source -> source.of(task, who).stream()).toList();
    all.stream()
        .filter(part -> part.place() == TaskPart.Place.FACTS)
        .forEach(part -> facts.add(new Section(part.title(), part.content())));
    if (hasQuestions(sheet)) {
      ObjectNode data = json.valueToTree(sheet.data());
      String schema = sheet.form().json().toString();
      if (mayDecide) {
        form.edit(schema, data);
      } else {
        form.read(schema, data);
      }
      facts.add(new Section("填写", form));
    }
    TabSheet aside = new TabSheet();
    aside.addClassName("task-aside");
    all.stream()
        .filter(part -> part.place() == TaskPart.Place.ASIDE)
        .forEach(part -> aside.add(part.title(), new Div(part.content())));
    Div body = new Div(facts, aside);
    body.addClassName("task-body");
    add(header(task, who), body);
    if (mayDecide) {
      add(decisions(sheet));
    }
  }

  private static boolean hasQuestions(Inbox.TaskSheet sheet) {
    return !sheet.form().json().path("components").isEmpty();
  }

  private Component header(Task task, Actor who) {
    H1 subject = new H1(task.subject());
    Span step = new Span(task.name());
    Span due = new Span(Wording.deadline(task.due()));
    due.addClassName("quiet");
    Anchor link = new Anchor("cases/" + task.caseId(), task.caseId());
    Div left = new Div(subject, taskClock.badge(task));
    left.addClassName("task-title");
    Div right = new Div(link, step, due);
    right.addClassName("task-where");
    if (task.state() == Task.State.OPEN && task.candidates().isPresent() && task.isFor(who)) {
      right.add(
          task.assignee().isPresent()
              ? small("退回本组", () -> act(() -> inbox.giveBack(task.getId(), who)))
              : small("签收", this::claim));
    }
    Div header = new Div(left, right);
    header.addClassName("task-header");
    return header;
  }

  private static Button small(String label, Command command) {
    Button button = new Button(label, event -> command.execute());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private Component decisions(Inbox.TaskSheet sheet) {
    Div buttons = new Div();
    buttons.addClassName("task-buttons");
    for (Outcome outcome : sheet.outcomes().reversed()) {
      Button button =
          new Button(
              outcome.value().equals(Decision.RETURN) ? outcome.label() + "…" : outcome.label(),
              event -> choose(outcome));
      button.setId("outcome-" + outcome.value());
      switch (outcome.value()) {
        case Decision.APPROVE -> {
          button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
          button.setSuffixComponent(KeyCommands.cap("a"));
        }
        case Decision.REJECT -> button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        default -> {
          // plain
        }
      }
      buttons.add(button);
    }
    comment.setPlaceholder(hint(sheet.outcomes()));
    Div bar = new Div(comment, buttons);
    bar.addClassName("task-decision");
    return bar;
  }

  /** When words are wanted: said before somebody decides without them. */
  private static String hint(List<Outcome> outcomes) {
    String wanted =
        outcomes.stream()
            .filter(Outcome::commentRequired)
            .map(outcome -> "“" + outcome.label() + "”")
            .collect(Collectors.joining());
    return wanted.isEmpty() ? "意见（可以不填）" : "意见（选择" + wanted + "时必填）";
  }

  void claim() {
    open.map(Inbox.TaskSheet::task)
        .filter(task -> task.assignee().isEmpty() && task.state() == Task.State.OPEN)
        .ifPresent(task -> act(() -> inbox.claim(task.getId(), actor.orElseThrow())));
  }

  void approve() {
    chooseIfOffered(Decision.APPROVE);
  }

  void giveBackToEarlierStep() {
    chooseIfOffered(Decision.RETURN);
  }

  void focusComment() {
    comment.focus();
  }

  private void chooseIfOffered(String value) {
    open.filter(sheet -> sheet.task().state() == Task.State.OPEN)
        .flatMap(sheet -> sheet.form().outcome(value))
        .ifPresent(this::choose);
  }

  private void choose(Outcome outcome) {
    if (outcome.commentRequired() && comment.getValue().isBlank()) {
      comment.setInvalid(true);
      comment.setErrorMessage("选择“" + outcome.label() + "”时必须写明理由。");
      comment.focus();
      return;
    }
    if (outcome.value().equals(Decision.RETURN)) {
      Inbox.TaskSheet sheet = open.orElseThrow();
      new ReturnDialog(
              inbox.returnTargets(sheet.task()),
              target -> inbox.stepName(sheet.task(), target),
              comment.getValue(),
              (target, words) -> decide(outcome, words, Map.of("to", target)))
          .open();
      return;
    }
    decideWithForm(outcome);
  }

  private void decideWithForm(Outcome outcome) {
    if (!hasQuestions(open.orElseThrow())) {
      decide(outcome, comment.getValue(), Map.of());
      return;
    }
    form.submit(
        answer -> {
          if (answer.complete() || !outcome.value().equals(Decision.APPROVE)) {
            decide(outcome, comment.getValue(), json.convertValue(answer.data(), DATA));
          } else {
            Toast.problem("表单还有 " + answer.faults().size() + " 处需要修改，已在填写处标出。");
          }
        });
  }

  private void decide(Outcome outcome, String words, Map<String, Object> data) {
    Task task = open.orElseThrow().task();
    try {
      inbox.decide(
          task.getId(),
          new Decision(outcome.value(), words, new LinkedHashMap<>(data)),
          actor.orElseThrow());
    } catch (Refusal.Invalid invalid) {
      form.showFaults(invalid.faults());
      Toast.problem(invalid.sentence());
      return;
    }
    Toast.done(task.subject() + "：" + outcome.label() + "，已记录。");
    done.execute();
  }

  private void act(Command command) {
    command.execute();
    show(open.orElseThrow().task().getId(), actor.orElseThrow());
  }
}
