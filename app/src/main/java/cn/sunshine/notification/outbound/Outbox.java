package cn.sunshine.notification.outbound;

import cn.sunshine.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The messages that are to leave the house, and those that have left or could not. */
@Component
class Outbox {

  /** After so many attempts, some fifteen hours, nobody tries again. */
  static final int ATTEMPTS = 10;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

  /** Who has taken a message and dies gives it back by doing nothing for so long. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final int LONGEST_PROBLEM = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Writes a message down, in the transaction of what it tells.
   *
   * @param source what it tells; a recipient is told the same once
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(
      OutboundChannel.Name channel, String recipient, String source, String title, String body) {
    jdbc.sql(
            """
            insert into outbound_message (id, channel, recipient, source, title, body, state,
              attempts, next_attempt, last_problem, created_at)
            values (:id, :channel, :recipient, :source, :title, :body, 'WAITING', 0, :now, '', :now)
            on conflict (channel, recipient, source) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("channel", channel.name())
        .param("recipient", recipient)
        .param("source", source)
        .param("title", title)
        .param("body", body)
        .param("now", at(clock.instant()))
        .update();
  }

  /** Takes messages whose time has come; nobody else takes them for a while. */
  @Transactional
  public List<OutboundMessage> take(int most) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            update outbound_message set attempts = attempts + 1, next_attempt = :lease
            where id in (
              select id from outbound_message where state = 'WAITING' and next_attempt <= :now
              order by next_attempt limit :most for update skip locked)
            returning *
            """)
        .param("now", at(now))
        .param("lease", at(now.plus(LEASE)))
        .param("most", most)
        .query((row, n) -> message(row))
        .list();
  }

  @Transactional
  public void sent(UUID id) {
    jdbc.sql(
            "update outbound_message set state = 'SENT', sent_at = ?, last_problem = '' where id"
                + " = ?")
        .params(at(clock.instant()), id)
        .update();
  }

  /** An attempt has failed: again after a pause that doubles each time, or never. */
  @Transactional
  public void failed(OutboundMessage message, String problem) {
    jdbc.sql(
            """
            update outbound_message set state = :state, next_attempt = :next, last_problem = :problem
            where id = :id
            """)
        .param("state", message.attempts() >= ATTEMPTS ? "DEAD" : "WAITING")
        .param("next", at(clock.instant().plus(pauseAfter(message.attempts()))))
        .param("problem", problem.substring(0, Math.min(LONGEST_PROBLEM, problem.length())))
        .param("id", message.id())
        .update();
  }

  static Duration pauseAfter(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(20, Math.max(0, attempts - 1)));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** The newest messages, those that failed first. */
  @Transactional(readOnly = true)
  public List<OutboundMessage> newest(long from, int size) {
    return jdbc.sql(
            """
            select * from outbound_message
            order by (state = 'DEAD') desc, created_at desc, id limit ? offset ?
            """)
        .params(size, from)
        .query((row, n) -> message(row))
        .list();
  }

  @Transactional(readOnly = true)
  public long count(Optional<OutboundMessage.State> state) {
    return jdbc.sql("select count(*) from outbound_message where ?::text is null or state = ?")
        .params(state.map(Enum::name).orElse(null), state.map(Enum::name).orElse(null))
        .query(Long.class)
        .single();
  }

  /** The administrator wants one that failed to be tried again from the beginning. */
  @Transactional
  public void again(UUID id) {
    int revived =
        jdbc.sql(
                """
                update outbound_message set state = 'WAITING', attempts = 0, next_attempt = ?
                where id = ? and state = 'DEAD'
                """)
            .params(at(clock.instant()), id)
            .update();
    if (revived == 0) {
      throw new Refusal.Conflict("这条消息已经重发或发送成功。");
    }
  }

  private static OutboundMessage message(ResultSet row) throws SQLException {
    return new OutboundMessage(
        row.getObject("id", UUID.class),
        OutboundChannel.Name.valueOf(row.getString("channel")),
        row.getString("recipient"),
        row.getString("title"),
        row.getString("body"),
        OutboundMessage.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("next_attempt", OffsetDateTime.class).toInstant(),
        row.getString("last_problem"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
