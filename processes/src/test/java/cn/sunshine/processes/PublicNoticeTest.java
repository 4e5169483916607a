package cn.sunshine.processes;

import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.CORRECTION;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;
import static cn.sunshine.processes.PublicNotice.OBJECTION_REVIEW;

import org.junit.jupiter.api.Test;

/** Public notice as household admission calls it, {@code NT-9}. */
@ProcessTest
class PublicNoticeTest {

  private final TestEngine engine;

  PublicNoticeTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void nothingGoesOnBeforeTheTermIsOver() {
    caseAtVillageNotice()
        .noticeAlmostEnds()
        .expectNoOpenTask()
        .noticeEnds()
        .expectNoticeClosed("passed")
        .expectOpenTask(TOWNSHIP_CHECK);
  }

  @Test
  void aDismissedObjectionDoesNotShortenTheTerm() {
    caseAtVillageNotice()
        .object("a")
        .expectOpenTask(OBJECTION_REVIEW)
        .dismiss("a")
        .expectNoOpenTask()
        .noticeEnds()
        .expectOpenTask(TOWNSHIP_CHECK);
  }

  @Test
  void theCaseWaitsForAReviewThatIsStillOpenWhenTheTermIsOver() {
    caseAtVillageNotice()
        .object("a")
        .noticeEnds()
        .expectOpenTask(OBJECTION_REVIEW)
        .dismiss("a")
        .expectNoticeClosed("passed")
        .expectOpenTask(TOWNSHIP_CHECK);
  }

  @Test
  void everyObjectionIsReviewedByItself() {
    caseAtVillageNotice()
        .object("a", "b", "c")
        .expectObjectionsUnderReview("a", "b", "c")
        .dismiss("b")
        .expectObjectionsUnderReview("a", "c")
        .noticeEnds()
        .dismiss("a")
        .expectObjectionsUnderReview("c")
        .dismiss("c")
        .expectOpenTask(TOWNSHIP_CHECK);
  }

  @Test
  void anUpheldObjectionEndsTheNoticeAtOnceAndRefusesTheHousehold() {
    caseAtVillageNotice()
        .object("a")
        .uphold("a")
        .expectNoticeClosed("refused")
        .expectEnd("refused-by-village", "REFUSED");
  }

  @Test
  void anUpheldObjectionCanBeGivenBackToTheStepThatTheReviewerNames() {
    caseAtVillageNotice()
        .object("a")
        .upholdAndGiveBack("a", COMMITTEE_REVIEW)
        .expectNoticeClosed("returned")
        .expectOpenTask(COMMITTEE_REVIEW);
  }

  @Test
  void anUpheldObjectionGivenBackWithoutATargetGoesToTheApplicant() {
    caseAtVillageNotice().object("a").upholdAndGiveBack("a").expectOpenTask(CORRECTION);
  }

  @Test
  void oneUpheldObjectionStopsTheReviewsOfTheOthers() {
    caseAtVillageNotice()
        .object("a", "b", "c")
        .dismiss("a")
        .uphold("b")
        .expectEnd("refused-by-village", "REFUSED");
  }

  @Test
  void aDismissedObjectionDoesNotDisturbWhereAnotherIsGivenBackTo() {
    caseAtVillageNotice()
        .object("a", "b")
        .dismiss("a")
        .upholdAndGiveBack("b", GROUP_REVIEW)
        .expectOpenTask(GROUP_REVIEW);
  }

  @Test
  void anObjectionUpheldAfterTheTermStillCounts() {
    caseAtVillageNotice()
        .object("a", "b")
        .noticeEnds()
        .dismiss("a")
        .uphold("b")
        .expectEnd("refused-by-village", "REFUSED");
  }

  @Test
  void afterAReturnTheNoticeRunsItsFullTermAgain() {
    caseAtVillageNotice()
        .noticeAlmostEnds()
        .object("a")
        .upholdAndGiveBack("a", COMMITTEE_REVIEW)
        .approve(COMMITTEE_REVIEW)
        .expectNoOpenTask()
        .noticeAlmostEnds()
        .expectNoOpenTask()
        .noticeEnds()
        .expectOpenTask(TOWNSHIP_CHECK);
  }

  @Test
  void theTownshipHasItsOwnNotice() {
    caseAtTownshipNotice()
        .expectWork("publish-notice village", "publish-notice township")
        .noticeAlmostEnds()
        .expectNoOpenTask()
        .noticeEnds()
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void anObjectionInTheTownshipRefusesTheHouseholdThere() {
    caseAtTownshipNotice().object("a").uphold("a").expectEnd("refused-by-township", "REFUSED");
  }

  @Test
  void anObjectionInTheTownshipBringsTheCaseBackToTheVillage() {
    caseAtTownshipNotice()
        .object("a")
        .expectOpenTask(OBJECTION_REVIEW)
        .upholdAndGiveBack("a", COMMITTEE_REVIEW)
        .expectOpenTask(COMMITTEE_REVIEW);
  }

  @Test
  void theNoticeLeavesOnlyItsOutcomeWithTheCase() {
    caseAtVillageNotice()
        .object("a")
        .dismiss("a")
        .noticeEnds()
        .expectVariablesAt(
            TOWNSHIP_CHECK,
            Variables.CASE_ID,
            Variables.PACK,
            Variables.REGION,
            "applicationEligibility",
            Variables.OUTCOME,
            Variables.RETURN_TO,
            Variables.NOTICE_OUTCOME,
            Variables.RETURNED,
            Variables.WORKDAYS,
            Variables.TERMS,
            Variables.DUE,
            Variables.DUE_SOON);
  }

  private TestCase caseAtVillageNotice() {
    return engine.admission().filed().approve(GROUP_REVIEW, COMMITTEE_REVIEW);
  }

  private TestCase caseAtTownshipNotice() {
    return caseAtVillageNotice().noticeEnds().approve(TOWNSHIP_CHECK);
  }
}
