package cn.sunshine.review;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Application;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CaseKind;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.YearlyReviewRound;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A round of yearly reviews as a kind of case: started by the system on the pack's date, or by hand
 * by the office of a county or city and by the policy staff.
 */
@Component
class YearlyReviewRounds implements CaseKind {

  private static final int FURTHEST_YEARS = 2;

  private final RoundPlans plans;
  private final Clock clock;

  YearlyReviewRounds(RoundPlans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  @Override
  public String process() {
    return YearlyReviewRound.PROCESS_ID;
  }

  @Override
  public String title() {
    return "年度复核批次";
  }

  @Override
  public Application check(String pack, Region region, Map<String, Object> data, Actor actor) {
    boolean system = actor.equals(Actor.SYSTEM);
    if (region.level().ordinal() > RegionLevel.COUNTY.ordinal()) {
      throw new Refusal.Invalid(
          "年度复核批次按县（市）区或市发起：region 应为县级或市级编码。",
          List.of(new Refusal.FieldFault("region", "应为县级或市级编码")));
    }
    if (!system && !actor.holdsOver(region.code(), Role.COUNTY_OFFICE, Role.POLICY)) {
      throw new Refusal.Forbidden("年度复核批次由县（市）区、市扶贫办或政策人员在本辖区发起。");
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate start = start(data, today);
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("year", start.getYear());
    kept.put("start", start.toString());
    kept.put("automatic", system);
    return new Application(
        kept, region.name() + " " + start.getYear() + " 年度复核", region.name() + " 年度复核");
  }

  private static LocalDate start(Map<String, Object> data, LocalDate today) {
    Object wanted = data.get("start");
    if (wanted == null || wanted.toString().isBlank()) {
      return today;
    }
    try {
      LocalDate start = LocalDate.parse(wanted.toString().strip());
      if (start.isBefore(today) || start.isAfter(today.plusYears(FURTHEST_YEARS))) {
        throw wrongStart("开始日期不能早于今天，也不能晚于两年以后。");
      }
      return start;
    } catch (DateTimeParseException e) {
      throw wrongStart("开始日期应写成 2026-11-01 的样子。");
    }
  }

  private static Refusal.Invalid wrongStart(String sentence) {
    return new Refusal.Invalid(sentence, List.of(new Refusal.FieldFault("start", sentence)));
  }

  @Override
  public void onApplication(CaseFile file) {
    LocalDate start = LocalDate.parse(file.data().get("start").toString());
    Instant midnight = start.atStartOfDay(clock.getZone()).toInstant();
    Instant now = clock.instant();
    plans.plan(
        file,
        start.getYear(),
        Boolean.parseBoolean(file.data().get("automatic").toString()),
        midnight.isBefore(now) ? now : midnight);
  }

  @Override
  public boolean isListed() {
    return false;
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Task task) {
    return Map.of();
  }

  @Override
  public void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    throw new IllegalStateException("a round has no steps of people");
  }

  @Override
  public void onFailure(CaseFile file) {
    // The reviews that a stopped round has started go on.
  }

  @Override
  public Map<String, Object> masked(Map<String, Object> data) {
    return data;
  }
}
