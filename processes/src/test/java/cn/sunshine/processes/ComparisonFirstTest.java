package cn.sunshine.processes;

import static cn.sunshine.processes.AdmissionPlace.JIANGYIN;
import static cn.sunshine.processes.AdmissionPlace.SICHUAN;
import static cn.sunshine.processes.AdmissionPlace.WUJIN;
import static cn.sunshine.processes.AdmissionPlace.YANCHENG;
import static cn.sunshine.processes.AssetComparison.CITY_COMPARISON;
import static cn.sunshine.processes.AssetComparison.DOUBT_INVESTIGATION;
import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.COMPARISON_AUTHORISATION;
import static cn.sunshine.processes.HouseholdAdmission.CORRECTION;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_ANNOUNCEMENT;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.HOUSEHOLD_SURVEY;
import static cn.sunshine.processes.HouseholdAdmission.REPRESENTATIVES_MEETING;
import static cn.sunshine.processes.HouseholdAdmission.REVIEW_MEETING;
import static cn.sunshine.processes.HouseholdAdmission.SPOT_CHECK;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;
import static cn.sunshine.processes.PublicNotice.OBJECTION_REVIEW;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In what order and by whom an admission is worked in each place: in Jiangyin and Yancheng the
 * comparison comes before everything (JY-3, YC-1), elsewhere for who returns to poverty.
 */
@ProcessTest
class ComparisonFirstTest {

  private final TestEngine engine;

  ComparisonFirstTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void inJiangyinEverybodyIsComparedBeforeTheSurveyAndTheNotices() {
    engine
        .caseOf(JIANGYIN.process())
        .filed()
        .expectOpenTask(HOUSEHOLD_SURVEY)
        .expectOffice(HOUSEHOLD_SURVEY, "department@county")
        .expectWork(
            "open-case",
            "recall-exit",
            "compare-assets county",
            "raise-doubts",
            "evaluate-rules compared")
        .expectNoWork("publish-notice village")
        .approve(HOUSEHOLD_SURVEY)
        .expectWork("evaluate-rules compared", "publish-notice village")
        .noticeEnds()
        .approve(TOWNSHIP_CHECK)
        .expectWork("publish-notice village", "publish-notice township")
        .noticeEnds()
        .approve(COUNTY_SIGN_OFF)
        .expectWorkTimes(1, "compare-assets county")
        .expectEnd("admitted", "ADMITTED");
  }

  @Test
  void inYanchengNothingIsComparedBeforeTheAuthorisationIsSigned() {
    engine
        .caseOf(YANCHENG.process())
        .filed()
        .expectOpenTask(COMPARISON_AUTHORISATION)
        .expectOffice(COMPARISON_AUTHORISATION, "village@village")
        .expectNoWork("compare-assets county")
        .approve(COMPARISON_AUTHORISATION)
        .expectOpenTask(REVIEW_MEETING)
        .expectWork("compare-assets county", "raise-doubts", "evaluate-rules compared")
        .expectNoWork("publish-notice village")
        .approve(REVIEW_MEETING)
        .noticeEnds()
        .approve(TOWNSHIP_CHECK)
        .noticeEnds()
        .approve(COUNTY_SIGN_OFF)
        .expectEnd("admitted", "ADMITTED");
  }

  @Test
  void inYanchengWhoDoesNotAuthoriseIsNeverCompared() {
    YANCHENG
        .at(engine, COMPARISON_AUTHORISATION)
        .reject(COMPARISON_AUTHORISATION)
        .expectNoWork("compare-assets county")
        .expectEnd("refused-by-village", "REFUSED");
  }

  @Test
  void inYanchengCorrectedDataNeedTheAuthorisationAgainBeforeTheyAreCompared() {
    YANCHENG
        .at(engine, REVIEW_MEETING)
        .giveBack(REVIEW_MEETING)
        .correct()
        .expectOpenTask(COMPARISON_AUTHORISATION)
        .expectWorkTimes(1, "compare-assets county")
        .approve(COMPARISON_AUTHORISATION)
        .expectWorkTimes(2, "compare-assets county");
  }

  @ParameterizedTest
  @CsvSource({
    "JIANGYIN, comparison@county, county@county",
    "YANCHENG, comparison@city, helper@village",
    "SICHUAN, comparison@city, county@county",
    "WUJIN, comparison@county, county@county"
  })
  void thePlaceSaysWhoComparesElsewhereAndWhoVerifiesDoubts(
      AdmissionPlace place, String compares, String verifies) {
    place
        .at(engine, CITY_COMPARISON)
        .expectOffice(CITY_COMPARISON, compares)
        .approve(CITY_COMPARISON)
        .expectOpenTask(DOUBT_INVESTIGATION)
        .expectOffice(DOUBT_INVESTIGATION, verifies);
  }

  @ParameterizedTest
  @CsvSource({
    "JIANGYIN, INELIGIBLE",
    "JIANGYIN, DOUBTS",
    "YANCHENG, INELIGIBLE",
    "YANCHENG, CANNOT_DECIDE"
  })
  void whoFailsTheComparisonIsNeitherReviewedNorPublished(AdmissionPlace place, String outcome) {
    place
        .at(engine, DOUBT_INVESTIGATION)
        .answering("compared", outcome)
        .approve(DOUBT_INVESTIGATION)
        .expectNoWork("publish-notice village")
        .expectEnd("refused-by-county", "REFUSED");
  }

  @ParameterizedTest
  @EnumSource(names = {"JIANGYIN", "YANCHENG"})
  void aHouseholdSentBackToItsDoubtsIsReviewedAndPublishedAnew(AdmissionPlace place) {
    TestCase back =
        place
            .at(engine, COUNTY_SIGN_OFF)
            .giveBack(COUNTY_SIGN_OFF, DOUBT_INVESTIGATION)
            .approve(DOUBT_INVESTIGATION);
    String review = place == JIANGYIN ? HOUSEHOLD_SURVEY : REVIEW_MEETING;
    back.expectOpenTask(review)
        .approve(review)
        .noticeEnds()
        .approve(TOWNSHIP_CHECK)
        .noticeEnds()
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void inSichuanRepresentativesReviewAndTheCountyAnnouncesWhatItSignedOff() {
    engine
        .caseOf(SICHUAN.process())
        .filed()
        .expectOpenTask(REPRESENTATIVES_MEETING)
        .approve(REPRESENTATIVES_MEETING)
        .noticeEnds()
        .approve(TOWNSHIP_CHECK)
        .noticeEnds()
        .approve(COUNTY_SIGN_OFF)
        .noticeEnds()
        .expectWork(
            "evaluate-rules application",
            "publish-notice village",
            "publish-notice township",
            "compare-assets county",
            "evaluate-rules final",
            "publish-notice county",
            "register-household")
        .expectEnd("admitted", "ADMITTED");
  }

  @Test
  void inWujinTwoNoticesAndAnAnnouncementComeBeforeTheSpotCheckAndTheEntry() {
    engine
        .caseOf(WUJIN.process())
        .filed()
        .approve(COMMITTEE_REVIEW)
        .noticeEnds()
        .approve(TOWNSHIP_CHECK)
        .noticeEnds()
        .approve(COUNTY_SIGN_OFF)
        .noticeEnds()
        .expectWork("publish-notice village", "publish-notice township", "publish-notice county")
        .expectOpenTask(SPOT_CHECK)
        .expectOffice(SPOT_CHECK, "department@county")
        .expectNoWork("register-household")
        .approve(SPOT_CHECK)
        .expectEnd("admitted", "ADMITTED");
  }

  @ParameterizedTest
  @EnumSource(names = {"SICHUAN", "WUJIN"})
  void objectionsToTheAnnouncementAreReviewedByTheCounty(AdmissionPlace place) {
    place
        .at(engine, COUNTY_ANNOUNCEMENT)
        .object("邻居反映有车")
        .expectOpenTask(OBJECTION_REVIEW)
        .expectOffice(OBJECTION_REVIEW, "county@county")
        .upholdAndGiveBack("邻居反映有车", TOWNSHIP_CHECK)
        .expectOpenTask(TOWNSHIP_CHECK);
  }

  @ParameterizedTest
  @EnumSource(names = {"SICHUAN", "WUJIN"})
  void elsewhereOnlyWhoReturnsToPovertyIsComparedFirst(AdmissionPlace place) {
    String review = place.steps().getFirst();
    engine
        .caseOf(place.process())
        .filed()
        .expectOpenTask(review)
        .expectNoWork("compare-assets county");
    place
        .goOn(
            engine
                .caseOf(place.process())
                .answering(Variables.RETURNED, true)
                .filed()
                .expectOpenTask(review)
                .expectWork("recall-exit", "compare-assets county", "evaluate-rules application")
                .approve(review)
                .noticeEnds()
                .approve(TOWNSHIP_CHECK)
                .noticeEnds()
                .expectWorkTimes(2, "compare-assets county"),
            review)
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @ParameterizedTest
  @EnumSource(names = {"SICHUAN", "WUJIN"})
  void whoReturnsAndFailsTheComparisonIsRefusedOrSentBackWithoutReviews(AdmissionPlace place) {
    returned(place).reject(DOUBT_INVESTIGATION).expectEnd("refused-by-county", "REFUSED");
    returned(place).giveBack(DOUBT_INVESTIGATION).expectOpenTask(CORRECTION);
    returned(place).approve(DOUBT_INVESTIGATION).expectOpenTask(place.steps().getFirst());
  }

  @ParameterizedTest
  @EnumSource(names = {"SICHUAN", "WUJIN"})
  void aRegisterThatDoesNotAnswerStopsTheCaseInsteadOfPassingIt(AdmissionPlace place) {
    engine
        .caseOf(place.process())
        .answering(Variables.RETURNED, null)
        .filed()
        .expectIncidentAt("returned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "", COUNTY_SIGN_OFF})
  void aTargetThatIsNoEarlierStepGoesToTheApplicant(String target) {
    JIANGYIN
        .at(engine, HOUSEHOLD_SURVEY)
        .giveBack(HOUSEHOLD_SURVEY, target)
        .expectOpenTask(CORRECTION);
  }

  private TestCase returned(AdmissionPlace place) {
    return engine.caseOf(place.process()).answering(Variables.RETURNED, true).withDoubts(1).filed();
  }
}
