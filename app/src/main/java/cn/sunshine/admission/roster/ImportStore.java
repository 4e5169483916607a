package cn.sunshine.admission.roster;

import cn.sunshine.account.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports and their households in the database. */
@Component
class ImportStore {

  private static final TypeReference<List<CellFault>> FAULTS = new TypeReference<>() {};
  private static final TypeReference<List<RosterRow>> ROWS = new TypeReference<>() {};

  private static final String RUN =
      """
      select i.*, c.total, c.started, c.failed
      from applicant_import i, lateral (
        select count(*) as total,
          count(*) filter (where h.state = 'STARTED') as started,
          count(*) filter (where h.state = 'FAILED') as failed
        from applicant_import_household h where h.import = i.id) c
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  ImportStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Answers false when the township has an import running. */
  boolean open(String id, String township, String fileName, Roster roster, Actor actor) {
    int opened =
        jdbc.sql(
                """
                insert into applicant_import
                  (id, township, account, account_name, file_name, ignored_columns, state,
                   started_at)
                values (?, ?, ?, ?, ?, ?, 'RUNNING', ?)
                on conflict (township) where state = 'RUNNING' do nothing
                """)
            .params(
                id,
                township,
                actor.username(),
                actor.displayName(),
                fileName,
                roster.ignoredColumns().toArray(String[]::new),
                now())
            .update();
    int position = 0;
    for (RosterHousehold household :
        opened == 1 ? roster.households() : List.<RosterHousehold>of()) {
      jdbc.sql(
              """
              insert into applicant_import_household
                (import, position, line, head_name, persons, state, faults, rows)
              values (?, ?, ?, ?, ?, 'WAITING', ?::jsonb, ?::jsonb)
              """)
          .params(
              id,
              position++,
              household.line(),
              household.headName(),
              household.rows().size(),
              json.writeValueAsString(household.faults()),
              json.writeValueAsString(household.rows()))
          .update();
    }
    return opened == 1;
  }

  Optional<ImportRun> find(String id) {
    return jdbc.sql(RUN + " where i.id = ?").param(id).query((row, n) -> run(row)).optional();
  }

  List<String> running() {
    return jdbc.sql("select id from applicant_import where state = 'RUNNING' order by started_at")
        .query(String.class)
        .list();
  }

  Page<ImportRun> latest(List<String> townships, Pageable page) {
    String[] mine = townships.toArray(String[]::new);
    List<ImportRun> runs =
        jdbc.sql(
                RUN
                    + " where i.township = any(?) order by i.started_at desc, i.id"
                    + " limit ? offset ?")
            .params(mine, page.getPageSize(), page.getOffset())
            .query((row, n) -> run(row))
            .list();
    long total =
        jdbc.sql("select count(*) from applicant_import where township = any(?)")
            .param((Object) mine)
            .query(Long.class)
            .single();
    return new PageImpl<>(runs, page, total);
  }

  Page<ImportedHousehold> households(
      String id, List<ImportedHousehold.State> states, Pageable page) {
    String[] wanted = states.stream().map(Enum::name).toArray(String[]::new);
    List<ImportedHousehold> households =
        jdbc.sql(
                """
                select line, head_name, persons, state, case_id, faults
                from applicant_import_household where import = ? and state = any(?)
                order by position limit ? offset ?
                """)
            .params(id, wanted, page.getPageSize(), page.getOffset())
            .query((row, n) -> household(row))
            .list();
    long total =
        jdbc.sql(
                "select count(*) from applicant_import_household where import = ? and state = any(?)")
            .params(id, wanted)
            .query(Long.class)
            .single();
    return new PageImpl<>(households, page, total);
  }

  /** On whose behalf an import starts cases. */
  record Uploader(String account, String accountName, String township) {}

  Uploader uploader(String id) {
    return jdbc.sql("select account, account_name, township from applicant_import where id = ?")
        .param(id)
        .query(Uploader.class)
        .single();
  }

  /** A household whose turn it is. */
  record Waiting(int position, RosterHousehold household) {}

  Optional<Waiting> nextWaiting(String id) {
    return jdbc.sql(
            """
            select position, rows, faults from applicant_import_household
            where import = ? and state = 'WAITING' order by position limit 1
            """)
        .param(id)
        .query(
            (row, n) ->
                new Waiting(
                    row.getInt("position"),
                    new RosterHousehold(
                        json.readValue(row.getString("rows"), ROWS),
                        json.readValue(row.getString("faults"), FAULTS))))
        .optional();
  }

  /** Whether it still runs; nobody cancels it before the end of the transaction. */
  boolean holdRunning(String id) {
    return jdbc.sql("select state = 'RUNNING' from applicant_import where id = ? for share")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  void started(String id, int position, String caseId) {
    jdbc.sql(
            """
            update applicant_import_household
            set state = 'STARTED', case_id = ?, faults = '[]', rows = null
            where import = ? and position = ?
            """)
        .params(caseId, id, position)
        .update();
  }

  void failed(String id, int position, List<CellFault> faults) {
    jdbc.sql(
            """
            update applicant_import_household set state = 'FAILED', faults = ?::jsonb
            where import = ? and position = ? and state = 'WAITING'
            """)
        .params(json.writeValueAsString(faults), id, position)
        .update();
  }

  /** Answers whether this ended it. */
  boolean end(String id, ImportRun.State how) {
    return jdbc.sql(
                """
                update applicant_import set state = ?, ended_at = ?
                where id = ? and state = 'RUNNING'
                """)
            .params(how.name(), now(), id)
            .update()
        == 1;
  }

  /** The households that did not become cases and are still kept. */
  List<CorrectionSheet.Remaining> remaining(String id) {
    return jdbc.sql(
            """
            select rows, faults from applicant_import_household
            where import = ? and state <> 'STARTED' and rows is not null order by position
            """)
        .param(id)
        .query(
            (row, n) ->
                new CorrectionSheet.Remaining(
                    json.readValue(row.getString("rows"), ROWS),
                    json.readValue(row.getString("faults"), FAULTS)))
        .list();
  }

  /** Erases what the sheets said of households that were not started. */
  void erase(Duration olderThan) {
    jdbc.sql(
            """
            update applicant_import_household h set rows = null
            from applicant_import i
            where i.id = h.import and i.ended_at < ? and h.rows is not null
            """)
        .param(now().minus(olderThan))
        .update();
  }

  private ImportRun run(ResultSet row) throws SQLException {
    return new ImportRun(
        row.getString("id"),
        row.getString("township"),
        row.getString("account"),
        row.getString("file_name"),
        ImportRun.State.valueOf(row.getString("state")),
        Arrays.asList((String[]) row.getArray("ignored_columns").getArray()),
        row.getInt("total"),
        row.getInt("started"),
        row.getInt("failed"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private ImportedHousehold household(ResultSet row) throws SQLException {
    return new ImportedHousehold(
        row.getInt("line"),
        row.getString("head_name"),
        row.getInt("persons"),
        ImportedHousehold.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("case_id")),
        json.readValue(row.getString("faults"), FAULTS));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
