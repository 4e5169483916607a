package cn.sunshine.rules;

import cn.sunshine.rules.CompiledModel.CompiledDecision;
import cn.sunshine.rules.CompiledModel.Kind;
import cn.sunshine.rules.CompiledModel.Sheet;
import cn.sunshine.rules.Household.Doubt;
import cn.sunshine.rules.facts.Conclusions;
import cn.sunshine.rules.facts.Conclusions.Subject;
import java.math.BigDecimal;
import java.util.Optional;

/** The quick way to the outcome of {@code household-eligibility}. */
final class EligibilityScreen extends HouseholdScreen {

  /** What the table wants to know of a comparison, as it takes it. */
  private record Counts(long incomeMissing, long comparisonMissing, long upheld, long open) {

    static Counts of(Household household, Conclusions conclusions) {
      long open = household.doubts().stream().filter(Doubt::isOpen).count();
      return new Counts(
          count(conclusions.countMissing(Subject.INCOME)),
          count(conclusions.countMissing(Subject.COMPARISON)),
          count(household.doubts().stream().filter(Doubt::isUpheld).count()),
          count(open + HouseholdEligibility.newDoubts(household, conclusions).size()));
    }
  }

  private final CompiledModel table;
  private final CompiledDecision outcome;
  private final Sheet sheet;
  private final ComparisonMemory<Counts> comparisons;
  private final int incomeMissing;
  private final int comparisonMissing;
  private final int members;
  private final int yearlyIncome;
  private final int upheld;
  private final int open;

  EligibilityScreen(CompiledModel table, ComparisonRules rules, ValidParameters parameters) {
    this.table = table;
    this.outcome = table.decision("outcome").orElseThrow(() -> new NotCompilable("no outcome"));
    this.sheet = table.newSheet();
    this.comparisons = new ComparisonMemory<>(rules, parameters, Counts::of);
    this.incomeMissing = table.slot("income-missing-items", Kind.NUMBER);
    this.comparisonMissing = table.slot("comparison-missing-items", Kind.NUMBER);
    this.members = table.slot("members", Kind.NUMBER);
    this.yearlyIncome = table.slot("yearly-income", Kind.NUMBER);
    this.upheld = table.slot("upheld-doubts", Kind.NUMBER);
    this.open = table.slot("open-doubts", Kind.NUMBER);
    Optional<BigDecimal> line = HouseholdEligibility.incomeLine(parameters);
    if (line.isPresent()) {
      sheet.values()[table.slot("income-line", Kind.NUMBER)] =
          CompiledModel.fixed(line.get()).orElseThrow(() -> new NotCompilable("income line"));
    }
  }

  @Override
  String outcome(ScreenedHousehold household) {
    ComparisonMemory.requireValid(household);
    Counts counts = comparisons.of(household);
    long[] values = sheet.values();
    values[incomeMissing] = counts.incomeMissing();
    values[comparisonMissing] = counts.comparisonMissing();
    values[members] = members(household.members());
    values[yearlyIncome] = income(household.yearlyIncome());
    values[upheld] = counts.upheld();
    values[open] = counts.open();
    table.evaluate(sheet);
    return table.text(sheet, outcome).orElse(Eligibility.CANNOT_DECIDE.name());
  }
}
