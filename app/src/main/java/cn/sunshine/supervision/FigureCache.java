package cn.sunshine.supervision;

import cn.sunshine.inbox.Punctuality;
import cn.sunshine.inbox.Standing;
import cn.sunshine.inbox.Workload;
import cn.sunshine.region.RegionLevel;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps counts for some seconds, so that a hundred open pages cost as much as one. Whoever asks has
 * to be allowed to look into the region.
 */
@Component
class FigureCache {

  private static final int REGIONS = 500;

  private final Workload workload;
  private final Cache<Area, List<Standing>> standings =
      Caffeine.newBuilder().maximumSize(REGIONS).build();
  private final Cache<Area, Punctuality> punctualities =
      Caffeine.newBuilder().maximumSize(REGIONS).build();

  FigureCache(Workload workload) {
    this.workload = workload;
  }

  private record Area(String region, RegionLevel areas, Optional<String> process) {}

  List<Standing> standing(
      String region, RegionLevel areas, Optional<String> process, Instant next) {
    return standings.get(
        new Area(region, areas, process), area -> workload.standing(region, areas, process, next));
  }

  Punctuality punctuality(
      String region, RegionLevel areas, Optional<String> process, Instant since) {
    return punctualities.get(
        new Area(region, areas, process),
        area -> workload.punctuality(region, areas, process, since));
  }

  /** What is open has changed. */
  void forgetStandings() {
    standings.invalidateAll();
  }

  /** Some time has gone by. */
  void forgetAll() {
    standings.invalidateAll();
    punctualities.invalidateAll();
  }
}
