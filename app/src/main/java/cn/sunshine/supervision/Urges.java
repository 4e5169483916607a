package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.Workload;
import cn.sunshine.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Urging (催办): a supervisor's words to who has to do a task, kept in the case's history. */
@Service
public class Urges {

  public static final int LONGEST_WORDS = 500;

  /** Nobody is urged twice by the same person within this time. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Workload workload;
  private final Cases cases;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Urges(
      Workload workload,
      Cases cases,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.workload = workload;
    this.cases = cases;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Urges an open task.
   *
   * @throws Refusal.NotFound when there is no such task in a case that the actor may see
   * @throws Refusal.Conflict when it has ended, or the actor has urged it a moment ago
   */
  @Transactional
  public void urge(String taskId, String words, Actor actor) {
    Task task = workload.task(taskId).orElseThrow(Urges::noSuchTask);
    if (SupervisionAccess.regions(actor).stream().noneMatch(task.region()::startsWith)) {
      throw noSuchTask();
    }
    cases.find(task.caseId(), actor);
    String said = requireWords(words);
    if (task.state() != Task.State.OPEN) {
      throw new Refusal.Conflict("这项任务已经办结或取消，不需要催办。");
    }
    requirePause(taskId, actor);
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into urge (id, task_id, case_id, region, urged_by, words, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            taskId,
            task.caseId(),
            task.region(),
            actor.username(),
            said,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    cases.note(
        task.caseId(),
        actor.username(),
        "urge",
        said,
        Map.of("task", taskId, "taskType", task.taskType()));
    events.publishEvent(
        new TaskUrged(
            id,
            taskId,
            task.caseId(),
            task.candidates(),
            task.assignee(),
            task.subject(),
            task.name(),
            task.due(),
            said,
            actor.displayName()));
  }

  /** How often each of these tasks has been urged; those never urged are missing. */
  @Transactional(readOnly = true)
  public Map<String, Integer> counts(Collection<Task> tasks) {
    if (tasks.isEmpty()) {
      return Map.of();
    }
    record Count(String taskId, int urges) {}
    return jdbc
        .sql(
            "select task_id, count(*) as urges from urge where task_id in (:tasks) group by"
                + " task_id")
        .param("tasks", tasks.stream().map(Task::getId).toList())
        .query(Count.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Count::taskId, Count::urges));
  }

  private void requirePause(String taskId, Actor actor) {
    Instant before = clock.instant().minus(PAUSE);
    boolean justNow =
        jdbc.sql("select exists (select 1 from urge where task_id = ? and urged_by = ? and at > ?)")
            .params(taskId, actor.username(), before.atOffset(ZoneOffset.UTC))
            .query(Boolean.class)
            .single();
    if (justNow) {
      throw new Refusal.Conflict("您刚刚催办过这项任务，对方已经收到。请过 " + PAUSE.toMinutes() + " 分钟再催办。");
    }
  }

  private static String requireWords(String typed) {
    String words = typed == null ? "" : typed.strip();
    if (words.isEmpty() || words.length() > LONGEST_WORDS) {
      throw new Refusal.Invalid(
          "请写明催办的内容（不超过 " + LONGEST_WORDS + " 字）。",
          List.of(new Refusal.FieldFault("text", "请写明催办的内容")));
    }
    return words;
  }

  private static Refusal.NotFound noSuchTask() {
    return new Refusal.NotFound("没有这项任务，或它不在您的督查范围内。");
  }
}
