package cn.sunshine.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The State Council's holidays and make-up workdays, from the files {@code calendar/<year>.json}.
 */
@Component
class OfficialCalendar {

  private static final Year FIRST_YEAR = Year.of(2014);

  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> makeUpDays = new HashSet<>();
  private final Year lastYear;

  OfficialCalendar() {
    Year year = FIRST_YEAR;
    while (file(year).exists()) {
      read(year);
      year = year.plusYears(1);
    }
    lastYear = year.minusYears(1);
  }

  /** Whether people work on this day; in a year without data as the week says. */
  boolean isWorkingDay(LocalDate day) {
    return makeUpDays.contains(day) || !holidays.contains(day) && !isWeekend(day);
  }

  boolean covers(Year year) {
    return !year.isBefore(FIRST_YEAR) && !year.isAfter(lastYear);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static ClassPathResource file(Year year) {
    return new ClassPathResource("calendar/" + year + ".json");
  }

  private void read(Year year) {
    try (InputStream in = file(year).getInputStream()) {
      JsonNode data = JsonMapper.shared().readTree(in);
      add(data.required("holidays"), holidays);
      add(data.required("workdays"), makeUpDays);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void add(JsonNode daysWithNames, Set<LocalDate> days) {
    Collection<String> names = daysWithNames.propertyNames();
    names.stream().map(LocalDate::parse).forEach(days::add);
  }
}
