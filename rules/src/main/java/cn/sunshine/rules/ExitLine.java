package cn.sunshine.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The yearly income per person at which a household leaves the register (NT-10, JY-3, YC-1, WJ-4.4,
 * SC-6), and how the text of the place counts an income of exactly that much: 超过 needs more, 达到 is
 * content with it.
 *
 * @param row of {@code exit.line.per-person}
 * @param included whether exactly the line counts as reached
 */
record ExitLine(Parameter row, boolean included) {

  /** The line in yuan per person and year. */
  static final String LINE = "exit.line.per-person";

  /** How the line counts: 超过 or 达到. */
  static final String WORDING = "exit.line.wording";

  private static final String OVER = "超过";
  private static final String REACHED = "达到";

  /** The line of the day; empty while one of its two parameters is missing or says neither word. */
  static Optional<ExitLine> of(ValidParameters parameters) {
    return parameters
        .find(LINE, Unit.YUAN_PER_PERSON_YEAR)
        .flatMap(line -> wording(parameters).map(word -> new ExitLine(line, word.equals(REACHED))));
  }

  /** The name of the parameter that keeps {@link #of} from answering. */
  static String missingIn(ValidParameters parameters) {
    return parameters.find(LINE, Unit.YUAN_PER_PERSON_YEAR).isEmpty() ? LINE : WORDING;
  }

  private static Optional<String> wording(ValidParameters parameters) {
    return parameters
        .find(WORDING, Unit.WORDS)
        .map(row -> row.value().strip())
        .filter(word -> word.equals(OVER) || word.equals(REACHED));
  }

  BigDecimal perPerson() {
    return row.decimal();
  }

  /** Whether the income of a household of so many reaches the line; by the sums, exactly. */
  boolean isReachedBy(BigDecimal income, BigDecimal members) {
    int order = income.compareTo(perPerson().multiply(members));
    return included ? order >= 0 : order > 0;
  }

  /** What an income does to the line, before the amount: 超过 7,000.00 元. */
  String words(boolean reached) {
    if (included) {
      return reached ? REACHED : "低于";
    }
    return reached ? OVER : "未超过";
  }

  /** With two decimals, as findings show it. */
  BigDecimal shown() {
    return perPerson().setScale(2, RoundingMode.UNNECESSARY);
  }
}
