package cn.sunshine.rules;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** A rule set's quick way to its outcome. Not shared between threads. */
abstract class HouseholdScreen {

  /**
   * The outcome.
   *
   * @throws ArithmeticException when a number does not fit
   * @throws InvalidFacts when the facts are not what the rule set's interface allows
   */
  abstract String outcome(ScreenedHousehold household);

  /** The number of members for a compiled table. */
  static long members(OptionalInt members) {
    return members.isPresent() ? count(members.getAsInt()) : Arithmetic.NULL;
  }

  /** An income for a compiled table. */
  static long income(OptionalLong fen) {
    return fen.orElse(Arithmetic.NULL);
  }

  /** A number of things for a compiled table. */
  static long count(long things) {
    return things * 100;
  }
}
