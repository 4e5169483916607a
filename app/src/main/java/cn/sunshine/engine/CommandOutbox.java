package cn.sunshine.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commands that have been written down and not yet arrived. Leases and delays are measured by
 * the database's clock: the application's may be moved by days in a demonstration, and a command
 * that is on its way must not count as lost because of that.
 */
@Component
class CommandOutbox {

  /** Longer than a request to the broker can take. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final Clock clock;

  CommandOutbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes commands to send: of each case only the oldest, and none that another sender holds. The
   * attempt is counted before sending, so that after a crash a retry is known to be one.
   */
  @Transactional
  public List<EngineCommand> lease(int most) {
    return jdbc.sql(
            """
            update engine_command
            set leased_until = now() + make_interval(secs => :lease), attempts = attempts + 1
            where id in (
              select c.id from engine_command c
              where c.done_at is null and c.due_at <= now()
                and (c.leased_until is null or c.leased_until < now())
                and not exists (
                  select 1 from engine_command earlier
                  where earlier.case_id = c.case_id and earlier.done_at is null
                    and earlier.id < c.id)
              order by c.id limit :most for update skip locked)
            returning id, case_id, kind, name, target, message_id, variables::text as variables,
              attempts
            """)
        .param("lease", LEASE.toSeconds())
        .param("most", most)
        .query(EngineCommand.class)
        .list();
  }

  /**
   * Ends all leases but those of commands that are held: the lease of a process that was killed, or
   * one whose answer was lost with the database, would hold its command back for a minute. Should
   * another process be sending just now, a command is sent twice, which does no harm.
   */
  @Transactional
  public void endLeases(Set<Long> held) {
    jdbc.sql(
            """
            update engine_command set leased_until = null
            where done_at is null and leased_until is not null and id <> all(?)
            """)
        .param(held.toArray(Long[]::new))
        .update();
  }

  @Transactional
  public void done(List<Long> ids, EngineCommand.Outcome outcome) {
    jdbc.sql("update engine_command set done_at = ?, outcome = ? where id = any(?)")
        .params(now(), outcome.name(), ids.toArray(Long[]::new))
        .update();
  }

  @Transactional
  public void retry(EngineCommand command, Duration delay, String error) {
    jdbc.sql(
            """
            update engine_command
            set leased_until = null, due_at = now() + make_interval(secs => ?), last_error = ?
            where id = ?
            """)
        .params(delay.toMillis() / 1000.0, error, command.id())
        .update();
  }

  @Transactional(readOnly = true)
  public long pending() {
    return jdbc.sql("select count(*) from engine_command where done_at is null")
        .query(Long.class)
        .single();
  }

  @Transactional
  public void forgetOld() {
    jdbc.sql("delete from engine_command where done_at < ?").param(now().minus(KEPT)).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
