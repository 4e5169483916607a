package cn.sunshine.escalation;

import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Cases;
import cn.sunshine.deadline.WorkingDays;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TermBreached;
import cn.sunshine.inbox.TermDueSoon;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Packs;
import cn.sunshine.rules.Decision;
import cn.sunshine.rules.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How severe it is that a term is nearly over or over: the pack's decision table {@code
 * alert-severity} says so at every stage and on every further day, and what it says is kept with
 * its reason. It is the table in force, not that of the case's beginning: who supervises today goes
 * by today's rules.
 */
@Service
public class Alerts {

  private static final String TABLE = "alert-severity";
  private static final String OF_A_PERSON = "person";

  private final Cases cases;
  private final Packs packs;
  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final JdbcClient jdbc;
  private final Clock clock;

  Alerts(
      Cases cases,
      Packs packs,
      Decisions decisions,
      WorkingDays workingDays,
      JdbcClient jdbc,
      Clock clock) {
    this.cases = cases;
    this.packs = packs;
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A term as the table is asked about it. */
  record Subject(
      String taskId,
      String caseId,
      String process,
      Optional<Role> role,
      String region,
      Instant due) {

    static Subject of(Task task) {
      return new Subject(
          task.getId(),
          task.caseId(),
          task.process(),
          task.candidates().map(Grant::role),
          task.region(),
          task.due());
    }
  }

  // Before those that tell people of it.
  @Order(0)
  @EventListener
  void onDueSoon(TermDueSoon soon) {
    raise(
        new Subject(
            soon.taskId(),
            soon.caseId(),
            soon.process(),
            soon.office().map(Grant::role),
            soon.region(),
            soon.due()),
        AlertStage.DUE_SOON);
  }

  @Order(0)
  @EventListener
  void onBreach(TermBreached breach) {
    raise(
        new Subject(
            breach.taskId(),
            breach.caseId(),
            breach.process(),
            breach.office().map(Grant::role),
            breach.region(),
            breach.due()),
        AlertStage.OVERDUE);
  }

  /**
   * Asks the table and keeps what it says, unless it has said the same at this stage before.
   *
   * @return empty when the table could not decide
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<AlertSeverity> raise(Subject subject, AlertStage stage) {
    String pack = cases.require(subject.caseId()).pack();
    LocalDate today = LocalDate.now(clock);
    Decision decision =
        decisions.evaluate(
            TABLE,
            packs.rulebook(pack),
            today,
            Map.of(
                "stage", stage.code(),
                "process", subject.process(),
                "role", subject.role().map(Role::code).orElse(OF_A_PERSON),
                "days-over", daysOver(subject, today)));
    Optional<AlertSeverity> severity = AlertSeverity.of(decision.outcome());
    severity.ifPresent(
        known -> {
          Finding reason = decision.findings().getFirst();
          if (stillSo(subject, stage, known, reason, today) == 0) {
            keep(subject, stage, known, reason, today);
          }
        });
    return severity;
  }

  /** Working days after the last day of the term; 0 while it is not over. */
  private int daysOver(Subject subject, LocalDate today) {
    LocalDate lastDay = subject.due().minusNanos(1).atZone(clock.getZone()).toLocalDate();
    return today.isAfter(lastDay) ? workingDays.in(subject.region()).between(lastDay, today) : 0;
  }

  private int stillSo(
      Subject subject, AlertStage stage, AlertSeverity severity, Finding reason, LocalDate today) {
    return jdbc.sql(
            """
            update task_alert set graded_on = :today
            where id = (select max(id) from task_alert where task_id = :task and due = :due)
              and stage = :stage and severity = :severity and rule = :rule
            """)
        .param("today", today)
        .param("task", subject.taskId())
        .param("due", at(subject.due()))
        .param("stage", stage.name())
        .param("severity", severity.name())
        .param("rule", reason.rule())
        .update();
  }

  private void keep(
      Subject subject, AlertStage stage, AlertSeverity severity, Finding reason, LocalDate today) {
    jdbc.sql(
            """
            insert into task_alert
              (task_id, case_id, region, due, stage, severity, rule, version, policy, message,
               actual, condition, at, graded_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            subject.taskId(),
            subject.caseId(),
            subject.region(),
            at(subject.due()),
            stage.name(),
            severity.name(),
            reason.rule(),
            reason.version(),
            reason.policy(),
            reason.message(),
            reason.actual().toString(),
            reason.limit().toString(),
            at(clock.instant()),
            today)
        .update();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  /** The latest alert of each of these tasks, about its term as it is now; others are missing. */
  @Transactional(readOnly = true)
  public Map<String, Alert> latest(Collection<Task> tasks) {
    if (tasks.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select distinct on (a.task_id) a.* from task_alert a join task t on t.id = a.task_id
            where a.task_id in (:tasks) and a.due = t.due order by a.task_id, a.id desc
            """)
        .param("tasks", tasks.stream().map(Task::getId).toList())
        .query((row, n) -> alert(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Alert::taskId, alert -> alert));
  }

  /** All alerts about a case, oldest first. */
  @Transactional(readOnly = true)
  public List<Alert> of(String caseId) {
    return jdbc.sql("select * from task_alert where case_id = ? order by id")
        .param(caseId)
        .query((row, n) -> alert(row))
        .list();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getString("task_id"),
        AlertStage.valueOf(row.getString("stage")),
        AlertSeverity.valueOf(row.getString("severity")),
        row.getString("rule"),
        row.getString("version"),
        row.getString("policy"),
        row.getString("message"),
        row.getString("actual"),
        row.getString("condition"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
