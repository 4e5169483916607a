package cn.sunshine.comparison;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the comparison sources on behalf of a case (NT-9). The caller has checked that the actor may
 * work on the case; that the question was asked is logged here, always (NT-26).
 */
@Service
public class Comparison {

  private final Map<String, ComparisonSource> sources;
  private final ComparisonLog log;
  private final MeterRegistry meters;

  Comparison(List<ComparisonSource> sources, ComparisonLog log, MeterRegistry meters) {
    this.sources =
        sources.stream().collect(Collectors.toMap(ComparisonSource::name, Function.identity()));
    this.log = log;
    this.meters = meters;
  }

  /** Asks every source; the answer and the log entry are one transaction. */
  @Transactional
  public ComparisonAnswer query(ComparisonQuery query) {
    List<AssetRecord> found = new ArrayList<>();
    boolean elsewhere = false;
    for (ComparisonSource source : sources.values()) {
      List<AssetRecord> known = source.recordsOf(query.persons());
      List<AssetRecord> shown = known.stream().filter(asset -> withinScope(query, asset)).toList();
      elsewhere |= known.stream().anyMatch(asset -> !inCounty(query, asset));
      log.write(query, source.name(), shown.size());
      found.addAll(shown);
    }
    meters.counter("sunshine.comparison.queries", "scope", query.scope().name()).increment();
    return new ComparisonAnswer(found, elsewhere);
  }

  private static boolean withinScope(ComparisonQuery query, AssetRecord asset) {
    return query.scope() == ComparisonScope.CITY || inCounty(query, asset);
  }

  private static boolean inCounty(ComparisonQuery query, AssetRecord asset) {
    return asset.region().startsWith(query.caseCounty());
  }
}
