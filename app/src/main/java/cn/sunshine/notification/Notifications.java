package cn.sunshine.notification;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people were told, each only the own and that of the own offices. */
@Service
public class Notifications {

  /** More than this many unread ones are not counted: the badge says 999+. */
  private static final int COUNTED = 1000;

  private static final String MINE =
      """
      from notification n
      left join notification_read r on r.notification = n.id and r.account = :me
      where n.audience in (:mine)
      """;

  private static final String UNREAD = " and n.settled_at is null and r.read_at is null";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Notifications(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** How many the actor has not read; counts no further than the badge shows. */
  @Transactional(readOnly = true)
  public int unread(Actor actor) {
    return jdbc.sql("select count(*) from (select 1 " + MINE + UNREAD + " limit :most) unread")
        .params(of(actor))
        .param("most", COUNTED)
        .query(Integer.class)
        .single();
  }

  /** All of the actor's, newest first. */
  @Transactional(readOnly = true)
  public Page<Notification> find(Pageable page, Actor actor) {
    return find(NotificationFilter.ALL, page, actor);
  }

  /** The actor's that match, newest first. */
  @Transactional(readOnly = true)
  public Page<Notification> find(NotificationFilter filter, Pageable page, Actor actor) {
    Map<String, Object> values = of(actor);
    String matching = MINE;
    if (filter.reading() == NotificationFilter.Reading.UNREAD) {
      matching += UNREAD;
    }
    if (filter.kind().isPresent()) {
      matching += " and n.kind = :kind";
      values.put("kind", filter.kind().get().name());
    }
    List<Notification> found =
        jdbc.sql(
                "select n.*, r.read_at "
                    + matching
                    + " order by n.created_at desc, n.id limit :size offset :from")
            .params(values)
            .param("size", page.getPageSize())
            .param("from", page.getOffset())
            .query((row, n) -> notification(row))
            .list();
    long total = jdbc.sql("select count(*) " + matching).params(values).query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }

  /**
   * Marks one as read. Done twice, the first time counts.
   *
   * @throws Refusal.NotFound when there is none, or it is somebody else's
   */
  @Transactional
  public Notification markRead(UUID id, Actor actor) {
    int marked =
        jdbc.sql(
                """
                insert into notification_read (notification, account, read_at)
                select id, :me, :now from notification where id = :id and audience in (:mine)
                on conflict do nothing
                """)
            .params(of(actor))
            .param("id", id)
            .param("now", now())
            .update();
    if (marked == 1) {
      events.publishEvent(new NotificationsChanged(actor.username()));
    }
    return jdbc.sql("select n.*, r.read_at " + MINE + " and n.id = :id")
        .params(of(actor))
        .param("id", id)
        .query((row, n) -> notification(row))
        .optional()
        .orElseThrow(() -> new Refusal.NotFound("没有这条消息。"));
  }

  /** Marks all of the actor's as read and answers how many were not yet. */
  @Transactional
  public int markAllRead(Actor actor) {
    int marked =
        jdbc.sql(
                "insert into notification_read (notification, account, read_at) select n.id, :me,"
                    + " :now "
                    + MINE
                    + UNREAD
                    + " on conflict do nothing")
            .params(of(actor))
            .param("now", now())
            .update();
    if (marked > 0) {
      events.publishEvent(new NotificationsChanged(actor.username()));
    }
    return marked;
  }

  /** Tells an audience something, as part of the transaction in which it happens. */
  @Transactional(propagation = Propagation.MANDATORY)
  void tell(Audience audience, News news) {
    UUID id = UUID.randomUUID();
    int told =
        jdbc.sql(
                """
                insert into notification (id, account, office_role, office_region, source, kind,
                  case_id, task_id, title, sentence, created_at)
                values (:id, :account, :role, :region, :source, :kind,
                  :caseId, :taskId, :title, :sentence, :now)
                on conflict (audience, source) do nothing
                """)
            .param("id", id)
            .param("account", audience.account().orElse(null))
            .param("role", audience.office().map(office -> office.role().code()).orElse(null))
            .param("region", audience.office().map(Grant::region).orElse(null))
            .param("source", news.source())
            .param("kind", news.kind().name())
            .param("caseId", news.caseId())
            .param("taskId", news.taskId().orElse(null))
            .param("title", news.title())
            .param("sentence", news.sentence())
            .param("now", now())
            .update();
    if (told == 1) {
      events.publishEvent(new NotificationsChanged(audience.key()));
      events.publishEvent(
          new NotificationTold(
              news.source(),
              audience.account(),
              audience.office(),
              news.kind(),
              news.caseId(),
              news.title(),
              news.due()));
    }
  }

  /** The task has ended: what was told about it needs no reading any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  void settle(String taskId) {
    int settled =
        jdbc.sql("update notification set settled_at = ? where task_id = ? and settled_at is null")
            .params(now(), taskId)
            .update();
    if (settled > 0) {
      events.publishEvent(new NotificationsChanged(taskId));
    }
  }

  private static Map<String, Object> of(Actor actor) {
    Map<String, Object> values = new HashMap<>();
    values.put("me", actor.username());
    values.put("mine", Audience.keysOf(actor));
    return values;
  }

  private static Notification notification(ResultSet row) throws SQLException {
    return new Notification(
        row.getObject("id", UUID.class),
        Notification.Kind.valueOf(row.getString("kind")),
        office(row.getString("office_role"), row.getString("office_region")),
        row.getString("case_id"),
        Optional.ofNullable(row.getString("task_id")),
        row.getString("title"),
        row.getString("sentence"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        moment(row, "read_at"),
        moment(row, "settled_at"));
  }

  private static Optional<Grant> office(String role, String region) {
    return Optional.ofNullable(role).flatMap(Role::ofCode).map(held -> new Grant(held, region));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
