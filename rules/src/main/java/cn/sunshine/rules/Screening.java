package cn.sunshine.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Tells the outcome of a version of a rule set for many households, fast, and without reasons. It
 * only screens: decisions about cases, and every explanation, come from {@link RuleVersion}, and
 * whoever relies on a screening checks it against that.
 *
 * <p>Two things make it fast. What the DRL says depends on few facts, so the lists of facts of a
 * register are few: each is put to Drools once and its conclusions remembered. And the decision
 * tables are compiled ({@link CompiledModel}); a model that cannot be compiled is evaluated by
 * Drools for each household, slower and just as right.
 *
 * <p>For one thread.
 */
public final class Screening {

  /** The quick way; empty when the model could not be compiled. */
  private final Optional<HouseholdScreen> screen;

  private final String obstacle;
  private final RuleVersion version;
  private final LocalDate asOf;
  private final ParameterSource parameters;

  private Screening(
      Optional<HouseholdScreen> screen,
      String obstacle,
      RuleVersion version,
      LocalDate asOf,
      ParameterSource parameters) {
    this.screen = screen;
    this.obstacle = obstacle;
    this.version = version;
    this.asOf = asOf;
    this.parameters = parameters;
  }

  /** Prepares a screening by a version with the parameters of a day. */
  static Screening of(RuleVersion version, LocalDate asOf, ParameterSource parameters) {
    try {
      HouseholdScreen screen = version.ruleSet().screen(new ValidParameters(parameters, asOf));
      return new Screening(Optional.of(screen), "", version, asOf, parameters);
    } catch (NotCompilable e) {
      return new Screening(Optional.empty(), e.getMessage(), version, asOf, parameters);
    }
  }

  /**
   * The outcome, as {@link Decision#outcome()} says it.
   *
   * @throws InvalidFacts when the facts are not what the rule set's interface allows
   */
  public String outcome(ScreenedHousehold household) {
    if (screen.isPresent()) {
      try {
        return screen.get().outcome(household);
      } catch (ArithmeticException tooLarge) {
        // A number that does not fit: Drools has all the digits that it takes.
      }
    }
    return version.evaluate(asOf, household.facts(), parameters).outcome();
  }

  /** Why the model could not be compiled, for developers; empty when it was. */
  public Optional<String> obstacle() {
    return screen.isPresent() ? Optional.empty() : Optional.of(obstacle);
  }
}
