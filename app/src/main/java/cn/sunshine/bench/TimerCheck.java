package cn.sunshine.bench;

import cn.sunshine.audit.AuditTrail;
import cn.sunshine.processes.JobTypes;
import io.camunda.zeebe.client.ZeebeClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether every timer has been recorded, once: in the tasks, in the history of the cases, in the
 * messages to the offices, in the steps that the engine handed out, and in what the engine itself
 * counts.
 */
final class TimerCheck {

  /** Chains of the history are looked through for every so many of the cases. */
  private static final int SAMPLE = 100;

  private static final List<String> ACTIONS = List.of("term-due-soon", "term-overdue", "escalated");
  private static final List<String> MESSAGES = List.of("DUE_SOON", "OVERDUE", "ESCALATED");
  private static final List<String> STEPS =
      List.of("group-review-due-soon-told", "group-review-overdue-told");

  private final Sunshine sunshine;
  private final JdbcClient jdbc;
  private final int tasks;
  private final List<String> faults = new ArrayList<>();

  TimerCheck(Sunshine sunshine, ManyTasks many) {
    this.sunshine = sunshine;
    this.jdbc = sunshine.get(JdbcClient.class);
    this.tasks = many.count();
  }

  /** What is not as it must be, in sentences; empty when all is well. */
  List<String> faults() throws InterruptedException {
    require(
        "标记的任务 / tasks marked",
        count(
            """
            select count(*) from task where case_id like 'BENCH-%'
              and soon_told_at is not null and overdue_told_at is not null
            """));
    for (String action : ACTIONS) {
      once(
          "案件经过 / history: " + action,
          "select case_id from (select substr(stream, 6) case_id from audit_entry"
              + " where stream like 'case:BENCH-%' and action = ?) entries",
          action);
    }
    for (String kind : MESSAGES) {
      once(
          "消息 / messages: " + kind,
          "select case_id from notification where case_id like 'BENCH-%' and kind = ?",
          kind);
    }
    for (String element : STEPS) {
      once(
          "引擎派发 / steps: " + element,
          "select case_id from engine_step where case_id like 'BENCH-%' and element = ?",
          element);
    }
    chains();
    engine();
    return faults;
  }

  private void require(String what, long found) {
    if (found != tasks) {
      faults.add("%s：应为 %d，实为 %d / expected and found".formatted(what, tasks, found));
    }
  }

  /** Exactly one row of the query for each case. */
  private void once(String what, String rows, String value) {
    require(what, count("select count(distinct case_id) from (" + rows + ") r", value));
    long twice =
        count(
            "select count(*) from (select case_id from ("
                + rows
                + ") r group by case_id having count(*) > 1) twice",
            value);
    if (twice > 0) {
      faults.add("%s：%d 件记了两次 / recorded twice".formatted(what, twice));
    }
  }

  private long count(String sql, String... values) {
    return jdbc.sql(sql).params(List.of((Object[]) values)).query(Long.class).single();
  }

  private void chains() {
    AuditTrail audit = sunshine.get(AuditTrail.class);
    for (int number = 0; number < tasks; number += SAMPLE) {
      String stream = "case:" + ManyTasks.caseId(number);
      if (audit.firstBreak(stream).isPresent()) {
        faults.add(stream + " 的经过不完整 / its history is broken");
      }
    }
  }

  /** The engine has made as many jobs of timers as were completed, and hands out none any more. */
  private void engine() throws InterruptedException {
    EngineMetrics.Look look = sunshine.metrics().look();
    for (String type : List.of(JobTypes.TERM_DUE_SOON, JobTypes.TERM_OVERDUE)) {
      long created = look.jobs("created", type);
      long completed = look.jobs("completed", type);
      if (created != completed || created < tasks) {
        faults.add(
            "引擎 %s：产生 %d，完成 %d / the engine created and completed"
                .formatted(type, created, completed));
      }
      int left =
          sunshine
              .get(ZeebeClient.class)
              .newActivateJobsCommand()
              .jobType(type)
              .maxJobsToActivate(1)
              .timeout(Duration.ofSeconds(1))
              .requestTimeout(Duration.ofSeconds(5))
              .send()
              .join()
              .getJobs()
              .size();
      if (left > 0) {
        faults.add("引擎还有 " + type + " / the engine still hands out jobs");
      }
    }
  }
}
