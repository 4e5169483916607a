package cn.sunshine.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private final OfficialCalendar calendar = new OfficialCalendar();
  private final WorkingDays workingDays = new WorkingDays(calendar, EditedDays.NONE);

  @ParameterizedTest(name = "{0}: received {1}, {2} working days, due {3}")
  @CsvSource({
    "over National Day with its make-up Sunday, 2019-09-27T15:00+08:00, 5, 2019-10-11T00:00+08:00",
    "an ordinary week, 2019-08-05T09:00+08:00, 5, 2019-08-13T00:00+08:00",
    "received in the last second of a day, 2019-08-05T23:59:59+08:00, 1, 2019-08-07T00:00+08:00",
    "received a second later, 2019-08-06T00:00+08:00, 1, 2019-08-08T00:00+08:00",
    "received on a Saturday, 2019-08-10T09:00+08:00, 1, 2019-08-13T00:00+08:00",
    "received within the Spring Festival, 2019-02-06T09:00+08:00, 3, 2019-02-14T00:00+08:00",
    "make-up Saturday before the festival, 2019-02-01T09:00+08:00, 2, 2019-02-04T00:00+08:00",
    "make-up Saturday after National Day, 2019-10-11T09:00+08:00, 1, 2019-10-13T00:00+08:00",
    "received on a make-up Saturday, 2019-10-12T09:00+08:00, 1, 2019-10-15T00:00+08:00",
    "the festival that was made longer in 2020, 2020-01-22T09:00+08:00, 2, 2020-02-04T00:00+08:00",
    "over the turn of the year, 2024-12-31T09:00+08:00, 1, 2025-01-03T00:00+08:00",
    "written in UTC it is already the next day in China, 2019-08-05T16:30Z, 1, 2019-08-08T00:00+08:00"
  })
  void dayOneIsTheFirstWorkingDayAfterReceiptAndTheTermEndsAtTwentyFour(
      String situation, OffsetDateTime received, int days, OffsetDateTime due) {
    assertThat(workingDays.due(received.toInstant(), days)).isEqualTo(due.toInstant());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aTermHasAtLeastOneDay(int days) {
    assertThatThrownBy(() -> workingDays.due(Instant.EPOCH, days))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-14, true",
    "2026-02-16, false",
    "2026-10-10, true",
    "2026-11-20, true",
    "2026-11-21, false"
  })
  void workingDaysFollowTheStateCouncilsNotice(LocalDate day, boolean working) {
    assertThat(workingDays.isWorkingDay(day)).isEqualTo(working);
  }

  @ParameterizedTest(name = "from the {0} exclusive to the {1} inclusive: {2}")
  @CsvSource({
    "2019-09-27, 2019-10-10, 5",
    "2019-09-30, 2019-10-07, 0",
    "2019-08-09, 2019-08-09, 0"
  })
  void daysBetweenAreCountedByTheSameRule(LocalDate after, LocalDate last, int count) {
    assertThat(workingDays.between(after, last)).isEqualTo(count);
  }

  @Test
  void everyYearFrom2014To2026IsKnown() {
    assertThat(IntStream.rangeClosed(2014, 2026).mapToObj(Year::of)).allMatch(calendar::covers);
    assertThat(calendar.covers(Year.of(2013))).isFalse();
  }

  @Test
  void everyKnownYearHasAsManyWorkingDaysAsALawyerExpects() {
    for (int year = 2014; year <= 2026; year++) {
      assertThat(workingDays.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
          .as("working days of %d", year)
          .isBetween(246, 252);
    }
  }

  @Test
  void anUnknownYearFollowsTheWeekAndWarns() {
    assertThat(workingDays.isWorkingDay(LocalDate.of(2035, 10, 1))).isTrue();
    assertThat(workingDays.isWorkingDay(LocalDate.of(2035, 10, 6))).isFalse();
    assertThat(workingDays.warning(LocalDate.of(2026, 12, 30), LocalDate.of(2035, 1, 5)))
        .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("2027 年").contains("尚未录入"));
  }

  @Test
  void withinKnownYearsThereIsNothingToWarnOf() {
    assertThat(workingDays.warning(LocalDate.of(2014, 1, 1), LocalDate.of(2026, 12, 31))).isEmpty();
  }
}
