package cn.sunshine.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts and questions as the tests word them. The engine is compiled once for all tests. */
final class Households {
  static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  static final PolicyPacks PACKS = PolicyPacks.load();
  static final PolicyPack NANTONG = PACKS.find("nantong").orElseThrow();
  static final RuleEngine ENGINE = new RuleEngine(PACKS);
  static final String OWN_COUNTY = "320612";

  private Households() {}

  /** A household whose comparison found nothing. */
  static Map<String, Object> household(Object members, Object yearlyIncome) {
    return household(members, yearlyIncome, List.of());
  }

  static Map<String, Object> household(
      Object members, Object yearlyIncome, List<Map<String, Object>> assets) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("members", members);
    facts.put("yearlyIncome", yearlyIncome);
    facts.put("county", OWN_COUNTY);
    facts.put("assets", assets);
    return facts;
  }

  /** A poor household with these records. */
  @SafeVarargs
  static Map<String, Object> poorWith(Map<String, Object>... assets) {
    return household(3, 12000, List.of(assets));
  }

  static Map<String, Object> asset(String item, String region, int count) {
    return asset(item, region, count, "");
  }

  static Map<String, Object> asset(String item, String region, int count, String description) {
    return Map.of("item", item, "region", region, "count", count, "description", description);
  }

  static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  static Decision decide(Map<String, Object> facts) {
    return decide(facts, NANTONG, DAY);
  }

  static Decision decide(Map<String, Object> facts, ParameterSource parameters, LocalDate day) {
    return ENGINE.evaluate(
        new RuleRequest("household-eligibility", "nantong", day, facts), parameters);
  }

  static Eligibility outcome(Map<String, Object> facts) {
    return Eligibility.of(decide(facts));
  }

  static List<String> rules(Decision decision) {
    return decision.findings().stream().map(Finding::rule).toList();
  }
}
