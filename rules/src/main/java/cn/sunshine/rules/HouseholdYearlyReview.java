package cn.sunshine.rules;

import cn.sunshine.rules.facts.Conclusions;
import cn.sunshine.rules.facts.Conclusions.Subject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;

/**
 * What is to become of a registered household (NT-10, NT-26, JY-3, YC-1, WJ-4.4, SC-6): it stays,
 * leaves or its entry is adjusted. The rules in DRL, the same as at the admission, say what a
 * comparison leaves open; the decision table judges the income and proposes. A person decides.
 */
final class HouseholdYearlyReview implements RuleSet {
  static final String NAME = "household-yearly-review";

  private static final String COMPARISON_RULES = HouseholdEligibility.NAME + ".drl";
  private static final int MOST_CHANGES = 100;

  private final String version;
  private final KieBase rules;
  private final String drl;
  private final DecisionModel table;
  private final AssetThresholds thresholds;

  private HouseholdYearlyReview(
      String version, KieBase rules, String drl, DecisionModel table, AssetThresholds thresholds) {
    this.version = version;
    this.rules = rules;
    this.drl = drl;
    this.table = table;
    this.thresholds = thresholds;
  }

  static HouseholdYearlyReview compile(String version, RuleModels models) {
    String drl = models.require(COMPARISON_RULES);
    return new HouseholdYearlyReview(
        version,
        RuleText.compile(models.pack(), drl),
        drl,
        DecisionModel.compile(models.pack(), models.require(NAME + ".dmn")),
        AssetThresholds.compile(models));
  }

  @Override
  public Decision evaluate(Map<String, Object> facts, ValidParameters parameters) {
    Household household = HouseholdFacts.read(facts);
    int changes = changes(facts);
    Conclusions comparison = compare(household, parameters);
    ReviewFindings findings = new ReviewFindings(version, household, parameters);
    findings.missing(comparison);
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

  @Override
  public HouseholdScreen screen(ValidParameters parameters) {
    return new ReviewScreen(
        table.compiled(), new ComparisonRules(rules, drl, thresholds), parameters);
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
    session.execute(HouseholdRuleFacts.of(household, parameters, thresholds));
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
    Optional<ExitLine> line = ExitLine.of(parameters);
    inputs.put("exit-line", line.map(ExitLine::perPerson).orElse(null));
    inputs.put("line-included", line.map(ExitLine::included).orElse(null));
    inputs.put("doubtful-assets", BigDecimal.valueOf(comparison.doubtful().size()));
    inputs.put("changes", BigDecimal.valueOf(changes));
    return inputs;
  }
}
