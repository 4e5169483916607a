package cn.sunshine.supervision;

import cn.sunshine.account.Role;
import cn.sunshine.inbox.Punctuality;
import cn.sunshine.inbox.Standing;
import cn.sunshine.region.RegionLevel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is counted in a region.
 *
 * @param process of one chain only; empty for all
 * @param areaLevel of the areas by which it is counted
 * @param next the end of the next working day
 * @param since from when on decided tasks are counted
 * @param onTime what the region aims at
 */
public record Figures(
    String region,
    Optional<String> process,
    RegionLevel areaLevel,
    Instant at,
    Instant next,
    Instant since,
    List<Standing> standings,
    Punctuality punctuality,
    OnTime onTime) {

  /** A step of a chain. */
  public record Step(String process, String id, String name) {}

  public Counts total() {
    return Counts.of(standings);
  }

  Map<String, Counts> byArea() {
    return by(Standing::area);
  }

  /** The chain with the most open tasks first. */
  Map<String, Counts> byProcess() {
    return by(Standing::process);
  }

  Map<Step, Counts> byStep() {
    return by(one -> new Step(one.process(), one.step(), one.stepName()));
  }

  /** Without a role: tasks of single persons, such as the applicants. */
  Map<Optional<Role>, Counts> byOffice() {
    return by(Standing::office);
  }

  /** The open tasks of a step, in whichever chain it is. */
  Counts ofStep(String step) {
    return Counts.of(standings.stream().filter(one -> one.step().equals(step)).toList());
  }

  /** How a step went over the past weeks; empty when it was not decided. */
  Optional<Punctuality.Step> pastOf(Step step) {
    return punctuality.steps().stream()
        .filter(one -> one.process().equals(step.process()) && one.step().equals(step.id()))
        .findFirst();
  }

  private <K> Map<K, Counts> by(Function<Standing, K> what) {
    return standings.stream()
        .collect(
            Collectors.groupingBy(
                what, Collectors.collectingAndThen(Collectors.toList(), Counts::of)));
  }

  /** What needs help first: most overdue, then most due soon, then most open. */
  static <K> Comparator<Map.Entry<K, Counts>> worstFirst() {
    return Map.Entry.<K, Counts>comparingByValue(
        Comparator.comparingLong(Counts::overdue)
            .thenComparingLong(Counts::dueSoon)
            .thenComparingLong(Counts::open)
            .reversed());
  }
}
