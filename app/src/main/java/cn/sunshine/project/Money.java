package cn.sunshine.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** Amounts in yuan with two decimals, exact. */
final class Money {

  static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

  private Money() {}

  /** An amount that a form has accepted: a number of at most two decimals. */
  static BigDecimal of(Object answer) {
    return answer == null
        ? ZERO
        : new BigDecimal(answer.toString()).setScale(2, RoundingMode.UNNECESSARY);
  }

  static BigDecimal sum(Collection<BigDecimal> amounts) {
    return amounts.stream().reduce(ZERO, BigDecimal::add);
  }

  static String words(BigDecimal amount) {
    return String.format("%,.2f 元", amount);
  }
}
