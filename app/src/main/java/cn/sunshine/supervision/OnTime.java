package cn.sunshine.supervision;

import java.util.Locale;

/** How a share of tasks that were decided in time is written and judged. */
final class OnTime {

  /** What is aimed at. No article names a figure; this one is on the chart as a line. */
  static final double TARGET = 0.95;

  private static final double TOO_LOW = 0.85;

  private OnTime() {}

  /** {@code 98.6%}; what is not all is never written as 100%. */
  static String percent(double share) {
    double percent = share < 1 ? Math.min(99.9, 100 * share) : 100;
    return percent == 100 ? "100%" : String.format(Locale.ROOT, "%.1f%%", percent);
  }

  static String toneOf(double share) {
    if (share >= TARGET) {
      return "good";
    }
    return share >= TOO_LOW ? "warning" : "bad";
  }
}
