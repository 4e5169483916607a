package cn.sunshine.processes;

import static cn.sunshine.processes.AssetComparison.CITY_COMPARISON;
import static cn.sunshine.processes.AssetComparison.DOUBT_INVESTIGATION;
import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.CORRECTION;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;
import static cn.sunshine.processes.PublicNotice.OBJECTION_REVIEW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of people's steps, {@code NT-6}, {@code NT-9}: on the case of household admission. */
@ProcessTest
class DeadlinesTest {

  private final TestEngine engine;

  DeadlinesTest(TestEngine engine) {
    this.engine = engine;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GROUP_REVIEW,
        COMMITTEE_REVIEW,
        CORRECTION,
        OBJECTION_REVIEW,
        TOWNSHIP_CHECK,
        CITY_COMPARISON,
        DOUBT_INVESTIGATION,
        COUNTY_SIGN_OFF
      })
  void everyStepWarnsBeforeItsTermEndsAndReportsThatItHasEndedAndStaysOpen(String step) {
    CaseAtStep.of(engine, step)
        .timePassesUntilBefore(step, Variables.DUE_SOON)
        .expectNoWork("term-due-soon " + step)
        .timePassesUntil(step, Variables.DUE_SOON)
        .expectWork("term-due-soon " + step)
        .expectOpenTask(step)
        .timePassesUntilBefore(step, Variables.DUE)
        .expectNoWork("term-overdue " + step)
        .timePassesUntil(step, Variables.DUE)
        .expectWork("term-overdue " + step)
        .expectOpenTask(step)
        .timePasses(Duration.ofDays(30))
        .expectWorkTimes(1, "term-due-soon " + step)
        .expectWorkTimes(1, "term-overdue " + step);
  }

  @Test
  void aStepDoneInTimeIsNeverReported() {
    CaseAtStep.of(engine, GROUP_REVIEW)
        .approve(GROUP_REVIEW)
        .timePasses(Duration.ofDays(30))
        .expectNoWork("term-due-soon " + GROUP_REVIEW)
        .expectNoWork("term-overdue " + GROUP_REVIEW);
  }

  @Test
  void aStepDoneTooLateGoesOnAsAnyOther() {
    CaseAtStep.of(engine, GROUP_REVIEW)
        .timePassesUntil(GROUP_REVIEW, Variables.DUE)
        .approve(GROUP_REVIEW)
        .expectOpenTask(COMMITTEE_REVIEW);
  }

  @Test
  void daysOffDoNotCount() {
    engine
        .admission()
        .withWorkdays(0, 9, 10, 11, 12, 16, 17)
        .filed()
        .expectDueSoon(GROUP_REVIEW, 12, Duration.ofHours(12))
        .expectDue(GROUP_REVIEW, 16);
  }

  @Test
  void theDayOfArrivalDoesNotCountEvenWhenItIsAWorkingDay() {
    engine.admission().withWorkdays(0, 1, 2, 3, 4, 5, 6).filed().expectDue(GROUP_REVIEW, 5);
  }

  @Test
  void theNextStepCountsInTheCalendarThatTheLastAnswerBrought() {
    engine
        .admission()
        .filed()
        .withWorkdays(20, 21, 22, 23, 24)
        .approve(GROUP_REVIEW)
        .expectDue(COMMITTEE_REVIEW, 24);
  }

  @Test
  void aCalledProcessHandsTheNewerCalendarBack() {
    CaseAtStep.of(engine, DOUBT_INVESTIGATION)
        .withWorkdays(20, 21, 22, 23, 24)
        .approve(DOUBT_INVESTIGATION)
        .expectDue(COUNTY_SIGN_OFF, 24);
  }

  @Test
  void aWithdrawnCaseReportsNothing() {
    CaseAtStep.of(engine, GROUP_REVIEW)
        .withdraw()
        .timePasses(Duration.ofDays(30))
        .expectNoWork("term-overdue " + GROUP_REVIEW);
  }
}
