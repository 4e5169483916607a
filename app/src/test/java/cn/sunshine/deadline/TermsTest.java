package cn.sunshine.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

  private final WorkingDays workingDays = new WorkingDays(new OfficialCalendar(), EditedDays.NONE);
  private final Terms terms = new Terms(workingDays);

  private static Instant at(String moment) {
    return OffsetDateTime.parse(moment + "+08:00").toInstant();
  }

  @ParameterizedTest(name = "share {0} of five working days over National Day: soon from {1}")
  @CsvSource({
    "0.3, 2019-10-09T12:00",
    "0.2, 2019-10-10T00:00",
    "0.1, 2019-10-10T12:00",
    "0.6, 2019-10-08T00:00",
    "1, 2019-09-29T00:00"
  })
  void aTermIsDueSoonWhenLessThanItsShareIsLeftAndDaysOffDoNotCount(BigDecimal share, String soon) {
    Term term = terms.from(at("2019-09-27T15:00"), TermLength.of(5, share));

    assertThat(term).isEqualTo(new Term(at("2019-10-11T00:00"), at(soon)));
  }

  @Test
  void aTermIsDueWhenTheCalendarSaysSo() {
    Instant received = at("2026-11-21T09:00");

    assertThat(terms.from(received, TermLength.of(7, new BigDecimal("0.3"))).due())
        .isEqualTo(workingDays.due(received, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "0", "1.1"})
  void aShareIsAShare(BigDecimal share) {
    assertThatThrownBy(() -> TermLength.of(5, share)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "2019-09-27T15:00, ON_TRACK",
    "2019-10-05T08:00, ON_TRACK",
    "2019-10-09T11:59:59, ON_TRACK",
    "2019-10-09T12:00, DUE_SOON",
    "2019-10-10T23:59:59, DUE_SOON",
    "2019-10-11T00:00, OVERDUE",
    "2020-01-01T00:00, OVERDUE"
  })
  void theStateFollowsTheClock(String now, Sla state) {
    Term term = terms.from(at("2019-09-27T15:00"), TermLength.of(5, new BigDecimal("0.3")));

    assertThat(Sla.of(term.due(), term.dueSoon(), at(now))).isEqualTo(state);
  }

  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "2019-09-27T15:00, 还剩 5 个工作日",
    "2019-09-29T15:00, 还剩 4 个工作日",
    "2019-10-03T08:00, 还剩 3 个工作日",
    "2019-10-09T23:59:59, 还剩 1 个工作日",
    "2019-10-10T00:00, 今天 24:00 到期",
    "2019-10-10T23:59:59, 今天 24:00 到期",
    "2019-10-11T00:00, 逾期 1 个工作日",
    "2019-10-12T09:00, 逾期 2 个工作日",
    "2019-10-13T09:00, 逾期 2 个工作日"
  })
  void whatIsLeftIsSaidInWorkingDays(String now, String words) {
    assertThat(terms.remaining(at("2019-10-11T00:00"), at(now))).isEqualTo(words);
  }

  @Test
  void aTermThatEndedOnAFridayIsOverOnSaturdayThoughNoWorkingDayHasPassed() {
    assertThat(terms.remaining(at("2026-11-21T00:00"), at("2026-11-21T10:00"))).isEqualTo("已逾期");
  }

  @Test
  void aTermThatEndsOnASundayIsNamedByItsDay() {
    assertThat(terms.remaining(at("2026-11-23T00:00"), at("2026-11-21T10:00")))
        .isEqualTo("11 月 22 日 24:00 到期");
  }
}
