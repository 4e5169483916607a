package cn.sunshine.rules;

import cn.sunshine.rules.CompiledModel.CompiledDecision;
import cn.sunshine.rules.CompiledModel.Kind;
import cn.sunshine.rules.CompiledModel.Sheet;
import cn.sunshine.rules.facts.Conclusions;
import cn.sunshine.rules.facts.Conclusions.Subject;
import java.util.Optional;

/**
 * The quick way to the outcome of {@code household-yearly-review}, for a household whose report
 * says what the register says.
 */
final class ReviewScreen extends HouseholdScreen {

  /** What the table wants to know of a comparison, as it takes it. */
  private record Counts(long comparisonMissing, long doubtful) {

    static Counts of(Household household, Conclusions conclusions) {
      return new Counts(
          count(conclusions.countMissing(Subject.COMPARISON)),
          count(conclusions.doubtful().size()));
    }
  }

  private final CompiledModel table;
  private final CompiledDecision proposal;
  private final Sheet sheet;
  private final ComparisonMemory<Counts> comparisons;
  private final int incomeMissing;
  private final int comparisonMissing;
  private final int members;
  private final int yearlyIncome;
  private final int doubtful;
  private final int linesMissing;

  ReviewScreen(CompiledModel table, ComparisonRules rules, ValidParameters parameters) {
    this.table = table;
    this.proposal = table.decision("proposal").orElseThrow(() -> new NotCompilable("no proposal"));
    this.sheet = table.newSheet();
    this.comparisons = new ComparisonMemory<>(rules, parameters, Counts::of);
    this.incomeMissing = table.slot("income-missing-items", Kind.NUMBER);
    this.comparisonMissing = table.slot("comparison-missing-items", Kind.NUMBER);
    this.members = table.slot("members", Kind.NUMBER);
    this.yearlyIncome = table.slot("yearly-income", Kind.NUMBER);
    this.doubtful = table.slot("doubtful-assets", Kind.NUMBER);
    long[] values = sheet.values();
    values[table.slot("changes", Kind.NUMBER)] = 0;
    Optional<ExitLine> line = ExitLine.of(parameters);
    this.linesMissing = line.isPresent() ? 0 : 1;
    int exitLine = table.slot("exit-line", Kind.NUMBER);
    int included = table.slot("line-included", Kind.TRUTH);
    line.ifPresent(
        known -> {
          values[exitLine] =
              CompiledModel.fixed(known.perPerson())
                  .orElseThrow(() -> new NotCompilable("exit line"));
          values[included] = known.included() ? 1 : 0;
        });
  }

  @Override
  String outcome(ScreenedHousehold household) {
    ComparisonMemory.requireValid(household);
    Counts counts = comparisons.of(household);
    int missing =
        linesMissing
            + (household.members().isPresent() ? 0 : 1)
            + (household.yearlyIncome().isPresent() ? 0 : 1);
    long[] values = sheet.values();
    values[incomeMissing] = count(missing);
    values[comparisonMissing] = counts.comparisonMissing();
    values[members] = members(household.members());
    values[yearlyIncome] = income(household.yearlyIncome());
    values[doubtful] = counts.doubtful();
    table.evaluate(sheet);
    return table.text(sheet, proposal).orElse(ReviewProposal.CANNOT_DECIDE.name());
  }
}
