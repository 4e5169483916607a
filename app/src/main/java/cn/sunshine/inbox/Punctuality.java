package cn.sunshine.inbox;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How tasks were decided over the past weeks.
 *
 * @param weeks oldest first; weeks in which nothing was decided are missing
 * @param areas by the code of the area
 */
public record Punctuality(List<Week> weeks, Map<String, Decided> areas, List<Step> steps) {

  /**
   * What was decided, and how much of it before its term was over.
   *
   * @param inTime at most all
   */
  public record Decided(long all, long inTime) {

    public static final Decided NOTHING = new Decided(0, 0);

    public long late() {
      return all - inTime;
    }

    /** The share in time, 0 to 1; 1 when nothing was decided. */
    public double share() {
      return all == 0 ? 1 : (double) inTime / all;
    }

    Decided plus(Decided other) {
      return new Decided(all + other.all, inTime + other.inTime);
    }
  }

  /** What was decided in the week that begins on this Monday. */
  public record Week(LocalDate monday, Decided decided) {}

  /**
   * What was decided in a step.
   *
   * @param median from the arrival to the decision; half of the tasks took no longer
   */
  public record Step(String process, String step, Decided decided, Duration median) {}

  /** All that was decided. */
  public Decided total() {
    return areas.values().stream().reduce(Decided.NOTHING, Decided::plus);
  }
}
