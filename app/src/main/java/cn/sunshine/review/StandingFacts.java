package cn.sunshine.review;

import cn.sunshine.comparison.AssetRecord;
import cn.sunshine.household.RegisteredHousehold;
import cn.sunshine.region.RegionLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts about a household for {@code household-yearly-review}; no names, no ID numbers. */
final class StandingFacts {

  private StandingFacts() {}

  /** Of a report of exit: its income alone, for the comparison belongs to the review. */
  static Map<String, Object> ofReport(RegisteredHousehold household, ReportedIncome reported) {
    Map<String, Object> facts = common(household, reported);
    facts.put("stage", "application");
    return facts;
  }

  static Map<String, Object> ofReview(
      RegisteredHousehold household, ReportedIncome reported, List<AssetRecord> assets) {
    Map<String, Object> facts = common(household, reported);
    facts.put("changes", reported.changesAgainst(household));
    facts.put("assets", assets.stream().map(StandingFacts::asset).toList());
    return facts;
  }

  private static Map<String, Object> common(
      RegisteredHousehold household, ReportedIncome reported) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("members", household.persons());
    facts.put("yearlyIncome", reported.yearlyIncome());
    facts.put("county", household.region().substring(0, RegionLevel.COUNTY.codeLength()));
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
}
