package cn.sunshine.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long something took, each time; recorded from any thread. */
final class Latencies {

  private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
  private static final int DIGITS = 3;
  private static final double MICROS_IN_A_MILLISECOND = 1_000;

  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

  /**
   * @param from when it began, of {@link System#nanoTime()}
   * @param until when it had ended
   */
  void record(long from, long until) {
    long took = TimeUnit.NANOSECONDS.toMicros(Math.max(0, until - from));
    micros.recordValue(Math.min(LONGEST_MICROS, took));
  }

  /** Records what has taken from then until now. */
  void recordSince(long from) {
    record(from, System.nanoTime());
  }

  long count() {
    return micros.getTotalCount();
  }

  /** The time, in milliseconds, that this share (0 to 100) of all did not exceed. */
  double milliseconds(double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS_IN_A_MILLISECOND;
  }

  double longestMilliseconds() {
    return micros.getMaxValue() / MICROS_IN_A_MILLISECOND;
  }
}
