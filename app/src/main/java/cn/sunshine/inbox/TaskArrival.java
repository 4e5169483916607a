package cn.sunshine.inbox;

import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.deadline.Term;
import cn.sunshine.deadline.Terms;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.UserTaskHandler;
import cn.sunshine.processes.Variables;
import cn.sunshine.region.RegionLevel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lays a user task of the engine into the right inbox, with its due moment. */
@Component
class TaskArrival implements UserTaskHandler {

  private static final String CANDIDATES = "io.camunda.zeebe:candidateGroups";
  private static final String FORM = "io.camunda.zeebe:formKey";
  private static final String APPLICANT = "applicant";
  private static final String HOUSEHOLD = "household";

  private final TaskRepository tasks;
  private final TaskCase cases;
  private final TaskNames names;
  private final Terms terms;
  private final AuditTrail audit;
  private final TermWatch watch;
  private final TermMoves moves;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  TaskArrival(
      TaskRepository tasks,
      TaskCase cases,
      TaskNames names,
      Terms terms,
      AuditTrail audit,
      TermWatch watch,
      TermMoves moves,
      Clock clock,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.cases = cases;
    this.names = names;
    this.terms = terms;
    this.audit = audit;
    this.watch = watch;
    this.moves = moves;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public void onUserTask(EngineJob job) {
    NewTask made = read(job);
    tasks
        .lockWithoutJob(job.caseId(), job.element())
        .ifPresentOrElse(task -> goOn(task, made), () -> open(made));
  }

  private NewTask read(EngineJob job) {
    CaseDescription about = cases.describe(job.caseId());
    Instant now = clock.instant();
    Term term = term(job);
    Audience audience = audience(job, about);
    return new NewTask(
        job,
        about,
        names.nameOf(job.process(), job.element()),
        job.header(FORM),
        audience.office(),
        audience.person(),
        now,
        term,
        terms.in(about.region()).lengthOf(now, term),
        returnTargets(job),
        context(job));
  }

  /** The same task by another version of the model, in the term that it has. */
  private void goOn(Task task, NewTask anew) {
    Optional<Grant> before = task.candidates();
    task.goOnWith(anew);
    moves.keep(task);
    events.publishEvent(TasksChanged.of(task));
    if (!before.equals(task.candidates())) {
      tell(task);
    }
  }

  private void open(NewTask made) {
    CaseDescription about = made.about();
    Task task = tasks.save(new Task(made));
    audit.append(
        "case:" + about.caseId(),
        "system",
        about.region(),
        "task-opened",
        "",
        Map.of("task", task.getId(), "taskType", task.taskType(), "due", task.due().toString()));
    events.publishEvent(TasksChanged.of(task));
    tell(task);
    watch.catchUp(task);
  }

  private void tell(Task task) {
    events.publishEvent(
        new TaskOpened(
            task.getId(),
            task.caseId(),
            task.region(),
            task.candidates(),
            task.assignee(),
            task.subject(),
            task.name(),
            task.due(),
            tasks.lastDecision(task.caseId()).flatMap(Task::reasonOfReturn)));
  }

  /** For example the review of an objection whose notice was taken down because of another one. */
  @Override
  public void onUserTaskGone(long jobKey) {
    tasks
        .lockByJobKey(jobKey)
        .filter(task -> task.state() == Task.State.OPEN)
        .ifPresent(
            task -> {
              task.cancel(clock.instant());
              events.publishEvent(TasksChanged.of(task));
            });
  }

  /**
   * The moments at which the engine's timers on this task fire, and no others: counted by the model
   * when the task began. A model that does not count them is a mistake in the model.
   */
  private static Term term(EngineJob job) {
    return new Term(moment(job, Variables.DUE), moment(job, Variables.DUE_SOON));
  }

  private static Instant moment(EngineJob job, String variable) {
    return job.text(variable)
        .map(text -> ZonedDateTime.parse(text).toInstant())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the model gives element " + job.element() + " no " + variable));
  }

  /** Whose task it is: an office's, or one person's. */
  private record Audience(Optional<Grant> office, Optional<String> person) {}

  /** The model says {@code role@level}; the case's region says which office that is. */
  private Audience audience(EngineJob job, CaseDescription about) {
    String candidates = job.header(CANDIDATES).replaceAll("[\\[\\]\"\\s]", "");
    if (candidates.equals(APPLICANT)) {
      return new Audience(Optional.empty(), Optional.of(about.applicant()));
    }
    if (candidates.equals(HOUSEHOLD)) {
      return new Audience(
          Optional.empty(),
          Optional.of(
              cases
                  .householdAccount(about.caseId())
                  .orElseThrow(
                      () -> new IllegalStateException(about.caseId() + ": no account to sign"))));
    }
    String[] roleAndLevel = candidates.split("@");
    Role role =
        Role.ofCode(roleAndLevel[0])
            .orElseThrow(() -> new IllegalStateException("unknown role " + candidates));
    RegionLevel level = RegionLevel.valueOf(roleAndLevel[1].toUpperCase(Locale.ROOT));
    String region = about.region().substring(0, level.codeLength());
    return new Audience(Optional.of(new Grant(role, region)), Optional.empty());
  }

  /** Those that the model names, unless who called it has said others by a variable. */
  private static List<String> returnTargets(EngineJob job) {
    String named =
        job.text(Variables.RETURN_TARGETS)
            .orElseGet(() -> job.headers().getOrDefault("returnTo", ""));
    return Arrays.stream(named.split(","))
        .map(String::strip)
        .filter(target -> !target.isEmpty())
        .toList();
  }

  private static Map<String, Object> context(EngineJob job) {
    Map<String, Object> context = new LinkedHashMap<>();
    for (String name :
        List.of("noticeId", "noticeKind", "objectionId", "expertId", "drawId", "jointRound")) {
      job.text(name).ifPresent(value -> context.put(name, value));
    }
    return context;
  }
}
