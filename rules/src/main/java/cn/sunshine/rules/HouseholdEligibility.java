package cn.sunshine.rules;

import cn.sunshine.rules.Household.Doubt;
import cn.sunshine.rules.facts.Conclusions;
import cn.sunshine.rules.facts.Conclusions.Subject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;

/**
 * Whether a household may be filed as a low-income household (NT-8, NT-9). The rules in DRL say
 * what is missing and what is doubtful; the pack's decision table judges the income and draws the
 * conclusion.
 */
final class HouseholdEligibility implements RuleSet {
  static final String NAME = "household-eligibility";
  static final String INCOME_LINE = "income.line.per-person";

  private final String version;
  private final KieBase rules;
  private final String drl;
  private final DecisionModel table;
  private final AssetThresholds thresholds;

  private HouseholdEligibility(
      String version, KieBase rules, String drl, DecisionModel table, AssetThresholds thresholds) {
    this.version = version;
    this.rules = rules;
    this.drl = drl;
    this.table = table;
    this.thresholds = thresholds;
  }

  static HouseholdEligibility compile(String version, RuleModels models) {
    String drl = models.require(NAME + ".drl");
    return new HouseholdEligibility(
        version,
        RuleText.compile(models.pack(), drl),
        drl,
        DecisionModel.compile(models.pack(), models.require(NAME + ".dmn")),
        AssetThresholds.compile(models));
  }

  @Override
  public Decision evaluate(Map<String, Object> facts, ValidParameters parameters) {
    Household household = HouseholdFacts.read(facts);
    Conclusions conclusions = judgeRecords(household, parameters);
    List<NewDoubt> newDoubts = newDoubts(household, conclusions);
    DecisionModel.Answer answer =
        table.evaluate(tableInputs(household, parameters, conclusions, newDoubts.size()));
    EligibilityFindings findings = new EligibilityFindings(version, household, parameters);
    findings.missing(conclusions);
    answer.row("income").ifPresent(findings::income);
    findings.comparison(conclusions);
    newDoubts.forEach(findings::newDoubt);
    findings.raisedDoubts(conclusions);
    Optional<String> outcome = answer.text("outcome");
    if (outcome.isEmpty()) {
      findings.noAnswer();
    }
    return new Decision(
        NAME,
        version,
        outcome.orElse(Eligibility.CANNOT_DECIDE.name()),
        findings.all(),
        parameters.used());
  }

  @Override
  public HouseholdScreen screen(ValidParameters parameters) {
    return new EligibilityScreen(
        table.compiled(), new ComparisonRules(rules, drl, thresholds), parameters);
  }

  private Conclusions judgeRecords(Household household, ValidParameters parameters) {
    Conclusions conclusions = new Conclusions();
    StatelessKieSession session = rules.newStatelessKieSession();
    session.setGlobal("conclusions", conclusions);
    session.execute(HouseholdRuleFacts.of(household, parameters, thresholds));
    return conclusions;
  }

  /** The doubts that nobody has raised yet. */
  static List<NewDoubt> newDoubts(Household household, Conclusions conclusions) {
    List<NewDoubt> found =
        conclusions.doubtful().stream()
            .sorted(Comparator.comparingInt(Conclusions.Doubtful::position))
            .flatMap(
                doubtful -> NewDoubt.of(doubtful, household.foundAssets().get(doubtful.position())))
            .toList();
    return DoubtCover.uncovered(found, household.doubts());
  }

  private static Map<String, Object> tableInputs(
      Household household, ValidParameters parameters, Conclusions conclusions, int newDoubts) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("income-missing-items", conclusions.countMissing(Subject.INCOME));
    inputs.put("comparison-missing-items", conclusions.countMissing(Subject.COMPARISON));
    // DMN wants every input named; what is missing is null there, and the table's first row answers
    // it.
    inputs.put("members", household.members().map(BigDecimal::valueOf).orElse(null));
    inputs.put("yearly-income", household.yearlyIncome().orElse(null));
    inputs.put("income-line", incomeLine(parameters).orElse(null));
    inputs.put("upheld-doubts", count(household.doubts().stream().filter(Doubt::isUpheld)));
    inputs.put(
        "open-doubts",
        count(household.doubts().stream().filter(Doubt::isOpen))
            .add(BigDecimal.valueOf(newDoubts)));
    return inputs;
  }

  static Optional<BigDecimal> incomeLine(ValidParameters parameters) {
    return parameters.find(INCOME_LINE, Unit.YUAN_PER_PERSON_YEAR).map(Parameter::decimal);
  }

  private static BigDecimal count(Stream<?> things) {
    return BigDecimal.valueOf(things.count());
  }
}
