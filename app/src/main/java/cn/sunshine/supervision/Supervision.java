package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.deadline.WorkingDays;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.Workload;
import cn.sunshine.inbox.WorkloadQuery;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors may know of a region's tasks, for screens and the REST interface alike. */
@Service
public class Supervision {

  /** How far back decided tasks are counted, in weeks, the current one included. */
  static final int WEEKS = 12;

  private final Workload workload;
  private final FigureCache cache;
  private final Regions regions;
  private final WorkingDays workingDays;
  private final Packs packs;
  private final Clock clock;

  Supervision(
      Workload workload,
      FigureCache cache,
      Regions regions,
      WorkingDays workingDays,
      Packs packs,
      Clock clock) {
    this.workload = workload;
    this.cache = cache;
    this.regions = regions;
    this.workingDays = workingDays;
    this.packs = packs;
    this.clock = clock;
  }

  /** The regions that the actor supervises; empty when none. */
  public List<String> regions(Actor actor) {
    return SupervisionAccess.regions(actor);
  }

  /**
   * The figures of a region, some seconds old at most.
   *
   * @param process of one chain only; empty for all
   * @throws Refusal.Forbidden when the actor does not supervise it
   */
  @Transactional(readOnly = true)
  public Figures figures(String region, Optional<String> process, Actor actor) {
    SupervisionAccess.require(region, actor);
    RegionLevel areas = areasOf(regions.require(region));
    return new Figures(
        region,
        process,
        areas,
        clock.instant(),
        next(),
        since(),
        cache.standing(region, areas, process, next()),
        cache.punctuality(region, areas, process, since()),
        OnTime.of(region, packs, clock.instant()));
  }

  /**
   * One page of the tasks behind a figure.
   *
   * @throws Refusal.Forbidden when the actor does not supervise the region
   */
  @Transactional(readOnly = true)
  public List<Task> tasks(WorkloadQuery query, long from, int size, Actor actor) {
    SupervisionAccess.require(query.region(), actor);
    return workload.find(query, from, size);
  }

  @Transactional(readOnly = true)
  public long count(WorkloadQuery query, Actor actor) {
    SupervisionAccess.require(query.region(), actor);
    return workload.count(query);
  }

  /** The end of the next working day. */
  Instant next() {
    return workingDays.due(clock.instant(), 1);
  }

  /** From when on decided tasks are counted: the Monday of the first of the weeks. */
  Instant since() {
    return clock
        .instant()
        .atZone(clock.getZone())
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .minusWeeks(WEEKS - 1)
        .atStartOfDay(clock.getZone())
        .toInstant();
  }

  /** By which areas a region is counted: those directly below it, a village by itself. */
  private static RegionLevel areasOf(Region region) {
    return region.level() == RegionLevel.VILLAGE
        ? RegionLevel.VILLAGE
        : RegionLevel.values()[region.level().ordinal() + 1];
  }
}
