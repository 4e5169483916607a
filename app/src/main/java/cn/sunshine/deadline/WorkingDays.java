package cn.sunshine.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Counts in working days, by one rule:
 *
 * <p><b>Day 1 of a term is the first working day after the day of receipt</b>, whatever the hour of
 * receipt and whether or not that day is a working day; <b>the term ends at the end (24:00,
 * Asia/Shanghai) of its last day</b>. 24:00 is kept as what it is, the first moment of the next
 * day: a term that ends with 10 October is due at {@code 2019-10-11T00:00:00+08:00}. What happens
 * before that moment is in time.
 *
 * <p>Working days follow the State Council's yearly notices, and what staff have entered for the
 * country or a region goes before them. In a year without a notice they are Monday to Friday, and
 * {@link #warning} says so.
 */
@Service
public class WorkingDays {

  /** All terms of the policy documents are meant in China's time. */
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final OfficialCalendar calendar;
  private final EditedDays edits;
  private final String region;

  @Autowired
  WorkingDays(OfficialCalendar calendar, EditedDays edits) {
    this(calendar, edits, "");
  }

  private WorkingDays(OfficialCalendar calendar, EditedDays edits, String region) {
    this.calendar = calendar;
    this.edits = edits;
    this.region = region;
  }

  /**
   * The working days of a region: those of the country, but for what was entered for the region.
   */
  public WorkingDays in(String regionCode) {
    return new WorkingDays(calendar, edits, regionCode);
  }

  public boolean isWorkingDay(LocalDate day) {
    return edits.isWorkingDay(region, day).orElseGet(() -> calendar.isWorkingDay(day));
  }

  /**
   * The holiday for which the State Council has made this day one off or one to work, such as 国庆节.
   */
  Optional<String> occasionOf(LocalDate day) {
    return calendar.occasionOf(day);
  }

  /** The end of a term that begins with this receipt. */
  public Instant due(Instant received, int workingDays) {
    return endOf(after(dayOf(received), workingDays).getLast());
  }

  /** The next working days from the day of this moment on, that day among them if it is one. */
  public List<LocalDate> ahead(Instant now, int count) {
    return after(dayOf(now).minusDays(1), count);
  }

  /** How many working days lie after the first day up to and including the last. */
  public int between(LocalDate after, LocalDate last) {
    return (int) after.plusDays(1).datesUntil(last.plusDays(1)).filter(this::isWorkingDay).count();
  }

  /**
   * A sentence for staff when the period reaches into a year whose working days are not known yet,
   * so that what is counted there can still change; empty when all is known.
   */
  public Optional<String> warning(LocalDate from, LocalDate to) {
    return Stream.iterate(
            Year.from(from), year -> !year.isAfter(Year.from(to)), year -> year.plusYears(1))
        .filter(year -> !calendar.covers(year) && !edits.covers(year))
        .findFirst()
        .map(year -> year + " 年的放假和调休安排尚未录入，暂按周一至周五为工作日计算；请在国务院办公厅发布通知后录入。");
  }

  /** The first working days after a day. */
  List<LocalDate> after(LocalDate day, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a term has at least one working day: " + count);
    }
    return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
        .filter(this::isWorkingDay)
        .limit(count)
        .toList();
  }

  /** The day a moment belongs to. */
  static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, CHINA);
  }

  /** The last day of a term that ends at this moment: 24:00 belongs to the day it ends. */
  static LocalDate lastDayOf(Instant due) {
    return dayOf(due.minusNanos(1));
  }

  private static Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(CHINA).toInstant();
  }
}
