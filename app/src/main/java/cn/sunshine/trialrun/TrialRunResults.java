package cn.sunshine.trialrun;

import cn.sunshine.policy.FindingView;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.Decision;
import cn.sunshine.shell.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What came of runs, as people look at it. Whoever asks has been checked for the run. */
@Component
class TrialRunResults {

  private static final int EXPORTED_AT_ONCE = 1_000;
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Regions regions;
  private final KeptBooks books;

  TrialRunResults(JdbcClient jdbc, JsonMapper json, Regions regions, KeptBooks books) {
    this.jdbc = jdbc;
    this.json = json;
    this.regions = regions;
    this.books = books;
  }

  List<Flow> flows(TrialRun run, String within) {
    return jdbc.sql(
            """
            select left(area, :digits) as area, before, after, sum(households) as households
            from trial_run_count where run = :run::uuid and starts_with(area, :within)
            group by 1, 2, 3 order by 1, 2, 3
            """)
        .param("digits", digitsBelow(within))
        .param("run", run.id())
        .param("within", within)
        .query(
            (row, n) ->
                new Flow(
                    row.getString("area"),
                    row.getString("before"),
                    row.getString("after"),
                    row.getLong("households")))
        .list();
  }

  /** Counts go down to townships. */
  private static int digitsBelow(String region) {
    RegionLevel[] levels = RegionLevel.values();
    for (RegionLevel level : levels) {
      if (level.codeLength() > region.length()) {
        return Math.min(level.codeLength(), RegionLevel.TOWNSHIP.codeLength());
      }
    }
    return RegionLevel.TOWNSHIP.codeLength();
  }

  List<ChangedHousehold> changes(TrialRun run, ChangeFilter filter, long from, int size) {
    Query query = new Query(run, filter);
    Books judgedBy = books.of(run);
    return jdbc.sql(
            """
            select c.*, h.status as status,
              coalesce(h.head_name, f.data->'head'->>'name') as head_name,
              coalesce(h.head_id_number, f.data->'head'->>'idNumber') as head_id_number
            from trial_run_change c
              left join household h on h.number = c.household and :register
              left join casefile f on f.id = c.household and :register %s
            order by c.region collate "C", c.household limit :size offset :from
            """
                .formatted(query.where()))
        .params(query.values())
        .param("register", run.source() == TrialRun.Source.REGISTER)
        .param("size", size)
        .param("from", from)
        .query((row, n) -> change(run, row, judgedBy))
        .list();
  }

  long countChanges(TrialRun run, ChangeFilter filter) {
    Query query = new Query(run, filter);
    return jdbc.sql("select count(*) from trial_run_change c " + query.where())
        .params(query.values())
        .query(Long.class)
        .single();
  }

  /** All, page by page as they are asked for. */
  Stream<ChangedHousehold> all(TrialRun run, ChangeFilter filter) {
    return Stream.iterate(0L, from -> from + EXPORTED_AT_ONCE)
        .map(from -> changes(run, filter, from, EXPORTED_AT_ONCE))
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream);
  }

  /** The condition of a search. */
  private static final class Query {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Query(TrialRun run, ChangeFilter filter) {
      conditions.add("c.run = :run::uuid");
      values.put("run", run.id());
      filter
          .region()
          .ifPresent(
              region -> {
                conditions.add(
                    "c.region collate \"C\" >= :region and c.region collate \"C\" < :regionEnd");
                values.put("region", region);
                values.put("regionEnd", region + ":");
              });
      filter
          .kind()
          .ifPresent(
              kind -> {
                conditions.add(
                    switch (kind) {
                      case GAINED -> "c.after = :wanted";
                      case LOST -> "c.before = :wanted";
                      case OTHER -> "c.before <> :wanted and c.after <> :wanted";
                    });
                values.put("wanted", Wanted.of(run.ruleSet()).orElseThrow().outcome());
              });
    }

    String where() {
      return "where " + String.join(" and ", conditions);
    }

    Map<String, Object> values() {
      return values;
    }
  }

  private ChangedHousehold change(TrialRun run, ResultSet row, Books judgedBy) throws SQLException {
    String region = row.getString("region");
    Map<String, Object> facts = json.readValue(row.getString("facts"), FACTS);
    return new ChangedHousehold(
        row.getString("household"),
        Optional.ofNullable(row.getString("head_name")).map(Wording::maskedName).orElse(""),
        Optional.ofNullable(row.getString("head_id_number"))
            .map(Wording::maskedIdNumber)
            .orElse(""),
        region,
        regions.find(region).map(Region::code).map(regions::fullName).orElse(region),
        standing(run, row),
        explained(judgedBy, judgedBy.before(), facts),
        explained(judgedBy, judgedBy.after(), facts));
  }

  private static ChangedHousehold.Standing standing(TrialRun run, ResultSet row)
      throws SQLException {
    if (run.source() == TrialRun.Source.SHEET) {
      return ChangedHousehold.Standing.OF_A_SHEET;
    }
    return switch (row.getString("status")) {
      case "ACTIVE" -> ChangedHousehold.Standing.REGISTERED;
      case "EXITED" -> ChangedHousehold.Standing.EXITED;
      case null, default -> ChangedHousehold.Standing.REFUSED;
    };
  }

  /** What Drools says: the reasons are not kept, but told again from the facts of the run. */
  private ChangedHousehold.View explained(Books books, Book book, Map<String, Object> facts) {
    Decision decision = book.rules().evaluate(books.asOf(), facts, book.parameters());
    return new ChangedHousehold.View(
        decision.outcome(),
        decision.findings().stream()
            .map(FindingView::of)
            .map(finding -> finding.said(regions::inWords))
            .toList());
  }
}
