package cn.sunshine.review;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.review.ReviewRound.PlaceProgress;
import cn.sunshine.review.ReviewRound.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how far the rounds of yearly reviews are, to whom they concern, in their own regions. */
@Service
public class ReviewRounds {

  private static final Role[] CONCERNED = {
    Role.VILLAGE_COMMITTEE,
    Role.TOWNSHIP_OFFICE,
    Role.COUNTY_OFFICE,
    Role.POLICY,
    Role.OFFICE,
    Role.DISCIPLINE,
    Role.AUDIT
  };
  private static final int LATEST = 20;

  private final JdbcClient jdbc;
  private final Regions regions;
  private final Clock clock;

  ReviewRounds(JdbcClient jdbc, Regions regions, Clock clock) {
    this.jdbc = jdbc;
    this.regions = regions;
    this.clock = clock;
  }

  private record Plan(
      String caseId,
      String pack,
      String region,
      int year,
      boolean automatic,
      OffsetDateTime startsAt,
      boolean allStarted,
      String state) {}

  private record Counted(String township, Progress progress) {}

  /**
   * The latest rounds in what the actor sees, newest first, those to come at the end.
   *
   * @throws Refusal.Forbidden when the role has nothing to do with reviews
   */
  @Transactional(readOnly = true)
  public List<ReviewRound> of(Actor actor) {
    List<String> sight = actor.grantsOf(CONCERNED).stream().map(Grant::region).distinct().toList();
    if (sight.isEmpty()) {
      throw new Refusal.Forbidden("您的角色不能查看年度复核。");
    }
    return jdbc
        .sql("select * from review_round order by starts_at > :now, starts_at desc, case_id desc")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, n) -> plan(row))
        .stream()
        .filter(plan -> sight.stream().anyMatch(region -> touches(plan.region(), region)))
        .limit(LATEST)
        .map(plan -> round(plan, sight))
        .toList();
  }

  /** One region lies in the other, or is it. */
  private static boolean touches(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getString("case_id"),
        row.getString("pack"),
        row.getString("region"),
        row.getInt("year"),
        row.getBoolean("automatic"),
        row.getObject("starts_at", OffsetDateTime.class),
        row.getBoolean("all_started"),
        row.getString("state"));
  }

  private ReviewRound round(Plan plan, List<String> sight) {
    Map<String, Progress> places = new LinkedHashMap<>();
    for (Counted counted : counted(plan, sight)) {
      for (RegionLevel level : List.of(RegionLevel.COUNTY, RegionLevel.TOWNSHIP)) {
        places.merge(
            counted.township().substring(0, level.codeLength()),
            counted.progress(),
            ReviewRounds::sum);
      }
    }
    List<PlaceProgress> all = new ArrayList<>();
    places.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            place ->
                all.add(
                    new PlaceProgress(
                        place.getKey(), regions.fullName(place.getKey()), place.getValue())));
    Progress total =
        all.stream()
            .filter(place -> place.region().length() == RegionLevel.COUNTY.codeLength())
            .map(PlaceProgress::progress)
            .reduce(new Progress(0, 0, 0, 0, 0, 0, 0), ReviewRounds::sum);
    return new ReviewRound(
        plan.caseId(),
        plan.pack(),
        plan.region(),
        regions.fullName(plan.region()),
        plan.year(),
        plan.automatic(),
        plan.startsAt().toInstant(),
        plan.allStarted(),
        plan.state(),
        total,
        List.copyOf(all));
  }

  /** By township; what has not been started is counted only while the round still starts some. */
  private List<Counted> counted(Plan plan, List<String> sight) {
    String[] patterns = sight.stream().map(region -> region + "%").toArray(String[]::new);
    boolean starting = plan.state().equals("RUNNING") && !plan.allStarted();
    return jdbc
        .sql(
            """
            select township, sum(waiting) as waiting, sum(started) as started, sum(open) as open,
              sum(kept) as kept, sum(adjusted) as adjusted, sum(exit) as exit,
              sum(withdrawn) as withdrawn
            from (
              select left(p.region, 9) as township, 0 as waiting, 1 as started,
                (p.ended_at is null)::int as open,
                coalesce(p.outcome = 'KEPT', false)::int as kept,
                coalesce(p.outcome = 'ADJUSTED', false)::int as adjusted,
                coalesce(p.outcome = 'EXIT', false)::int as exit,
                coalesce(p.outcome = 'WITHDRAWN', false)::int as withdrawn
              from household_proceeding p
              where p.round = :round and p.region like any (:sight)
              union all
              select left(h.region, 9), 1, 0, 0, 0, 0, 0, 0
              from household h
              where :starting and h.status = 'ACTIVE' and h.region like :within
                and h.region like any (:sight)
                and not exists (
                  select 1 from household_proceeding p
                  where p.household = h.number and p.process = 'household-yearly-review'
                    and (p.round = :round or p.ended_at is null))
            ) one group by township
            """)
        .param("round", plan.caseId())
        .param("sight", patterns)
        .param("within", plan.region() + "%")
        .param("starting", starting)
        .query(
            (row, n) ->
                new Counted(
                    row.getString("township"),
                    new Progress(
                        row.getLong("waiting"),
                        row.getLong("started"),
                        row.getLong("open"),
                        row.getLong("kept"),
                        row.getLong("adjusted"),
                        row.getLong("exit"),
                        row.getLong("withdrawn"))))
        .list()
        .stream()
        .sorted(Comparator.comparing(Counted::township))
        .toList();
  }

  private static Progress sum(Progress one, Progress other) {
    return new Progress(
        one.waiting() + other.waiting(),
        one.started() + other.started(),
        one.open() + other.open(),
        one.kept() + other.kept(),
        one.adjusted() + other.adjusted(),
        one.exit() + other.exit(),
        one.withdrawn() + other.withdrawn());
  }

  /** The regions for which the actor may start a round; empty when for none. */
  public Optional<String> startableRegion(Actor actor) {
    return actor.grantsOf(Role.COUNTY_OFFICE, Role.POLICY).stream()
        .map(Grant::region)
        .min(Comparator.comparing(String::length));
  }
}
