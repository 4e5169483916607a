package cn.sunshine.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.PolicyPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringJUnitConfig({
  Regions.class,
  OfficialCalendar.class,
  WorkingDays.class,
  DeadlineController.class,
  DeadlineControllerTest.Beside.class
})
class DeadlineControllerTest {

  @TestConfiguration(proxyBeanMethods = false)
  static class Beside {

    @Bean
    EditedDays nothingEdited() {
      return EditedDays.NONE;
    }

    @Bean
    PolicyPacks packs() {
      return PolicyPacks.load();
    }
  }

  private final MockMvcTester http;

  @Autowired
  DeadlineControllerTest(DeadlineController controller) {
    http = MockMvcTester.of(controller);
  }

  private MvcTestResult ask(String jurisdiction, String from, String days) {
    return http.get()
        .uri("/api/v1/deadlines")
        .param("jurisdiction", jurisdiction)
        .param("from", from)
        .param("workingDays", days)
        .exchange();
  }

  @Test
  void fiveWorkingDaysOverNationalDay2019EndWithTheTenthOfOctober() {
    assertThat(
            http.get()
                .uri(
                    "/api/v1/deadlines?jurisdiction=nantong&from={from}&workingDays=5",
                    "2019-09-27T15:00:00+08:00"))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo("{\"due\": \"2019-10-11T00:00:00+08:00\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-09-27T15:00:00+08:00",
        "2019-09-27T07:00:00Z",
        "2019-09-27T15:00:00 08:00",
        "2019-09-27T15:00",
        "2019-09-27"
      })
  void theMomentOfReceiptMayBeWrittenInSeveralWays(String from) {
    assertThat(ask("nantong", from, "5"))
        .bodyJson()
        .extractingPath("$.due")
        .isEqualTo("2019-10-11T00:00:00+08:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nantong", "3206", "320612101200", ""})
  void theCalendarIsTheSameEverywhere(String jurisdiction) {
    assertThat(ask(jurisdiction, "2019-09-27", "5")).hasStatusOk();
  }

  @Test
  void aYearWithoutDataIsAnsweredWithAWarning() {
    assertThat(ask("nantong", "2034-03-01", "5"))
        .bodyJson()
        .extractingPath("$.warning")
        .asString()
        .startsWith("2034 年");
  }

  @ParameterizedTest(name = "jurisdiction {0}, from {1}, {2} working days: {3}")
  @CsvSource({
    "nantong, '', 5, 请给出 from",
    "nantong, tomorrow, 5, from 的时间格式不对",
    "nantong, 2019-02-30, 5, from 的时间格式不对",
    "nantong, 1019-02-28, 5, from 的年份",
    "nantong, +999999999-01-01T00:00:00+08:00, 5, from 的年份",
    "nantong, 2019-09-27, '', workingDays 应是",
    "nantong, 2019-09-27, 0, workingDays 应是",
    "nantong, 2019-09-27, -1, workingDays 应是",
    "nantong, 2019-09-27, 1.5, workingDays 应是",
    "nantong, 2019-09-27, 1001, workingDays 应是",
    "nantong, 2019-09-27, 99999999999, workingDays 应是",
    "南通, 2019-09-27, 5, jurisdiction 应是",
    "999999, 2019-09-27, 5, 999999"
  })
  void aQuestionThatCannotBeAnsweredIsRefusedWithAReason(
      String jurisdiction, String from, String days, String reason) {
    assertThat(ask(jurisdiction, from, days))
        .failure()
        .rootCause()
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining(reason);
  }
}
