package cn.sunshine.trialrun;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What flows add up to, as people ask for it.
 *
 * @param kinds changed households by what the change means
 * @param unchanged households whose outcome stays
 */
record OutcomeCounts(Map<ChangeKind, Long> kinds, long unchanged) {

  OutcomeCounts {
    kinds = new EnumMap<>(kinds);
  }

  static OutcomeCounts of(Wanted wanted, List<Flow> flows) {
    Map<ChangeKind, Long> kinds = new EnumMap<>(ChangeKind.class);
    long unchanged = 0;
    for (Flow flow : flows) {
      if (flow.isChange()) {
        kinds.merge(wanted.kind(flow.before(), flow.after()), flow.households(), Long::sum);
      } else {
        unchanged += flow.households();
      }
    }
    return new OutcomeCounts(kinds, unchanged);
  }

  /** The same for each area, in the order of the flows. */
  static Map<String, OutcomeCounts> byArea(Wanted wanted, List<Flow> flows) {
    Map<String, List<Flow>> areas = new LinkedHashMap<>();
    flows.forEach(
        flow -> areas.computeIfAbsent(flow.area(), none -> new java.util.ArrayList<>()).add(flow));
    Map<String, OutcomeCounts> counts = new LinkedHashMap<>();
    areas.forEach((area, own) -> counts.put(area, of(wanted, own)));
    return counts;
  }

  long of(ChangeKind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  long changed() {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }
}
