package cn.sunshine.trialrun;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many households of which area went from which outcome to which. For one thread. */
final class Tally {

  private static final int TOWNSHIP_DIGITS = 9;

  private record Way(String area, String before, String after) {}

  private static final class Counter {
    private long households;
  }

  private final Map<Way, Counter> ways = new HashMap<>();

  void count(String region, String before, String after) {
    String area = region.length() > TOWNSHIP_DIGITS ? region.substring(0, TOWNSHIP_DIGITS) : region;
    ways.computeIfAbsent(new Way(area, before, after), way -> new Counter()).households++;
  }

  /** Adds what another thread counted. */
  void add(Tally other) {
    other.ways.forEach(
        (way, counter) ->
            ways.computeIfAbsent(way, none -> new Counter()).households += counter.households);
  }

  List<Flow> flows() {
    return ways.entrySet().stream()
        .map(
            entry ->
                new Flow(
                    entry.getKey().area(),
                    entry.getKey().before(),
                    entry.getKey().after(),
                    entry.getValue().households))
        .toList();
  }
}
