package cn.sunshine.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One compiled version of a pack's rule set. Versions are values: compiling the same models again
 * gives the same version, and an old one answers as it always did. Safe for many threads.
 */
public final class RuleVersion {
  private final String version;
  private final Map<String, String> models;
  private final RuleSet ruleSet;

  RuleVersion(String version, Map<String, String> models, RuleSet ruleSet) {
    this.version = version;
    this.models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    this.ruleSet = ruleSet;
  }

  /** What the author declared, and a hash of the models, so that any change shows. */
  public String version() {
    return version;
  }

  /**
   * The texts of its models by file, in their order: {@link RuleEngine#compile} makes the same
   * version of them again.
   */
  public Map<String, String> models() {
    return models;
  }

  /**
   * Answers a question; changes nothing.
   *
   * @param asOf the day whose parameters count
   * @param facts untrusted, as parsed from JSON: maps, lists, strings, numbers, booleans, null
   * @throws InvalidFacts when the facts are not what the rule set's interface allows
   */
  public Decision evaluate(LocalDate asOf, Map<String, Object> facts, ParameterSource parameters) {
    return ruleSet.evaluate(facts, new ValidParameters(parameters, asOf));
  }

  /**
   * The facts that a rule set of one decision model asks for; empty for the others, whose facts are
   * described where they are read.
   */
  public List<TableInput> inputs() {
    return ruleSet.inputs();
  }

  /** Chinese words for the outcomes, as far as the rule set's model declares them. */
  public Map<String, String> outcomeWords() {
    return ruleSet.outcomeWords();
  }

  /** Prepares to tell the outcomes of many households, for one thread. */
  public Screening screening(LocalDate asOf, ParameterSource parameters) {
    return Screening.of(this, asOf, parameters);
  }

  RuleSet ruleSet() {
    return ruleSet;
  }
}
