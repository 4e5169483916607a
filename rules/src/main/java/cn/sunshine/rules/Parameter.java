package cn.sunshine.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * One row of a jurisdiction's parameters: a number or word of policy with the time it is valid.
 *
 * @param name such as {@code income.line.per-person}
 * @param value as written in the pack or by policy staff; read it with {@link #decimal()}, {@link
 *     #number()} or {@link #words()}
 * @param validFrom first day
 * @param validTo last day, that day included; empty while no end is known
 * @param source the article it comes from, such as {@code NT-8}
 * @param note what a reader must know, above all where the document is silent and the value is an
 *     assumption; may be blank
 * @param version counts the changes to this row, from 1
 */
public record Parameter(
    String name,
    Unit unit,
    String value,
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    String source,
    String note,
    int version) {

  /** Whether the row is valid on this day. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Whether there is a day on which both rows are valid. */
  public boolean overlaps(Parameter other) {
    return !other.validTo.orElse(LocalDate.MAX).isBefore(validFrom)
        && !validTo.orElse(LocalDate.MAX).isBefore(other.validFrom);
  }

  /**
   * Whether the value is one its unit allows. Rows edited in a screen should be checked with this
   * before they count.
   */
  public boolean isWellFormed() {
    return unit.accepts(value);
  }

  /** The value as an exact decimal, for money and shares. */
  public BigDecimal decimal() {
    return new BigDecimal(value);
  }

  /** The value as a whole number, for counts and terms. */
  public int number() {
    return Integer.parseInt(value);
  }

  /** The value as a day of every year. */
  public MonthDay monthDay() {
    return MonthDay.parse("--" + value);
  }

  /** The value as a list of words or codes. */
  public List<String> words() {
    return Unit.words(value);
  }
}
