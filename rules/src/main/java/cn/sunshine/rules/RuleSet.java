package cn.sunshine.rules;

import java.util.List;
import java.util.Map;

/** A compiled rule set of a pack. Safe for many threads. */
interface RuleSet {
  Decision evaluate(Map<String, Object> facts, ValidParameters parameters);

  /**
   * A quick way to the outcome for households, with these parameters.
   *
   * @throws NotCompilable when there is none
   */
  default HouseholdScreen screen(ValidParameters parameters) {
    throw new NotCompilable("a rule set about something else");
  }

  /** The facts that it asks for, when its model declares them; empty when Java reads them. */
  default List<TableInput> inputs() {
    return List.of();
  }

  /** Chinese words for its outcomes, when its model declares them. */
  default Map<String, String> outcomeWords() {
    return Map.of();
  }
}
