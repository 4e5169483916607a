package cn.sunshine.processes;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the app gives every case to count its terms with, {@link Variables#WORKDAYS} and {@link
 * Variables#TERMS}: here every Monday to Friday, and five working days for each step, of which the
 * last day and a half are soon.
 */
final class TestTerms {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final int DAYS = 5;

  private static final int AHEAD = 60;
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private TestTerms() {}

  /** The working days from the day of this moment on. */
  static List<String> workdays(Instant now) {
    return Stream.iterate(LocalDate.ofInstant(now, CHINA), day -> day.plusDays(1))
        .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
        .limit(AHEAD)
        .map(LocalDate::toString)
        .toList();
  }

  /** A term for each key that one of the models counts with. */
  static Map<String, Object> terms() {
    return ProcessFile.all()
        .flatMap(file -> file.model().termKeys().stream())
        .distinct()
        .collect(Collectors.toMap(key -> key, key -> term(DAYS)));
  }

  /** A term of so many working days, soon from noon of the last but one. */
  static Map<String, Object> term(int days) {
    return Map.of("days", days, "soonDay", Math.max(1, days - 1), "soonAt", "T12:00:00+08:00");
  }
}
