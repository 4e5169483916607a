package cn.sunshine.escalation;

import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.Workload;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** On every day grades the alerts of tasks that are still overdue anew: they grow with the days. */
@Component
class AlertRegrading {

  private static final Logger log = LoggerFactory.getLogger(AlertRegrading.class);
  private static final int AT_ONCE = 200;

  private final Alerts alerts;
  private final Workload workload;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AlertRegrading(
      Alerts alerts,
      Workload workload,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.alerts = alerts;
    this.workload = workload;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Grown(String taskId, String stage) {}

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT15S")
  void regrade() {
    due().forEach(this::regrade);
  }

  private List<Grown> due() {
    return jdbc.sql(
            """
            select t.id as task_id, a.stage from task t
              join lateral (select stage, graded_on from task_alert
                            where task_id = t.id and due = t.due order by id desc limit 1) a on true
            where t.state = 'OPEN' and t.overdue_told_at is not null and a.graded_on < :today
            order by t.due limit :most
            """)
        .param("today", LocalDate.now(clock))
        .param("most", AT_ONCE)
        .query(Grown.class)
        .list();
  }

  /** One by one, so that one that fails keeps no other back for ever. */
  private void regrade(Grown grown) {
    try {
      transaction.executeWithoutResult(
          status ->
              workload
                  .task(grown.taskId())
                  .filter(task -> task.state() == Task.State.OPEN)
                  .map(Alerts.Subject::of)
                  .ifPresent(task -> alerts.raise(task, AlertStage.valueOf(grown.stage()))));
    } catch (RuntimeException later) {
      log.warn("The alert of {} is graded anew later: {}", grown.taskId(), later.getMessage());
    }
  }
}
