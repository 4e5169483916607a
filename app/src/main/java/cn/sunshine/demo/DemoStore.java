package cn.sunshine.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the demo data are. Each step is noted in the transaction that makes it. */
@DemoComponent
class DemoStore {

  private final JdbcClient jdbc;

  DemoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far the filling is; without an end it goes on. */
  record Fill(OffsetDateTime origin, Optional<OffsetDateTime> finishedAt) {}

  Optional<Fill> fill() {
    return jdbc.sql("select origin, finished_at from demo_fill")
        .query(
            (row, n) ->
                new Fill(
                    row.getObject("origin", OffsetDateTime.class),
                    Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))))
        .optional();
  }

  void begin(Instant origin) {
    jdbc.sql("insert into demo_fill (only_one, origin) values (true, ?)")
        .param(at(origin))
        .update();
  }

  void finish(Instant when) {
    jdbc.sql("update demo_fill set finished_at = ?").param(at(when)).update();
  }

  /**
   * Where a story is.
   *
   * @param scene the next one to tell
   * @param told whether all were
   */
  record Progress(String story, String caseId, int scene, boolean told) {}

  Map<String, Progress> progress() {
    return jdbc
        .sql("select story, case_id, scene, told from demo_case")
        .query(Progress.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Progress::story, Function.identity()));
  }

  void begin(String story, String caseId, Instant now) {
    jdbc.sql(
            """
            insert into demo_case (story, case_id, scene, now, told) values (?, ?, 0, ?, false)
            """)
        .params(story, caseId, at(now))
        .update();
  }

  void advance(String caseId, Instant now) {
    jdbc.sql("update demo_case set scene = scene + 1, now = ? where case_id = ?")
        .params(at(now), caseId)
        .update();
  }

  void moveOn(String caseId, Instant now) {
    jdbc.sql("update demo_case set now = ? where case_id = ?").params(at(now), caseId).update();
  }

  void end(String caseId) {
    jdbc.sql("update demo_case set told = true where case_id = ?").param(caseId).update();
  }

  /** The time in each story that is being told. */
  Map<String, Instant> times() {
    record Time(String caseId, OffsetDateTime now) {}
    return jdbc
        .sql("select case_id, now from demo_case where not told")
        .query(Time.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Time::caseId, time -> time.now().toInstant()));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
