package cn.sunshine.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A question to the rules.
 *
 * @param ruleSet such as {@code household-eligibility}
 * @param pack name of the policy pack
 * @param asOf the day whose parameters count
 * @param facts untrusted, as parsed from JSON: maps, lists, strings, numbers, booleans, null
 */
public record RuleRequest(String ruleSet, String pack, LocalDate asOf, Map<String, Object> facts) {
  public RuleRequest {
    Objects.requireNonNull(ruleSet, "ruleSet");
    Objects.requireNonNull(pack, "pack");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(facts, "facts");
  }
}
