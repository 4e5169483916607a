package cn.sunshine.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Service;

/** Makes terms and says how much of them is left. */
@Service
public class Terms {

  private static final BigDecimal SECONDS_A_DAY =
      BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M 月 d 日");

  private final WorkingDays workingDays;

  Terms(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /**
   * The term that begins with a receipt.
   *
   * @param days its length in working days, at least 1
   * @param soonShare when less than this share of the term is left it is due soon; 0.3 of five
   *     working days is the last day and a half. Days off do not count, so a long holiday does not
   *     make everything due soon.
   */
  public Term from(Instant received, int days, BigDecimal soonShare) {
    if (soonShare.signum() < 0 || soonShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a share is 0 to 1: " + soonShare);
    }
    List<LocalDate> counted = workingDays.after(WorkingDays.dayOf(received), days);
    Instant due = WorkingDays.startOf(counted.getLast().plusDays(1));
    BigDecimal passed = BigDecimal.ONE.subtract(soonShare).multiply(BigDecimal.valueOf(days));
    int wholeDays = passed.setScale(0, RoundingMode.DOWN).intValueExact();
    if (wholeDays == days) {
      return new Term(due, due);
    }
    long seconds =
        passed.subtract(BigDecimal.valueOf(wholeDays)).multiply(SECONDS_A_DAY).longValue();
    return new Term(due, WorkingDays.startOf(counted.get(wholeDays)).plusSeconds(seconds));
  }

  /** What is left, as people say it: 还剩 2 个工作日, 今天 24:00 到期, 逾期 2 个工作日. */
  public String remaining(Instant due, Instant now) {
    LocalDate today = WorkingDays.dayOf(now);
    LocalDate last = WorkingDays.lastDayOf(due);
    if (!now.isBefore(due)) {
      int late = workingDays.between(last, today);
      return late == 0 ? "已逾期" : "逾期 " + late + " 个工作日";
    }
    if (today.equals(last)) {
      return "今天 24:00 到期";
    }
    int left = workingDays.between(today, last);
    return left == 0 ? last.format(DAY) + " 24:00 到期" : "还剩 " + left + " 个工作日";
  }
}
