package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.region.Regions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that a task's term is nearly over or over (NT-16, NT-21), once for each. The engine's
 * timers say when; a task that comes into the inbox late, because the application was away, and one
 * that is decided in the moment in which its timer fires, are looked at as well, so that no breach
 * goes unrecorded whatever the order.
 */
@Service
public class TermWatch {

  /** A broker on another machine may be so much ahead of this one's clock. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  /** Which of the two timers of a task has fired. */
  enum Timer {
    DUE_SOON,
    OVERDUE
  }

  private static final DateTimeFormatter LAST_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private final TaskRepository tasks;
  private final AuditTrail audit;
  private final Regions regions;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  TermWatch(
      TaskRepository tasks,
      AuditTrail audit,
      Regions regions,
      Clock clock,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.audit = audit;
    this.regions = regions;
    this.clock = clock;
    this.events = events;
  }

  /** Records what has come of the terms of a case's open tasks by now. */
  @Transactional
  public void catchUp(String caseId) {
    tasks.openOf(caseId).forEach(this::catchUp);
  }

  /** The same for one task, in the transaction that does something with it. */
  @Transactional(propagation = Propagation.MANDATORY)
  void catchUp(Task task) {
    Instant now = clock.instant();
    look(task, now, now);
  }

  /**
   * A timer of an element has fired. A timer of a task whose term has been moved meanwhile, or that
   * has been decided, finds nothing to record.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void onTimer(Timer timer, long processInstanceKey, String element) {
    // A moved term has timers of its own, see TermMoves.
    tasks.openOf(processInstanceKey, element).stream()
        .filter(task -> !task.wasMoved())
        .forEach(task -> onTimer(timer, task));
  }

  /** A timer of a moved term has fired. */
  @Transactional(propagation = Propagation.MANDATORY)
  void onTimer(Timer timer, String taskId) {
    tasks.lockById(taskId).ifPresent(task -> onTimer(timer, task));
  }

  private void onTimer(Timer timer, Task task) {
    Instant now = clock.instant();
    look(task, now.plus(SKEW), timer == Timer.OVERDUE ? now.plus(SKEW) : now);
  }

  private void look(Task task, Instant soonBy, Instant overdueBy) {
    if (task.becomesDueSoon(soonBy)) {
      record(task, "term-due-soon");
      events.publishEvent(TermDueSoon.of(task));
    }
    if (task.becomesOverdue(overdueBy)) {
      record(task, "term-overdue");
      events.publishEvent(TermBreached.of(task));
    }
  }

  private void record(Task task, String action) {
    audit.append(
        "case:" + task.caseId(),
        Actor.SYSTEM.username(),
        task.region(),
        action,
        "应于 " + lastDay(task) + " 24:00 前办结，承办：" + owner(task) + "。",
        Map.of("task", task.getId(), "taskType", task.taskType(), "due", task.due().toString()));
    events.publishEvent(TasksChanged.of(task));
  }

  private String lastDay(Task task) {
    return task.due().minusNanos(1).atZone(clock.getZone()).format(LAST_DAY);
  }

  /** Who has to answer for it: the office, and who has taken it. */
  private String owner(Task task) {
    String person = task.assignee().orElse("");
    return task.candidates()
        .map(
            office ->
                regions.name(office.region())
                    + office.role().chinese()
                    + (person.isEmpty() ? "" : "（" + person + " 已签收）"))
        .orElse(person);
  }
}
