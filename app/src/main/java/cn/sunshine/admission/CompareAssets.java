package cn.sunshine.admission;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.comparison.Comparison;
import cn.sunshine.comparison.ComparisonAnswer;
import cn.sunshine.comparison.ComparisonQuery;
import cn.sunshine.comparison.ComparisonScope;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.region.RegionLevel;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Queries the comparison sources about everyone in the household; every query is logged (NT-26).
 */
@Component
class CompareAssets implements JobHandler {

  private final Cases cases;
  private final Comparison comparison;

  CompareAssets(Cases cases, Comparison comparison) {
    this.cases = cases;
    this.comparison = comparison;
  }

  @Override
  public String jobType() {
    return "compare-assets";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    ComparisonScope scope = ComparisonScope.valueOf(job.header("scope").toUpperCase(Locale.ROOT));
    ComparisonAnswer answer = comparison.query(query(file, scope));
    cases.note(
        file.getId(),
        "system",
        "assets-compared",
        scope.chinese() + "：" + answer.records().size() + " 条记录",
        Map.of("scope", scope.name(), "records", answer.records().size()));
    return Map.of("outOfCounty", answer.recordsElsewhere());
  }

  static ComparisonQuery query(CaseFile file, ComparisonScope scope) {
    return new ComparisonQuery(
        file.getId(),
        "system",
        "低收入户纳入信息比对",
        scope,
        file.region().substring(0, RegionLevel.COUNTY.codeLength()),
        HouseholdApplication.of(file.data()).idNumbers());
  }
}
