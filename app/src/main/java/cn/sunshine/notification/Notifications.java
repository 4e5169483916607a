package cn.sunshine.notification;

import cn.sunshine.account.Actor;
import cn.sunshine.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

/** What people were told, each only the own. */
@Service
public class Notifications {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Notifications(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** How many the actor has not read. */
  @Transactional(readOnly = true)
  public int unread(Actor actor) {
    return jdbc.sql("select count(*) from notification where account = ? and read_at is null")
        .param(actor.username())
        .query(Integer.class)
        .single();
  }

  /** The actor's own, newest first. */
  @Transactional(readOnly = true)
  public Page<Notification> find(Pageable page, Actor actor) {
    List<Notification> found =
        jdbc.sql(
                """
                select * from notification where account = ?
                order by created_at desc, id limit ? offset ?
                """)
            .params(actor.username(), page.getPageSize(), page.getOffset())
            .query((row, n) -> notification(row))
            .list();
    long total =
        jdbc.sql("select count(*) from notification where account = ?")
            .param(actor.username())
            .query(Long.class)
            .single();
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
                update notification set read_at = ?
                where id = ? and account = ? and read_at is null
                """)
            .params(now(), id, actor.username())
            .update();
    if (marked == 1) {
      events.publishEvent(new NotificationsChanged(actor.username()));
    }
    return jdbc.sql("select * from notification where id = ? and account = ?")
        .params(id, actor.username())
        .query((row, n) -> notification(row))
        .optional()
        .orElseThrow(() -> new Refusal.NotFound("没有这条消息。"));
  }

  /** Marks all of the actor's as read and answers how many were not yet. */
  @Transactional
  public int markAllRead(Actor actor) {
    int marked =
        jdbc.sql("update notification set read_at = ? where account = ? and read_at is null")
            .params(now(), actor.username())
            .update();
    if (marked > 0) {
      events.publishEvent(new NotificationsChanged(actor.username()));
    }
    return marked;
  }

  /**
   * Tells an account something, as part of the transaction in which it happens.
   *
   * @param source what happened; the same is told once
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void tell(
      String account,
      String source,
      Notification.Kind kind,
      String caseId,
      String title,
      String sentence) {
    int told =
        jdbc.sql(
                """
                insert into notification
                  (id, account, source, kind, case_id, title, sentence, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (account, source) do nothing
                """)
            .params(UUID.randomUUID(), account, source, kind.name(), caseId, title, sentence, now())
            .update();
    if (told == 1) {
      events.publishEvent(new NotificationsChanged(account));
    }
  }

  private static Notification notification(ResultSet row) throws SQLException {
    return new Notification(
        row.getObject("id", UUID.class),
        Notification.Kind.valueOf(row.getString("kind")),
        row.getString("case_id"),
        row.getString("title"),
        row.getString("sentence"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
