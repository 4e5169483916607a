package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * More time for a task (NT-16, NT-24): asked for with a reason by whose task it is, granted or
 * refused by the office above. A granted request moves the term and its timers.
 */
@Service
public class TermExtensions {

  private static final int MOST_DAYS = 60;
  private static final int LONGEST_TEXT = 500;

  private final JdbcClient jdbc;
  private final TaskRepository tasks;
  private final TaskCase cases;
  private final TermMoves moves;
  private final Packs packs;
  private final Regions regions;
  private final AuditTrail audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  TermExtensions(
      JdbcClient jdbc,
      TaskRepository tasks,
      TaskCase cases,
      TermMoves moves,
      Packs packs,
      Regions regions,
      AuditTrail audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.cases = cases;
    this.moves = moves;
    this.packs = packs;
    this.regions = regions;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** All requests of a case, oldest first. Whoever asks has to be allowed to see the case. */
  @Transactional(readOnly = true)
  public List<TermExtension> of(String caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by id")
        .param(caseId)
        .query((row, n) -> read(row))
        .list();
  }

  /** Whether the actor may ask for more time for this task. */
  public boolean mayAsk(Task task, Actor actor) {
    return task.state() == Task.State.OPEN && task.isFor(actor);
  }

  /** Whether the actor decides on requests for this task. */
  public boolean mayDecide(Task task, Actor actor) {
    Grant superior = superior(task);
    return actor.holdsAt(superior.role(), superior.region());
  }

  /** The office that decides, as people call it. */
  public String decider(Task task) {
    Grant superior = superior(task);
    return regions.name(superior.region()) + " " + superior.role().chinese();
  }

  @Transactional
  public void ask(String taskId, int workingDays, String reason, Actor actor) {
    Task task = hold(taskId);
    if (!task.isVisibleTo(actor)) {
      throw noSuchTask();
    }
    task.requireOpen();
    if (!task.isFor(actor)) {
      throw new Refusal.Forbidden("只有这项任务的承办人可以申请延期。");
    }
    if (workingDays < 1 || workingDays > MOST_DAYS) {
      throw new Refusal.Invalid(
          "延期的工作日数应在 1 至 " + MOST_DAYS + " 之间。",
          List.of(new Refusal.FieldFault("workingDays", "1 至 " + MOST_DAYS)));
    }
    String why = text(reason, "reason", "请写明申请延期的理由");
    if (pending(taskId).isPresent()) {
      throw new Refusal.Conflict("这项任务已经有一份延期申请在等待批准。");
    }
    long request =
        jdbc.sql(
                """
                insert into task_extension
                  (task_id, case_id, region, working_days, reason, asked_by, asked_at, state)
                values (?, ?, ?, ?, ?, ?, ?, 'PENDING') returning id
                """)
            .params(taskId, task.caseId(), task.region(), workingDays, why, actor.username(), now())
            .query(Long.class)
            .single();
    record(
        task,
        actor,
        "extension-asked",
        why,
        Map.of("workingDays", workingDays, "decider", decider(task)));
    events.publishEvent(
        new ExtensionAsked(
            request,
            taskId,
            task.caseId(),
            task.name(),
            task.subject(),
            superior(task),
            workingDays,
            why));
  }

  /** Grants the request that waits for this task: its term and its timers move. */
  @Transactional
  public void approve(String taskId, String comment, Actor actor) {
    Task task = holdToDecide(taskId, actor);
    String words = comment == null || comment.isBlank() ? "" : text(comment, "comment", "批准的意见");
    TermExtension request = decided(task, TermExtension.State.APPROVED, words, actor);
    task.lengthen(task.termLength().extendedBy(request.workingDays()));
    moves.recount(task, actor.username(), "批准延期 " + request.workingDays() + " 个工作日");
    events.publishEvent(new ExtensionDecided(request, task.name(), task.subject(), task.due()));
  }

  /** Refuses the request that waits for this task, with a reason: its term stays as it is. */
  @Transactional
  public void refuse(String taskId, String reason, Actor actor) {
    Task task = holdToDecide(taskId, actor);
    String why = text(reason, "comment", "不批准时请写明理由");
    TermExtension request = decided(task, TermExtension.State.REFUSED, why, actor);
    events.publishEvent(new ExtensionDecided(request, task.name(), task.subject(), task.due()));
  }

  private Task holdToDecide(String taskId, Actor actor) {
    Task task = hold(taskId);
    if (!mayDecide(task, actor)) {
      throw task.isVisibleTo(actor)
          ? new Refusal.Forbidden("延期由" + decider(task) + "批准。")
          : noSuchTask();
    }
    task.requireOpen();
    return task;
  }

  private TermExtension decided(Task task, TermExtension.State state, String comment, Actor actor) {
    TermExtension asked =
        pending(task.getId()).orElseThrow(() -> new Refusal.Conflict("这项任务没有等待批准的延期申请。"));
    jdbc.sql(
            """
            update task_extension set state = ?, decided_by = ?, decided_at = ?, comment = ?
            where id = ?
            """)
        .params(state.name(), actor.username(), now(), comment, asked.id())
        .update();
    record(
        task,
        actor,
        state == TermExtension.State.APPROVED ? "extension-approved" : "extension-refused",
        comment,
        Map.of("workingDays", asked.workingDays()));
    return asked.decided(state, actor.username(), comment);
  }

  private Grant superior(Task task) {
    return Superior.of(task, packs.find(task.pack()).orElseThrow().rootRegion());
  }

  private Task hold(String taskId) {
    cases.hold(tasks.caseOf(taskId).orElseThrow(TermExtensions::noSuchTask));
    return tasks.lockById(taskId).orElseThrow(TermExtensions::noSuchTask);
  }

  private Optional<TermExtension> pending(String taskId) {
    return jdbc.sql(SELECT + "where task_id = ? and state = 'PENDING'")
        .param(taskId)
        .query((row, n) -> read(row))
        .optional();
  }

  private static final String SELECT =
      """
      select id, task_id, case_id, working_days, reason, asked_by, asked_at, state, decided_by,
        comment
      from task_extension\s""";

  private static TermExtension read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new TermExtension(
        row.getLong("id"),
        row.getString("task_id"),
        row.getString("case_id"),
        row.getInt("working_days"),
        row.getString("reason"),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        TermExtension.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("decided_by")),
        row.getString("comment"));
  }

  private void record(
      Task task, Actor actor, String action, String comment, Map<String, Object> more) {
    Map<String, Object> detail = new LinkedHashMap<>(more);
    detail.put("task", task.getId());
    detail.put("taskType", task.taskType());
    audit.append("case:" + task.caseId(), actor.username(), task.region(), action, comment, detail);
    events.publishEvent(TasksChanged.of(task));
  }

  private static String text(String given, String field, String fault) {
    String text = given == null ? "" : given.strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new Refusal.Invalid(
          fault + "（不超过 " + LONGEST_TEXT + " 字）。", List.of(new Refusal.FieldFault(field, fault)));
    }
    return text;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Refusal.NotFound noSuchTask() {
    return new Refusal.NotFound("没有这项任务，或它不在您的职责范围内。");
  }
}
