package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All numbers, divided at some points: below the first one, the first one itself, between it and
 * the second, and so on. Even pieces are open intervals, odd ones are the points.
 *
 * @param points in order, each once
 */
record NumberLine(List<BigDecimal> points) {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  static NumberLine at(Collection<Object> constants) {
    return new NumberLine(
        constants.stream()
            .map(constant -> ((BigDecimal) constant).stripTrailingZeros())
            .distinct()
            .sorted()
            .toList());
  }

  int pieces() {
    return 2 * points.size() + 1;
  }

  /** A number that lies in a piece. */
  BigDecimal sample(int piece) {
    if (points.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (isPoint(piece)) {
      return points.get(piece / 2);
    }
    if (piece == 0) {
      return points.getFirst().subtract(BigDecimal.ONE);
    }
    return piece == pieces() - 1
        ? points.getLast().add(BigDecimal.ONE)
        : points.get(piece / 2 - 1).add(points.get(piece / 2)).divide(TWO);
  }

  /**
   * Some pieces as people say them; neighbours are told as one.
   *
   * @param some in order
   */
  String words(List<Integer> some) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int next = 1; next <= some.size(); next++) {
      if (next == some.size() || some.get(next) != some.get(next - 1) + 1) {
        words.add(words(some.get(from), some.get(next - 1)));
        from = next;
      }
    }
    return String.join(" 或", words);
  }

  private String words(int first, int last) {
    boolean fromPoint = isPoint(first);
    boolean toPoint = isPoint(last);
    if (first == 0 && last == pieces() - 1) {
      return "任何数";
    }
    if (first == 0) {
      return (toPoint ? "小于或等于 " : "小于 ") + plain(last / 2);
    }
    String low = plain((first - 1) / 2);
    if (last == pieces() - 1) {
      return (fromPoint ? "大于或等于 " : "大于 ") + low;
    }
    if (first == last && fromPoint) {
      return "等于 " + low;
    }
    String high = plain(last / 2);
    if (!fromPoint && !toPoint) {
      return "%s 与 %s 之间".formatted(low, high);
    }
    String ends = fromPoint && toPoint ? "含两端" : "含 " + (fromPoint ? low : high);
    return "%s 至 %s（%s）".formatted(low, high, ends);
  }

  private static boolean isPoint(int piece) {
    return piece % 2 == 1;
  }

  private String plain(int point) {
    return points.get(point).toPlainString();
  }
}
