package cn.sunshine.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Service;

/** Makes terms and says how much of them is left. */
@Service
public class Terms {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M 月 d 日");

  private final WorkingDays workingDays;

  Terms(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /** The terms of a region, whose calendar may differ. */
  public Terms in(String region) {
    return new Terms(workingDays.in(region));
  }

  /** How long a term is that began with a receipt: the other way round. */
  public TermLength lengthOf(Instant received, Term term) {
    LocalDate began = WorkingDays.dayOf(received);
    int days = Math.max(1, workingDays.between(began, WorkingDays.lastDayOf(term.due())));
    int soonDay = workingDays.between(began, WorkingDays.dayOf(term.dueSoon()));
    return new TermLength(
        days, Math.clamp(soonDay, 1, days), term.dueSoon().atZone(WorkingDays.CHINA).toLocalTime());
  }

  /** The term of this length that begins with a receipt. */
  public Term from(Instant received, TermLength length) {
    List<LocalDate> counted = workingDays.after(WorkingDays.dayOf(received), length.days());
    return new Term(
        WorkingDays.startOf(counted.getLast().plusDays(1)),
        counted
            .get(length.soonDay() - 1)
            .atTime(length.soonAt())
            .atZone(WorkingDays.CHINA)
            .toInstant());
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
