package cn.sunshine.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

  private final Map<LocalDate, String> holidays = new HashMap<>();
  private final Map<LocalDate, String> makeUpDays = new HashMap<>();
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
    return makeUpDays.containsKey(day) || !holidays.containsKey(day) && !isWeekend(day);
  }

  /** The Chinese name of the holiday that made this day one off, or one to make up for it. */
  Optional<String> occasionOf(LocalDate day) {
    return Optional.ofNullable(holidays.get(day))
        .or(() -> Optional.ofNullable(makeUpDays.get(day)));
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

  /** The data names a day's holiday as {@code National Day,国庆节,3}. */
  private static void add(JsonNode daysWithNames, Map<LocalDate, String> days) {
    daysWithNames
        .properties()
        .forEach(
            day ->
                days.put(LocalDate.parse(day.getKey()), day.getValue().asString().split(",")[1]));
  }
}
