package cn.sunshine.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * How long a term is, whenever it begins. The process models count with the same three numbers.
 *
 * @param days working days, at least 1
 * @param soonDay on which of its working days, from 1, it begins to be due soon
 * @param soonAt the time of that day, in China
 */
public record TermLength(int days, int soonDay, LocalTime soonAt) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("'T'HH:mm:ss'+08:00'");
  private static final BigDecimal SECONDS_A_DAY =
      BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

  public TermLength {
    if (days < 1 || soonDay < 1 || soonDay > days) {
      throw new IllegalArgumentException("no term: " + days + " days, soon on day " + soonDay);
    }
  }

  /**
   * @param days working days, at least 1
   * @param soonShare when less than this share of the term is left it is due soon; 0.3 of five
   *     working days is the last day and a half. Days off do not count, so a long holiday does not
   *     make everything due soon.
   */
  public static TermLength of(int days, BigDecimal soonShare) {
    if (soonShare.signum() <= 0 || soonShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a share is more than 0 and at most 1: " + soonShare);
    }
    BigDecimal passed = BigDecimal.ONE.subtract(soonShare).multiply(BigDecimal.valueOf(days));
    int wholeDays = passed.setScale(0, RoundingMode.DOWN).intValueExact();
    long seconds =
        passed.subtract(BigDecimal.valueOf(wholeDays)).multiply(SECONDS_A_DAY).longValue();
    return new TermLength(days, wholeDays + 1, LocalTime.ofSecondOfDay(seconds));
  }

  /** So many working days longer; the same time before its end it is due soon. */
  public TermLength extendedBy(int more) {
    return new TermLength(days + more, soonDay + more, soonAt);
  }

  /** As the process models read it. */
  public Map<String, Object> asVariable() {
    return Map.of("days", days, "soonDay", soonDay, "soonAt", soonAt.format(TIME));
  }
}
