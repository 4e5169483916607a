package cn.sunshine.admission;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.comparison.AssetRecord;
import cn.sunshine.comparison.Doubt;
import cn.sunshine.comparison.DoubtStatus;
import cn.sunshine.region.RegionLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of a case for the rule set {@code household-eligibility}; no names, no ID numbers. */
final class EligibilityFacts {

  private EligibilityFacts() {}

  /**
   * Before the comparison: the rules then judge the income and say that the comparison is to come.
   */
  static Map<String, Object> atApplication(CaseFile file) {
    Map<String, Object> facts = of(file, List.of(), List.of());
    facts.remove("assets");
    facts.put("stage", "application");
    return facts;
  }

  static Map<String, Object> of(CaseFile file, List<AssetRecord> assets, List<Doubt> doubts) {
    HouseholdApplication application = HouseholdApplication.of(file.data());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("members", application.size());
    facts.put("yearlyIncome", application.yearlyIncome());
    facts.put("county", file.region().substring(0, RegionLevel.COUNTY.codeLength()));
    facts.put("assets", assets.stream().map(EligibilityFacts::asset).toList());
    facts.put("doubts", doubts.stream().map(EligibilityFacts::doubt).toList());
    return facts;
  }

  private static Map<String, Object> asset(AssetRecord asset) {
    return Map.of(
        "item", asset.item().code(),
        "region", asset.region(),
        "count", 1,
        "description", asset.description(),
        "recordId", asset.id().toString());
  }

  private static Map<String, Object> doubt(Doubt doubt) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("id", doubt.id());
    fact.put("item", doubt.item());
    if (doubt.status() == DoubtStatus.UPHELD || doubt.status() == DoubtStatus.DISMISSED) {
      fact.put("upheld", doubt.status() == DoubtStatus.UPHELD);
    }
    return fact;
  }
}
