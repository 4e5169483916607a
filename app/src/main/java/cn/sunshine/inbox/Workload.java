package cn.sunshine.inbox;

import cn.sunshine.account.Role;
import cn.sunshine.deadline.Sla;
import cn.sunshine.inbox.Punctuality.Decided;
import cn.sunshine.region.RegionLevel;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts and lists the tasks of a region for those who supervise. Whoever asks has to be allowed to
 * look into the region.
 */
@Service
public class Workload {

  /** In the C collation everything that begins with a code lies between it and this behind it. */
  private static final String BEHIND = ":";

  private static final String IN_REGION =
      " region collate \"C\" >= :from and region collate \"C\" < :to ";

  private final JdbcClient jdbc;
  private final EntityManager entities;
  private final Clock clock;

  Workload(JdbcClient jdbc, EntityManager entities, Clock clock) {
    this.jdbc = jdbc;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * The open tasks of a region, counted.
   *
   * @param areas the level of the areas to count by
   * @param next until when those fall due that are counted as such
   */
  @Transactional(readOnly = true)
  public List<Standing> standing(
      String region, RegionLevel areas, Optional<String> process, Instant next) {
    Map<String, Object> values = in(region, process);
    values.put("now", at(clock.instant()));
    values.put("next", at(next));
    values.put("length", areas.codeLength());
    return jdbc.sql(standing(process))
        .params(values)
        .query(
            (row, n) ->
                new Standing(
                    row.getString("area"),
                    row.getString("process"),
                    row.getString("element"),
                    row.getString("name"),
                    Optional.ofNullable(row.getString("candidate_role")).flatMap(Role::ofCode),
                    row.getLong("on_track"),
                    row.getLong("due_soon"),
                    row.getLong("overdue"),
                    row.getLong("next")))
        .list();
  }

  static String standing(Optional<String> process) {
    return """
        select left(region, :length) as area, process, element, max(name) as name, candidate_role,
          count(*) filter (where due > :now and due_soon > :now) as on_track,
          count(*) filter (where due > :now and due_soon <= :now) as due_soon,
          count(*) filter (where due <= :now) as overdue,
          count(*) filter (where due > :now and due <= :next) as next
        from task where state = 'OPEN' and
        """
        + IN_REGION
        + ofProcess(process)
        + " group by area, process, element, candidate_role";
  }

  /** How the tasks of a region were decided since a moment. */
  @Transactional(readOnly = true)
  public Punctuality punctuality(
      String region, RegionLevel areas, Optional<String> process, Instant since) {
    Map<String, Object> values = in(region, process);
    values.put("since", at(since));
    values.put("length", areas.codeLength());
    String decided = decided(process);
    String counts = "count(*) as decided, count(*) filter (where ended_at < due) as in_time";
    List<Punctuality.Week> weeks =
        jdbc.sql(
                "select date_trunc('week', ended_at at time zone 'Asia/Shanghai')::date as week, "
                    + counts
                    + decided
                    + " group by week order by week")
            .params(values)
            .query(
                (row, n) ->
                    new Punctuality.Week(
                        row.getObject("week", LocalDate.class),
                        new Decided(row.getLong("decided"), row.getLong("in_time"))))
            .list();
    Map<String, Decided> byArea = new LinkedHashMap<>();
    jdbc.sql(
            "select left(region, :length) as area, "
                + counts
                + decided
                + " group by area order by area")
        .params(values)
        .query(
            row -> {
              byArea.put(
                  row.getString("area"),
                  new Decided(row.getLong("decided"), row.getLong("in_time")));
            });
    List<Punctuality.Step> steps =
        jdbc.sql(
                "select process, element, "
                    + counts
                    + ", percentile_cont(0.5) within group (order by extract(epoch from ended_at -"
                    + " created_at)) as median"
                    + decided
                    + " group by process, element order by process, element")
            .params(values)
            .query(
                (row, n) ->
                    new Punctuality.Step(
                        row.getString("process"),
                        row.getString("element"),
                        new Decided(row.getLong("decided"), row.getLong("in_time")),
                        Duration.ofSeconds(Math.round(row.getDouble("median")))))
            .list();
    return new Punctuality(weeks, byArea, steps);
  }

  static String decided(Optional<String> process) {
    return " from task where state = 'COMPLETED' and "
        + IN_REGION
        + " and ended_at >= :since "
        + ofProcess(process);
  }

  /** One page of a list, the nearest term first or, of what is decided, the newest first. */
  @Transactional(readOnly = true)
  @SuppressWarnings("unchecked")
  public List<Task> find(WorkloadQuery query, long from, int size) {
    String order = query.show().isOpen() ? "due, id" : "ended_at desc, id";
    Query rows =
        entities.createNativeQuery(
            "select * from task where " + where(query) + " order by " + order, Task.class);
    values(query).forEach(rows::setParameter);
    rows.setFirstResult((int) from).setMaxResults(size);
    return rows.getResultList();
  }

  @Transactional(readOnly = true)
  public long count(WorkloadQuery query) {
    Query count =
        entities.createNativeQuery("select count(*) from task where " + where(query), Long.class);
    values(query).forEach(count::setParameter);
    return (Long) count.getSingleResult();
  }

  /** A task by its id. */
  @Transactional(readOnly = true)
  public Optional<Task> task(String id) {
    return Optional.ofNullable(entities.find(Task.class, id));
  }

  /** How many open tasks of a step stand how against their terms, in the whole system. */
  public record Load(String process, String step, Sla sla, long tasks) {}

  /** All open tasks, counted in one pass. */
  @Transactional(readOnly = true)
  public List<Load> load() {
    return jdbc.sql(
            """
            select process, element,
              case when due <= :now then 'OVERDUE' when due_soon <= :now then 'DUE_SOON'
                else 'ON_TRACK' end as sla,
              count(*) as tasks
            from task where state = 'OPEN' group by 1, 2, 3
            """)
        .param("now", at(clock.instant()))
        .query(
            (row, n) ->
                new Load(
                    row.getString("process"),
                    row.getString("element"),
                    Sla.valueOf(row.getString("sla")),
                    row.getLong("tasks")))
        .list();
  }

  /** What was decided since a moment in the whole system, by chain. */
  @Transactional(readOnly = true)
  public Map<String, Decided> punctuality(Instant since) {
    Map<String, Decided> chains = new LinkedHashMap<>();
    jdbc.sql(
            """
            select process, count(*) as decided, count(*) filter (where ended_at < due) as in_time
            from task where state = 'COMPLETED' and ended_at >= ? group by process order by process
            """)
        .param(at(since))
        .query(
            row -> {
              chains.put(
                  row.getString("process"),
                  new Decided(row.getLong("decided"), row.getLong("in_time")));
            });
    return chains;
  }

  static String where(WorkloadQuery query) {
    StringBuilder where = new StringBuilder(query.show().condition).append(" and ");
    where.append(IN_REGION);
    where.append(ofProcess(query.process()));
    query.step().ifPresent(step -> where.append(" and element = :step"));
    query.office().ifPresent(office -> where.append(" and candidate_role = :office"));
    return where.toString();
  }

  private Map<String, Object> values(WorkloadQuery query) {
    Map<String, Object> values = in(query.region(), query.process());
    query.step().ifPresent(step -> values.put("step", step));
    query.office().ifPresent(office -> values.put("office", office.code()));
    switch (query.show()) {
      case OPEN -> {}
      case ON_TRACK, DUE_SOON, OVERDUE -> values.put("now", clock.instant());
      case NEXT -> {
        values.put("now", clock.instant());
        values.put("next", query.next());
      }
      case DECIDED, LATE -> values.put("since", query.since());
    }
    return values;
  }

  private static Map<String, Object> in(String region, Optional<String> process) {
    Map<String, Object> values = new HashMap<>();
    values.put("from", region);
    values.put("to", region + BEHIND);
    process.ifPresent(id -> values.put("process", id));
    return values;
  }

  private static String ofProcess(Optional<String> process) {
    return process.isPresent() ? " and process = :process" : "";
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
