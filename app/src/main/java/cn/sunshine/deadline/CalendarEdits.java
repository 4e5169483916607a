package cn.sunshine.deadline;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The days that staff change in the calendar (NT-6): a holiday that is announced during the year, a
 * place that works on when others do not. The administrator changes any calendar, policy staff that
 * of their own place. Only days to come can be changed: what has been counted stays.
 */
@Service
public class CalendarEdits implements EditedDays {

  private static final int LONGEST_REASON = 500;
  private static final int YEARS_AHEAD = 5;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Regions regions;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private volatile Map<LocalDate, Map<String, Boolean>> known = Map.of();

  CalendarEdits(
      JdbcClient jdbc,
      AuditTrail audit,
      Regions regions,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.regions = regions;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public Optional<Boolean> isWorkingDay(String region, LocalDate day) {
    Map<String, Boolean> entered = known.get(day);
    if (entered == null) {
      return Optional.empty();
    }
    for (int length = region.length(); length >= 0; length--) {
      Boolean working = entered.get(region.substring(0, length));
      if (working != null) {
        return Optional.of(working);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean covers(Year year) {
    return known.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().getYear() == year.getValue() && entry.getValue().containsKey(""));
  }

  /** What is in force of the entries of a year, those of the country and of this jurisdiction. */
  @Transactional(readOnly = true)
  public List<CalendarDay> of(Year year, String jurisdiction) {
    return jdbc.sql(
            """
            select jurisdiction, day, working, reason, changed_by, changed_at from calendar_day
            where working is not null and extract(year from day) = ?
              and (jurisdiction = '' or ? like jurisdiction || '%')
            order by day, jurisdiction
            """)
        .params(year.getValue(), jurisdiction)
        .query((row, n) -> calendarDay(row))
        .list();
  }

  /** Whether the actor may change the calendar of a jurisdiction; empty for the whole country. */
  public boolean mayChange(String jurisdiction, Actor actor) {
    return actor.holds(Role.ADMIN)
        || !jurisdiction.isEmpty()
            && actor.grantsOf(Role.POLICY, Role.POLICY_APPROVER).stream()
                .map(Grant::region)
                .anyMatch(jurisdiction::startsWith);
  }

  /**
   * Changes a day, or takes a change back.
   *
   * @param jurisdiction code of a region; empty for the whole country
   * @param working empty when the State Council's calendar shall hold again
   */
  @Transactional
  public void change(
      String jurisdiction, LocalDate day, Optional<Boolean> working, String reason, Actor actor) {
    check(jurisdiction, day, reason, actor);
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into calendar_day
              (jurisdiction, day, working, reason, changed_by, changed_at, recounted_at)
            values (:jurisdiction, :day, :working, :reason, :by, :at, null)
            on conflict (jurisdiction, day) do update set working = excluded.working,
              reason = excluded.reason, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at, recounted_at = null
            """)
        .param("jurisdiction", jurisdiction)
        .param("day", day)
        .param("working", working.orElse(null), java.sql.Types.BOOLEAN)
        .param("reason", reason.strip())
        .param("by", actor.username())
        .param("at", now)
        .update();
    audit.append(
        "calendar:" + (jurisdiction.isEmpty() ? "national" : jurisdiction),
        actor.username(),
        jurisdiction,
        "calendar-changed",
        reason.strip(),
        Map.of("day", day.toString(), "working", working.map(String::valueOf).orElse("official")));
    events.publishEvent(new CalendarChanged(jurisdiction, day));
  }

  private void check(String jurisdiction, LocalDate day, String reason, Actor actor) {
    if (!jurisdiction.isEmpty()) {
      regions.require(jurisdiction);
    }
    if (!mayChange(jurisdiction, actor)) {
      throw new Refusal.Forbidden("全国的工作日历由系统管理员调整，各地的由当地政策岗位调整；您没有这项权限。");
    }
    LocalDate today = LocalDate.now(clock);
    if (!day.isAfter(today) || day.getYear() > today.getYear() + YEARS_AHEAD) {
      throw new Refusal.Invalid(
          "只能调整今天以后、" + (today.getYear() + YEARS_AHEAD) + " 年以前的日期；已经计过的日子不再改动。",
          List.of(new Refusal.FieldFault("day", "请选择今天以后的日期")));
    }
    if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw new Refusal.Invalid(
          "请写明调整的依据（不超过 " + LONGEST_REASON + " 字），例如国务院办公厅通知的文号。",
          List.of(new Refusal.FieldFault("reason", "请写明依据")));
    }
  }

  /** Changes after which the terms of running tasks have not been counted anew yet. */
  @Transactional(readOnly = true)
  public List<CalendarDay> notRecounted() {
    return jdbc.sql(
            """
            select jurisdiction, day, working, reason, changed_by, changed_at from calendar_day
            where recounted_at is null order by changed_at
            """)
        .query((row, n) -> calendarDay(row))
        .list();
  }

  /** The terms have been counted anew after this change, unless it was changed again meanwhile. */
  @Transactional
  public void recounted(CalendarDay change) {
    jdbc.sql(
            """
            update calendar_day set recounted_at = ?
            where jurisdiction = ? and day = ? and changed_at = ?
            """)
        .params(
            clock.instant().atOffset(ZoneOffset.UTC),
            change.jurisdiction(),
            change.day(),
            change.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @TransactionalEventListener
  void onChange(CalendarChanged changed) {
    load();
  }

  /** At the start, and now and then in case another application has changed something. */
  @PostConstruct
  @Scheduled(fixedDelayString = "PT1M")
  public void load() {
    Map<LocalDate, Map<String, Boolean>> days = new HashMap<>();
    jdbc.sql("select jurisdiction, day, working from calendar_day where working is not null")
        .query(
            row -> {
              days.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new HashMap<>())
                  .put(row.getString("jurisdiction"), row.getBoolean("working"));
            });
    known = days;
  }

  private static CalendarDay calendarDay(ResultSet row) throws SQLException {
    return new CalendarDay(
        row.getString("jurisdiction"),
        row.getObject("day", LocalDate.class),
        Optional.ofNullable((Boolean) row.getObject("working")),
        row.getString("reason"),
        row.getString("changed_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
