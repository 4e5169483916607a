package cn.sunshine.trialrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of trial runs. */
@Repository
class TrialRunStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  TrialRunStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes down a new run, in the state {@code QUEUED}.
   *
   * @return whether it is new; a run with the same key stays as it is
   */
  boolean open(String id, TrialRunOrder order, Origin origin, BookRecord record, String username) {
    Books books = order.books();
    return jdbc.sql(
                """
                insert into trial_run (id, start_key, subject, pack, region, rule_set, as_of, source,
                  source_name, before_title, before_version, before_models, after_title, after_version,
                  after_models, parameters, hash, state, total, asked_by, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?::json, ?::jsonb, ?, 'QUEUED', ?, ?, ?)
                on conflict (start_key) do nothing
                """)
            .params(
                UUID.fromString(id),
                order.key(),
                order.subject(),
                order.pack(),
                origin.region(),
                books.ruleSet(),
                books.asOf(),
                origin.source().name(),
                origin.name(),
                books.before().title(),
                books.before().rules().version(),
                json.writeValueAsString(books.before().rules().models()),
                books.after().title(),
                books.after().rules().version(),
                json.writeValueAsString(books.after().rules().models()),
                json.writeValueAsString(record.parameters()),
                record.hash(),
                origin.households(),
                username,
                now())
            .update()
        == 1;
  }

  /**
   * Where the households of a run come from.
   *
   * @param households how many; 0 while it is not known
   */
  record Origin(TrialRun.Source source, String name, String region, long households) {}

  Optional<String> idOf(String key) {
    return jdbc.sql("select id::text from trial_run where start_key = ?")
        .param(key)
        .query(String.class)
        .optional();
  }

  Optional<TrialRun> find(String id) {
    return jdbc.sql("select * from trial_run where id = ?::uuid")
        .param(id)
        .query((row, n) -> run(row))
        .optional();
  }

  /** The runs about a subject, the latest first. */
  List<TrialRun> about(String subject, int most) {
    return jdbc.sql("select * from trial_run where subject = ? order by asked_at desc limit ?")
        .params(subject, most)
        .query((row, n) -> run(row))
        .list();
  }

  /** Whether it was waiting and begins now. */
  boolean begin(String id) {
    return jdbc.sql(
                "update trial_run set state = 'RUNNING', started_at = ? where id = ?::uuid and"
                    + " state = 'QUEUED'")
            .params(now(), id)
            .update()
        == 1;
  }

  void progress(String id, long total, long judged) {
    jdbc.sql("update trial_run set total = ?, judged = ? where id = ?::uuid and state = 'RUNNING'")
        .params(total, judged, id)
        .update();
  }

  /** Whether nothing had come of it before; counts and changes are kept only of what is done. */
  @Transactional
  boolean end(String id, TrialRun.State state, String problem) {
    boolean ended =
        jdbc.sql(
                    """
                    update trial_run set state = ?, problem = ?, ended_at = ?
                    where id = ?::uuid and state in ('QUEUED', 'RUNNING')
                    """)
                .params(state.name(), problem, now(), id)
                .update()
            == 1;
    if (ended) {
      jdbc.sql("delete from trial_run_change where run = ?::uuid").param(id).update();
    }
    return ended;
  }

  /** Whether it was running and is done now, with these results. */
  boolean done(String id, long judged, Judge.Work work, String obstacle) {
    boolean done =
        jdbc.sql(
                    """
                    update trial_run set state = 'DONE', judged = ?, total = ?, changed = ?,
                      confirmed = ?, checked = ?, not_judged = ?, problem = ?, obstacle = ?,
                      ended_at = ?
                    where id = ?::uuid and state = 'RUNNING'
                    """)
                .params(
                    judged,
                    judged,
                    work.changed(),
                    work.confirmed(),
                    work.checked(),
                    work.notJudged(),
                    work.firstProblem().orElse(""),
                    obstacle,
                    now(),
                    id)
                .update()
            == 1;
    if (done) {
      List<Flow> flows = work.tally().flows();
      jdbc.sql(
              """
              insert into trial_run_count (run, area, before, after, households)
              select ?::uuid, * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
              """)
          .params(
              id,
              texts(flows, Flow::area),
              texts(flows, Flow::before),
              texts(flows, Flow::after),
              flows.stream().map(Flow::households).toArray(Long[]::new))
          .update();
    }
    return done;
  }

  /** Keeps some changes, as long as the run is running: what is cancelled meanwhile keeps none. */
  @Transactional
  void keep(String id, List<Judge.Change> changes) {
    if (jdbc.sql("select 1 from trial_run where id = ?::uuid and state = 'RUNNING' for share")
        .param(id)
        .query()
        .listOfRows()
        .isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into trial_run_change (run, household, region, before, after, facts)
            select ?::uuid, household, region, before, after, facts::jsonb
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as row (household, region, before, after, facts)
            """)
        .params(
            id,
            texts(changes, change -> change.entry().number()),
            texts(changes, change -> change.entry().region()),
            texts(changes, Judge.Change::before),
            texts(changes, Judge.Change::after),
            texts(changes, change -> json.writeValueAsString(change.entry().household().facts())))
        .update();
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }

  /** Runs that an earlier start of the system left unfinished. */
  List<String> unfinished() {
    return jdbc.sql("select id::text from trial_run where state in ('QUEUED', 'RUNNING')")
        .query(String.class)
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static TrialRun run(ResultSet row) throws SQLException {
    return new TrialRun(
        row.getString("id"),
        row.getString("subject"),
        row.getString("pack"),
        row.getString("region"),
        row.getString("rule_set"),
        row.getObject("as_of", LocalDate.class),
        TrialRun.Source.valueOf(row.getString("source")),
        row.getString("source_name"),
        new TrialRun.Side(row.getString("before_title"), row.getString("before_version")),
        new TrialRun.Side(row.getString("after_title"), row.getString("after_version")),
        row.getString("hash"),
        TrialRun.State.valueOf(row.getString("state")),
        row.getString("problem"),
        row.getLong("total"),
        row.getLong("judged"),
        row.getLong("changed"),
        row.getLong("confirmed"),
        row.getLong("checked"),
        row.getLong("not_judged"),
        row.getString("obstacle"),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("started_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
