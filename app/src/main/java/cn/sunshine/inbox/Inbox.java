package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.engine.EngineCommands;
import cn.sunshine.forms.FieldError;
import cn.sunshine.forms.Form;
import cn.sunshine.forms.Outcome;
import cn.sunshine.problem.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one way to look at, take and decide tasks, for screens and the REST interface alike. */
@Service
public class Inbox {

  public static final int LONGEST_COMMENT = 2000;

  /**
   * The applicant's task after a return. It may send only what changed; the case checks the whole.
   */
  private static final String CORRECTION = "correction";

  private final TaskRepository tasks;
  private final TaskList list;
  private final TaskCase cases;
  private final TaskForms forms;
  private final TaskNames names;
  private final EngineCommands engine;
  private final TermWatch watch;
  private final AuditTrail audit;
  private final Clock clock;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  Inbox(
      TaskRepository tasks,
      TaskList list,
      TaskCase cases,
      TaskForms forms,
      TaskNames names,
      EngineCommands engine,
      TermWatch watch,
      AuditTrail audit,
      Clock clock,
      JsonMapper json,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.list = list;
    this.cases = cases;
    this.forms = forms;
    this.names = names;
    this.engine = engine;
    this.watch = watch;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
    this.events = events;
  }

  /** One page of a list of tasks. */
  public record TaskPage(List<Task> items, long total) {}

  /** A task with what is needed to decide it. */
  public record TaskSheet(Task task, Form form, Map<String, Object> data) {

    public List<Outcome> outcomes() {
      return form.outcomes();
    }
  }

  @Transactional(readOnly = true)
  public TaskPage find(TaskQuery query, Actor actor) {
    TaskList.Page page = list.find(query, actor);
    return new TaskPage(page.items(), page.total());
  }

  @Transactional(readOnly = true)
  public long count(TaskQuery query, Actor actor) {
    return list.count(query, actor);
  }

  /**
   * @throws Refusal.NotFound when there is no such task, or it is not the actor's to see
   */
  @Transactional(readOnly = true)
  public TaskSheet open(String taskId, Actor actor) {
    Task task = visible(taskId, actor);
    return new TaskSheet(task, forms.of(task), cases.dataFor(task, actor));
  }

  /** The task as it is now, when the actor may see it. */
  @Transactional(readOnly = true)
  Optional<Task> find(String taskId, Actor actor) {
    return tasks.findById(taskId).filter(task -> task.isVisibleTo(actor));
  }

  /** The Chinese name of a task type in the case of a task. */
  String stepName(Task task, String taskType) {
    return names.nameInCaseOf(task, taskType);
  }

  /** All tasks of a case, oldest first. Whoever asks has to be allowed to see the case. */
  @Transactional(readOnly = true)
  public List<Task> ofCase(String caseId) {
    return tasks.ofCase(caseId);
  }

  /**
   * The open tasks of some cases, oldest first. Whoever asks has to be allowed to see the cases.
   */
  @Transactional(readOnly = true)
  public List<Task> openIn(Collection<String> caseIds) {
    return tasks.openIn(caseIds);
  }

  @Transactional
  public Task claim(String taskId, Actor actor) {
    Task task = hold(taskId, actor);
    if (task.assignee().equals(Optional.of(actor.username()))) {
      task.requireOpen();
      return task;
    }
    task.claim(actor);
    record(task, actor, "claim", "", Map.of());
    return task;
  }

  /** Gives a claimed task back to the office. */
  @Transactional
  public Task giveBack(String taskId, Actor actor) {
    Task task = hold(taskId, actor);
    if (task.assignee().isEmpty()) {
      task.requireOpen();
      return task;
    }
    task.giveBack(actor);
    record(task, actor, "give-back", "", Map.of());
    return task;
  }

  /**
   * Decides a task: checks the outcome and the answers against the form, tells the case, and writes
   * down the command to the engine, all or nothing. The same decision sent again changes nothing.
   */
  @Transactional
  public Task decide(String taskId, Decision decision, Actor actor) {
    Task task = hold(taskId, actor);
    if (task.wasDecidedBy(actor, decision.outcome())) {
      return task;
    }
    task.requireOpen();
    long job = task.jobKey().orElseThrow(() -> new Refusal.Conflict("案件正在改用新版流程，请等几秒再提交，填写的内容还在。"));
    watch.catchUp(task);
    Decision checked = check(task, decision);
    String returnTo = returnTarget(task, checked);
    task.complete(checked, actor, clock.instant());
    cases.onDecision(task, checked, actor);
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("outcome", checked.outcome());
    variables.put("returnTo", returnTo);
    engine.complete(task.caseId(), job, variables);
    Map<String, Object> detail = new LinkedHashMap<>();
    if (checked.outcome().equals(Decision.RETURN)) {
      detail.put("returnTo", returnTo);
    }
    record(task, actor, checked.outcome(), checked.comment(), detail);
    return task;
  }

  /** Closes the open tasks of a case that ends another way. */
  @Transactional
  public void cancelAll(String caseId) {
    for (Task task : tasks.ofCase(caseId)) {
      if (task.state() == Task.State.OPEN) {
        task.cancel(clock.instant());
        events.publishEvent(TasksChanged.of(task));
      }
    }
  }

  /** The engine's job for the one open task at a step of a process instance. */
  @Transactional(readOnly = true)
  public Optional<Long> jobAt(long processInstanceKey, String element) {
    List<Task> open = tasks.openOf(processInstanceKey, element);
    return open.size() == 1 ? open.getFirst().jobKey() : Optional.empty();
  }

  /**
   * The case goes on in another process instance: its open task at a step stays, and gets the job
   * that the engine makes there.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void awaitNewJobAt(long processInstanceKey, String element) {
    tasks.openOf(processInstanceKey, element).forEach(Task::awaitNewJob);
  }

  /** Closes the open tasks of a case that were made with this value in their context. */
  @Transactional
  public void cancelWith(String caseId, String name, String value) {
    for (Task task : tasks.ofCase(caseId)) {
      if (task.state() == Task.State.OPEN && value.equals(task.context().get(name))) {
        task.cancel(clock.instant());
        events.publishEvent(TasksChanged.of(task));
      }
    }
  }

  /** Brings the subject lines of a case's open tasks up to date after a correction. */
  @Transactional
  public void describeAnew(CaseDescription about) {
    tasks.ofCase(about.caseId()).stream()
        .filter(task -> task.state() == Task.State.OPEN)
        .forEach(task -> task.describe(about));
  }

  /** The task types that a case may be returned to from here: allowed by the model, and visited. */
  @Transactional(readOnly = true)
  public List<String> returnTargets(Task task) {
    List<String> visited = tasks.typesDoneIn(task.caseId());
    return task.returnTargets().stream()
        .filter(target -> isCorrection(target) || visited.contains(target))
        .toList();
  }

  private Decision check(Task task, Decision decision) {
    Form form = forms.of(task);
    Outcome outcome =
        form.outcome(decision.outcome())
            .orElseThrow(
                () ->
                    new Refusal.Invalid(
                        "这个环节的结论只能是："
                            + form.outcomes().stream()
                                .map(o -> o.value() + "（" + o.label() + "）")
                                .collect(Collectors.joining("、"))
                            + "。"));
    if (outcome.commentRequired() && decision.comment().isEmpty()) {
      throw new Refusal.Invalid(
          "选择“" + outcome.label() + "”时必须写明理由。",
          List.of(new Refusal.FieldFault("comment", "请写明理由")));
    }
    if (decision.comment().length() > LONGEST_COMMENT) {
      throw new Refusal.Invalid(
          "意见最长 " + LONGEST_COMMENT + " 字。",
          List.of(new Refusal.FieldFault("comment", "意见太长，请缩短")));
    }
    if (!isCorrection(task.taskType())) {
      checkAnswers(form, decision);
    }
    return decision;
  }

  /** Only an approval has to be complete; what is given with a refusal must still be right. */
  private void checkAnswers(Form form, Decision decision) {
    Map<String, Object> answers = new LinkedHashMap<>(decision.data());
    answers.remove("to");
    JsonNode given = json.valueToTree(answers);
    List<FieldError> errors =
        decision.outcome().equals(Decision.APPROVE)
            ? form.validate(given)
            : form.validatePartial(given);
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(
          "表单有 " + errors.size() + " 处需要修改：" + errors.getFirst().message(),
          errors.stream()
              .map(error -> new Refusal.FieldFault(error.path(), error.message()))
              .toList());
    }
  }

  private String returnTarget(Task task, Decision decision) {
    if (!decision.outcome().equals(Decision.RETURN)) {
      return "";
    }
    List<String> allowed = returnTargets(task);
    // Where the model names no correction, the first step that it names is the usual way back.
    Object to =
        decision.data().getOrDefault("to", allowed.isEmpty() ? CORRECTION : allowed.getFirst());
    if (!(to instanceof String target) || !allowed.contains(target)) {
      throw new Refusal.Invalid(
          "不能退回到这个环节。可以退回到：" + String.join("、", allowed) + "。",
          List.of(new Refusal.FieldFault("data.to", "可选：" + String.join("、", allowed))));
    }
    return target;
  }

  private Task visible(String taskId, Actor actor) {
    return tasks.findById(taskId).filter(t -> t.isVisibleTo(actor)).orElseThrow(Inbox::noSuchTask);
  }

  /** The case first, then the task: the order in which a withdrawal takes them, too. */
  private Task hold(String taskId, Actor actor) {
    cases.hold(tasks.caseOf(taskId).orElseThrow(Inbox::noSuchTask));
    return tasks
        .lockById(taskId)
        .filter(task -> task.isVisibleTo(actor))
        .orElseThrow(Inbox::noSuchTask);
  }

  private void record(
      Task task, Actor actor, String action, String comment, Map<String, Object> more) {
    Map<String, Object> detail = new LinkedHashMap<>(more);
    detail.put("task", task.getId());
    detail.put("taskType", task.taskType());
    audit.append("case:" + task.caseId(), actor.username(), task.region(), action, comment, detail);
    events.publishEvent(TasksChanged.of(task));
  }

  /** The applicant's own step of any kind of case, such as {@code project-correction}. */
  private static boolean isCorrection(String taskType) {
    return taskType.endsWith(CORRECTION);
  }

  private static Refusal.NotFound noSuchTask() {
    return new Refusal.NotFound("没有这项任务，或它不在您的职责范围内。");
  }
}
