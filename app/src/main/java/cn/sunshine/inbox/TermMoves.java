package cn.sunshine.inbox;

import cn.sunshine.audit.AuditTrail;
import cn.sunshine.deadline.Term;
import cn.sunshine.deadline.Terms;
import cn.sunshine.engine.EngineCommands;
import cn.sunshine.processes.StartMessage;
import cn.sunshine.processes.TaskWatch;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the terms of tasks that are being worked on (NT-16): counts them anew in the calendar as it
 * is now, and has the engine keep the new moments in a process of its own beside the task. The
 * task, its job and who has it are not touched; its old timers find nothing to record. Written with
 * the change that causes it, so that a crash loses nothing, and named by the task and the number of
 * the move, so that sending it twice does nothing.
 */
@Component
class TermMoves {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private final TaskRepository tasks;
  private final TaskCase cases;
  private final Terms terms;
  private final EngineCommands engine;
  private final AuditTrail audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  TermMoves(
      TaskRepository tasks,
      TaskCase cases,
      Terms terms,
      EngineCommands engine,
      AuditTrail audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.cases = cases;
    this.terms = terms;
    this.engine = engine;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Counts the term of a task anew after the calendar has changed. */
  @Transactional
  public void recount(String taskId) {
    tasks.caseOf(taskId).ifPresent(cases::hold);
    tasks
        .lockById(taskId)
        .filter(task -> task.state() == Task.State.OPEN)
        .ifPresent(task -> recount(task, "system", "工作日历调整，期限重新计算"));
  }

  /** The same within something that has changed the length of the term. */
  @Transactional(propagation = Propagation.MANDATORY)
  void recount(Task task, String actor, String why) {
    Term term = terms.in(task.region()).from(task.createdAt(), task.termLength());
    if (!term.equals(new Term(task.due(), task.dueSoon()))) {
      move(task, term, actor, why);
    }
  }

  /**
   * Keeps the term of a task whose timers the engine has made anew: they would count from today. A
   * term that is watched already, or over, needs nothing.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(Task task) {
    if (!task.wasMoved() && !task.isReportedOverdue()) {
      task.moveTo(new Term(task.due(), task.dueSoon()), clock.instant());
      watch(task);
    }
  }

  private void move(Task task, Term term, String actor, String why) {
    String before = lastDay(task.due());
    settle(task);
    task.moveTo(term, clock.instant());
    watch(task);
    audit.append(
        "case:" + task.caseId(),
        actor,
        task.region(),
        "term-moved",
        why + "：由 " + before + " 24:00 改为 " + lastDay(task.due()) + " 24:00。",
        Map.of("task", task.getId(), "taskType", task.taskType(), "due", task.due().toString()));
    events.publishEvent(TasksChanged.of(task));
  }

  private void watch(Task task) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("caseId", task.caseId());
    variables.put(TaskWatch.TASK_ID, task.getId());
    variables.put(TaskWatch.WATCH_ID, task.termWatch());
    variables.put("due", written(task.due()));
    variables.put("dueSoon", written(task.dueSoon()));
    engine.publish(
        task.caseId(),
        StartMessage.of(TaskWatch.MOVED_TERM),
        task.termWatch(),
        task.termWatch(),
        variables);
  }

  /** Ends what runs beside a task that is done or cancelled. */
  @EventListener
  void onChange(TasksChanged changed) {
    if (changed.state() != Task.State.OPEN) {
      tasks.findById(changed.taskId()).ifPresent(this::settle);
    }
  }

  private void settle(Task task) {
    if (task.wasMoved()) {
      settle(task, task.termWatch());
    }
    if (task.isReportedOverdue()) {
      settle(task, task.overdueWatch());
    }
  }

  private void settle(Task task, String watchId) {
    engine.publish(
        task.caseId(), TaskWatch.SETTLED_MESSAGE, watchId, watchId + ":settled", Map.of());
  }

  private String lastDay(Instant due) {
    return due.minusNanos(1).atZone(clock.getZone()).format(DAY);
  }

  private String written(Instant moment) {
    return moment.atZone(clock.getZone()).toOffsetDateTime().toString();
  }
}
