package cn.sunshine.supervision;

import cn.sunshine.policy.Packs;
import cn.sunshine.rules.PolicyPack;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How a share of tasks that were decided in time is judged: by two parameters of the place.
 *
 * @param target what is aimed at, from 0 to 1
 * @param floor below this it is too low
 */
record OnTime(double target, double floor) {

  /** What a region aims at; where several places lie in it, what the strictest of them does. */
  static OnTime of(String region, Packs packs, Instant at) {
    List<PolicyPack> there = packs.forRegion(region).map(List::of).orElseGet(packs::all);
    return there.stream()
        .map(
            pack ->
                new OnTime(
                    packs.decimal(pack.name(), "supervision.on-time-target", at).doubleValue(),
                    packs.decimal(pack.name(), "supervision.on-time-floor", at).doubleValue()))
        .max(Comparator.comparingDouble(OnTime::target))
        .orElseThrow();
  }

  /** {@code 98.6%}; what is not all is never written as 100%. */
  static String percent(double share) {
    double percent = share < 1 ? Math.min(99.9, 100 * share) : 100;
    return percent == 100 ? "100%" : String.format(Locale.ROOT, "%.1f%%", percent);
  }

  String toneOf(double share) {
    if (share >= target) {
      return "good";
    }
    return share >= floor ? "warning" : "bad";
  }
}
