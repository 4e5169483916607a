package cn.sunshine.rules;

import cn.sunshine.rules.facts.Conclusions;
import cn.sunshine.rules.facts.Conclusions.Subject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;

/**
 * What is to become of a registered household (NT-10, NT-26, JY-3, YC-1): it stays, leaves or its
 * entry is adjusted. The rules in DRL, the same as at the admission, say what a comparison leaves
 * open; the decision table judges the income and proposes. A person decides.
 */
final class HouseholdYearlyReview implements RuleSet {
  static final String NAME = "household-yearly-review";

  /** The yearly income per person above which a household leaves. */
  static final String EXIT_LINE = "exit.line.per-person";

  private static final String COMPARISON_RULES = HouseholdEligibility.NAME + ".drl";
  private static final int MOST_CHANGES = 100;

  private final String version;
  private final KieBase rules;
  private final DecisionModel table;

  private HouseholdYearlyReview(String version, KieBase rules, DecisionModel table) {
    this.version = version;
    this.rules = rules;
    this.table = table;
  }

  static HouseholdYearlyReview compile(String pack, String version, Map<String, String> models) {
    return new HouseholdYearlyReview(
        version,
        RuleText.compile(pack, model(pack, models, COMPARISON_RULES)),
        DecisionModel.compile(pack, model(pack, models, NAME + ".dmn")));
  }

  private static String model(String pack, Map<String, String> models, String file) {
    return Optional.ofNullable(models.get(file))
        .orElseThrow(() -> new InvalidPack(pack, List.of("规则集 %s 缺少模型 %s".formatted(NAME, file))));
  }

  @Override
  public Decision evaluate(Map<String, Object> facts, ValidParameters parameters) {
    Household household = HouseholdFacts.read(facts);
    int changes = changes(facts);
    Conclusions comparison = compare(household, parameters);
    ReviewFindings findings = new ReviewFindings(version, household, exitLine(parameters));
    findings.missing(comparison, parameters.day());
    DecisionModel.Answer answer =
        table.evaluate(inputs(household, findings, comparison, changes, parameters));
    answer.row("income").ifPresent(findings::income);
    findings.doubtful(comparison);
    findings.changes(changes);
    Optional<String> outcome = answer.text("proposal");
    if (outcome.isEmpty()) {
      findings.noAnswer();
    }
    return new Decision(
        NAME,
        version,
        outcome.orElse(ReviewProposal.CANNOT_DECIDE.name()),
        findings.all(),
        parameters.used());
  }

  /** In how many points the report differs from the register. */
  private static int changes(Map<String, Object> facts) {
    FactReader reader = new FactReader();
    int changes = reader.wholeNumber(facts, "changes", "changes", 0, MOST_CHANGES).orElse(0);
    reader.throwIfInvalid();
    return changes;
  }

  private Conclusions compare(Household household, ValidParameters parameters) {
    Conclusions conclusions = new Conclusions();
    StatelessKieSession session = rules.newStatelessKieSession();
    session.setGlobal("conclusions", conclusions);
    session.execute(HouseholdRuleFacts.of(household, parameters));
    return conclusions;
  }

  private static Map<String, Object> inputs(
      Household household,
      ReviewFindings findings,
      Conclusions comparison,
      int changes,
      ValidParameters parameters) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("income-missing-items", BigDecimal.valueOf(findings.missingForIncome()));
    inputs.put(
        "comparison-missing-items",
        BigDecimal.valueOf(comparison.countMissing(Subject.COMPARISON)));
    // DMN wants every input named; what is missing is null, and the table's first row answers it.
    inputs.put("members", household.members().map(BigDecimal::valueOf).orElse(null));
    inputs.put("yearly-income", household.yearlyIncome().orElse(null));
    inputs.put("exit-line", exitLine(parameters).map(Parameter::decimal).orElse(null));
    inputs.put("doubtful-assets", BigDecimal.valueOf(comparison.doubtful().size()));
    inputs.put("changes", BigDecimal.valueOf(changes));
    return inputs;
  }

  private static Optional<Parameter> exitLine(ValidParameters parameters) {
    return parameters.find(EXIT_LINE, Unit.YUAN_PER_PERSON_YEAR);
  }
}
