package cn.sunshine.rules;

import java.math.BigDecimal;

/**
 * A sum of a decision table's input expression, over the values of one evaluation as fixed-point
 * numbers. Exact: what FEEL calculates with 34 digits comes out the same, and what does not fit
 * into a {@code long} is an {@link ArithmeticException}, never a wrong number. Null in, null out,
 * as in FEEL.
 */
sealed interface Arithmetic {

  /** How null is written among the values. */
  long NULL = Long.MIN_VALUE;

  /** Decimals of the values that are put in: fen. */
  int SCALE = 2;

  /** Values beyond this are left to Drools, so that ordinary sums stay far from the limits. */
  long MOST = 1_000_000_000_000_000L;

  /**
   * The value of the expression.
   *
   * @throws ArithmeticException when it does not fit
   */
  long of(long[] values);

  /** With how many decimals {@link #of} answers. */
  int scale();

  /** A value that was put in. */
  record Value(int slot) implements Arithmetic {
    @Override
    public long of(long[] values) {
      return values[slot];
    }

    @Override
    public int scale() {
      return SCALE;
    }
  }

  /** A number in the text of the model. */
  record Constant(long unscaled, int scale) implements Arithmetic {
    @Override
    public long of(long[] values) {
      return unscaled;
    }
  }

  /** Two sides with the same number of decimals, added. */
  record Sum(Arithmetic left, Arithmetic right) implements Arithmetic {
    @Override
    public long of(long[] values) {
      long a = left.of(values);
      long b = right.of(values);
      return a == NULL || b == NULL ? NULL : checked(Math.addExact(a, b));
    }

    @Override
    public int scale() {
      return left.scale();
    }
  }

  /** Two sides with the same number of decimals, the right one taken from the left. */
  record Difference(Arithmetic left, Arithmetic right) implements Arithmetic {
    @Override
    public long of(long[] values) {
      long a = left.of(values);
      long b = right.of(values);
      return a == NULL || b == NULL ? NULL : checked(Math.subtractExact(a, b));
    }

    @Override
    public int scale() {
      return left.scale();
    }
  }

  /** Both sides multiplied; their decimals add up. */
  record Product(Arithmetic left, Arithmetic right) implements Arithmetic {
    @Override
    public long of(long[] values) {
      long a = left.of(values);
      long b = right.of(values);
      return a == NULL || b == NULL ? NULL : checked(Math.multiplyExact(a, b));
    }

    @Override
    public int scale() {
      return left.scale() + right.scale();
    }
  }

  /** The same number with more decimals. */
  record Finer(Arithmetic number, int more, long factor) implements Arithmetic {
    @Override
    public long of(long[] values) {
      long a = number.of(values);
      return a == NULL ? NULL : checked(Math.multiplyExact(a, factor));
    }

    @Override
    public int scale() {
      return number.scale() + more;
    }
  }

  /** The same with so many decimals, which must not be fewer. */
  default Arithmetic withScale(int scale) {
    int more = scale - scale();
    return more == 0 ? this : new Finer(this, more, BigDecimal.TEN.pow(more).longValueExact());
  }

  private static long checked(long result) {
    if (result == NULL) {
      throw new ArithmeticException("overflow");
    }
    return result;
  }
}
