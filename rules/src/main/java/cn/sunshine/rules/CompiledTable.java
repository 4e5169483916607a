package cn.sunshine.rules;

import java.util.List;

/**
 * A decision table whose cells have been worked out beforehand. Each column's possible values fall
 * into regions in which all its cells say the same, such as "below 0", "0", "above 0" and "null";
 * which rows a region allows is a set of bits. To evaluate is to find the region of each column and
 * to intersect their sets.
 *
 * @param columns at least one
 * @param required slots of the decisions that this one needs
 * @param outputs the value of each row
 * @param words how many longs a set of rows takes
 */
record CompiledTable(
    List<Column> columns, int[] required, HitPolicy hitPolicy, long[] outputs, int words) {

  /** No row decided. */
  static final int NO_ROW = -1;

  /** In the place of a value: the table failed, and what needs it is not evaluated. */
  static final long FAILED = Long.MIN_VALUE + 1;

  private static final int BITS = 64;

  /** What is to happen when several rows match. */
  enum HitPolicy {
    /** Only one may. */
    UNIQUE,
    /** The first decides. */
    FIRST,
    /** All must say the same. */
    ANY
  }

  /**
   * A column.
   *
   * @param regions finds the region of a value
   * @param rows the rows that each region allows, as bits
   */
  record Column(Regions regions, long[][] rows) {}

  /** Finds in which region of its column a value is. */
  sealed interface Regions {
    int of(long[] values);
  }

  /**
   * A number: below the first point, on it, between it and the next, and so on; null is the last
   * region.
   */
  record NumberRegions(Arithmetic expression, long[] points) implements Regions {
    @Override
    public int of(long[] values) {
      long value = expression.of(values);
      if (value == Arithmetic.NULL) {
        return 2 * points.length + 1;
      }
      int low = 0;
      int high = points.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (points[middle] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low < points.length && points[low] == value ? 2 * low + 1 : 2 * low;
    }
  }

  /** A text or a truth by its code; what the column does not mention is a region of its own. */
  record CodeRegions(int slot, int[] regionOfCode, int nullRegion) implements Regions {
    @Override
    public int of(long[] values) {
      long code = values[slot];
      return code == Arithmetic.NULL ? nullRegion : regionOfCode[(int) code];
    }
  }

  /**
   * The row that decides.
   *
   * @param values of inputs and of the decisions before; gets this table's value at {@code slot}
   * @return index of the row, or {@link #NO_ROW}
   * @throws ArithmeticException when a number does not fit
   */
  int decide(long[] values, int slot) {
    values[slot] = FAILED;
    for (int decision : required) {
      if (values[decision] == FAILED) {
        return NO_ROW;
      }
    }
    return words == 1 ? decideByOneWord(values, slot) : decideByWords(values, slot);
  }

  private int decideByOneWord(long[] values, int slot) {
    long rows = -1;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      rows &= column.rows[column.regions.of(values)][0];
    }
    if (rows == 0) {
      values[slot] = Arithmetic.NULL;
      return NO_ROW;
    }
    int first = Long.numberOfTrailingZeros(rows);
    boolean several = (rows & (rows - 1)) != 0;
    return several && isViolated(new long[] {rows}, first) ? NO_ROW : hit(values, slot, first);
  }

  private int decideByWords(long[] values, int slot) {
    long[] rows = new long[words];
    java.util.Arrays.fill(rows, -1);
    for (Column column : columns) {
      int region = column.regions.of(values);
      for (int word = 0; word < words; word++) {
        rows[word] &= column.rows[region][word];
      }
    }
    int matches = 0;
    int first = NO_ROW;
    for (int word = words - 1; word >= 0; word--) {
      matches += Long.bitCount(rows[word]);
      if (rows[word] != 0) {
        first = word * BITS + Long.numberOfTrailingZeros(rows[word]);
      }
    }
    if (matches == 0) {
      values[slot] = Arithmetic.NULL;
      return NO_ROW;
    }
    return matches > 1 && isViolated(rows, first) ? NO_ROW : hit(values, slot, first);
  }

  private int hit(long[] values, int slot, int row) {
    values[slot] = outputs[row];
    return row;
  }

  /** Whether more rows match than the hit policy can bear. */
  private boolean isViolated(long[] rows, int first) {
    return switch (hitPolicy) {
      case UNIQUE -> true;
      case FIRST -> false;
      case ANY -> {
        for (int row = first; row < outputs.length; row++) {
          if ((rows[row / BITS] >>> row & 1) != 0 && outputs[row] != outputs[first]) {
            yield true;
          }
        }
        yield false;
      }
    };
  }
}
