package cn.sunshine.processes;

import static cn.sunshine.processes.AssetComparison.CITY_COMPARISON;
import static cn.sunshine.processes.AssetComparison.DOUBT_INVESTIGATION;
import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.CORRECTION;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;
import static cn.sunshine.processes.PublicNotice.OBJECTION_REVIEW;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Household admission in Nantong, {@code NT-8}, {@code NT-9}. */
@ProcessTest
class HouseholdAdmissionTest {

  private final TestEngine engine;

  HouseholdAdmissionTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void everyLevelAgreesAndTheHouseholdIsRegistered() {
    engine
        .admission()
        .filed()
        .expectOpenTask(GROUP_REVIEW)
        .approve(GROUP_REVIEW)
        .expectOpenTask(COMMITTEE_REVIEW)
        .approve(COMMITTEE_REVIEW)
        .expectNoOpenTask()
        .noticeEnds()
        .expectOpenTask(TOWNSHIP_CHECK)
        .approve(TOWNSHIP_CHECK)
        .expectNoOpenTask()
        .noticeEnds()
        .expectOpenTask(COUNTY_SIGN_OFF)
        .approve(COUNTY_SIGN_OFF)
        .expectWork(
            "open-case",
            "evaluate-rules application",
            "publish-notice village",
            "publish-notice township",
            "compare-assets county",
            "raise-doubts",
            "evaluate-rules final",
            "register-household",
            "close-case ADMITTED")
        .expectEnd("admitted", "ADMITTED");
  }

  @Test
  void anApplicationSentTwiceStartsOneCase() {
    engine.admission().filed().filed().expectOpenTask(GROUP_REVIEW);
  }

  @Test
  void theFirstCalculationIsOnlyAdvice() {
    engine.admission().answering("application", "INELIGIBLE").filed().expectOpenTask(GROUP_REVIEW);
  }

  @ParameterizedTest
  @CsvSource({
    GROUP_REVIEW + ",refused-by-village",
    COMMITTEE_REVIEW + ",refused-by-village",
    TOWNSHIP_CHECK + ",refused-by-township",
    CITY_COMPARISON + ",refused-by-county",
    DOUBT_INVESTIGATION + ",refused-by-county",
    COUNTY_SIGN_OFF + ",refused-by-county"
  })
  void whoeverRejectsEndsTheCase(String step, String endEvent) {
    caseAt(step).reject(step).expectNoWork("register-household").expectEnd(endEvent, "REFUSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INELIGIBLE", "DOUBTS", "CANNOT_DECIDE"})
  void onlyAnEligibleHouseholdGoesToTheCounty(String eligibility) {
    CaseAtStep.afterNotices(engine.admission().judgedAtLast(eligibility))
        .expectEnd("refused-by-county", "REFUSED");
  }

  @Test
  void eligibilityIsJudgedAgainEveryTime() {
    caseAt(COUNTY_SIGN_OFF)
        .expectOpenTask(COUNTY_SIGN_OFF)
        .judgedAtLast("INELIGIBLE")
        .giveBack(COUNTY_SIGN_OFF, DOUBT_INVESTIGATION)
        .approve(DOUBT_INVESTIGATION)
        .expectEnd("refused-by-county", "REFUSED");
  }

  @ParameterizedTest
  @MethodSource("everyReturn")
  void eachStepReturnsToEachEarlierStepThatItsModelNames(String step, String target) {
    caseAt(step).giveBack(step, target).expectOpenTask(target);
  }

  static Stream<Arguments> everyReturn() {
    return ProcessLibrary.onClassPath()
        .withCalled("nantong", HouseholdAdmission.PROCESS_ID)
        .stream()
        .flatMap(model -> model.userTasks().stream())
        .flatMap(task -> task.returnTo().stream().map(target -> arguments(task.id(), target)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GROUP_REVIEW,
        COMMITTEE_REVIEW,
        TOWNSHIP_CHECK,
        CITY_COMPARISON,
        DOUBT_INVESTIGATION,
        COUNTY_SIGN_OFF
      })
  void aReturnWithoutATargetGoesToTheApplicant(String step) {
    caseAt(step).giveBack(step).expectOpenTask(CORRECTION);
  }

  @Test
  void aReturnWithoutATargetForgetsTheTargetOfAnEarlierReturn() {
    caseAt(TOWNSHIP_CHECK)
        .giveBack(TOWNSHIP_CHECK, COMMITTEE_REVIEW)
        .giveBack(COMMITTEE_REVIEW)
        .expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {COUNTY_SIGN_OFF, "nowhere", ""})
  void aTargetThatIsNoEarlierStepGoesToTheApplicant(String target) {
    caseAt(COMMITTEE_REVIEW).giveBack(COMMITTEE_REVIEW, target).expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GROUP_REVIEW,
        COMMITTEE_REVIEW,
        TOWNSHIP_CHECK,
        CITY_COMPARISON,
        DOUBT_INVESTIGATION,
        COUNTY_SIGN_OFF
      })
  void aDecisionThatIsNoneNeverCountsAsConsent(String step) {
    caseAt(step).decide(step, Map.of()).expectOpenTask(CORRECTION);
  }

  @Test
  void correctedDataAreCalculatedAndReviewedFromTheBeginning() {
    caseAt(TOWNSHIP_CHECK)
        .giveBack(TOWNSHIP_CHECK)
        .correct()
        .expectOpenTask(GROUP_REVIEW)
        .expectWork(
            "evaluate-rules application", "publish-notice village", "evaluate-rules application")
        .approve(GROUP_REVIEW)
        .expectOpenTask(COMMITTEE_REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GROUP_REVIEW,
        COMMITTEE_REVIEW,
        OBJECTION_REVIEW,
        TOWNSHIP_CHECK,
        CITY_COMPARISON,
        DOUBT_INVESTIGATION,
        COUNTY_SIGN_OFF
      })
  void theApplicantCanWithdrawAtAnyStep(String step) {
    caseAt(step).expectOpenTask(step).withdraw().expectEnd("withdrawn", "WITHDRAWN");
  }

  @Test
  void theApplicantCanWithdrawInsteadOfCorrecting() {
    caseAt(COMMITTEE_REVIEW)
        .giveBack(COMMITTEE_REVIEW)
        .withdraw()
        .expectEnd("withdrawn", "WITHDRAWN");
  }

  @Test
  void theApplicantCanWithdrawWhileANoticeRuns() {
    TestCase withdrawn = CaseAtStep.villageNotice(engine.admission()).withdraw();
    withdrawn.expectEnd("withdrawn", "WITHDRAWN");
    withdrawn.noticeEnds().expectEnd("withdrawn", "WITHDRAWN");
  }

  private TestCase caseAt(String step) {
    return CaseAtStep.of(engine, step);
  }
}
