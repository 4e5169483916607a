package cn.sunshine.processes;

import static cn.sunshine.processes.AssetComparison.CITY_COMPARISON;
import static cn.sunshine.processes.AssetComparison.DOUBT_INVESTIGATION;
import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.CORRECTION;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;

import org.junit.jupiter.api.Test;

/**
 * A household that has left and applies again is compared before anybody reviews it (JY-3, YC-1).
 */
@ProcessTest
class ReturnToPovertyTest {

  private final TestEngine engine;

  ReturnToPovertyTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void whoeverAppliesForTheFirstTimeIsReviewedFirst() {
    engine
        .admission()
        .filed()
        .expectOpenTask(GROUP_REVIEW)
        .expectWork("open-case", "recall-exit", "evaluate-rules application")
        .expectNoWork("compare-assets county");
  }

  @Test
  void whoeverReturnsIsComparedFirstAndAgainBeforeTheSignature() {
    returned()
        .filed()
        .expectOpenTask(GROUP_REVIEW)
        .expectWork(
            "recall-exit", "compare-assets county", "raise-doubts", "evaluate-rules application")
        .approve(GROUP_REVIEW, COMMITTEE_REVIEW)
        .noticeEnds()
        .approve(TOWNSHIP_CHECK)
        .noticeEnds()
        .expectWorkTimes(2, "compare-assets county")
        .approve(COUNTY_SIGN_OFF)
        .expectEnd("admitted", "ADMITTED");
  }

  @Test
  void doubtsAreInvestigatedBeforeTheReviews() {
    returned()
        .withAssetsOutsideTheCounty()
        .withDoubts(1)
        .filed()
        .expectOpenTask(CITY_COMPARISON)
        .approve(CITY_COMPARISON)
        .expectOpenTask(DOUBT_INVESTIGATION)
        .approve(DOUBT_INVESTIGATION)
        .expectOpenTask(GROUP_REVIEW);
  }

  @Test
  void whoeverFailsTheComparisonIsRefusedWithoutReviews() {
    returned()
        .withDoubts(1)
        .filed()
        .reject(DOUBT_INVESTIGATION)
        .expectEnd("refused-by-county", "REFUSED");
  }

  @Test
  void theComparisonCanSendTheApplicationBack() {
    returned()
        .withDoubts(1)
        .filed()
        .giveBack(DOUBT_INVESTIGATION)
        .expectOpenTask(CORRECTION)
        .correct()
        .expectOpenTask(GROUP_REVIEW);
  }

  @Test
  void aRegisterThatDoesNotAnswerStopsTheCaseInsteadOfPassingIt() {
    engine.admission().answering(Variables.RETURNED, null).filed().expectIncidentAt("returned");
  }

  private TestCase returned() {
    return engine.admission().answering(Variables.RETURNED, true);
  }
}
