package cn.sunshine.processes;

import static cn.sunshine.processes.AssetComparison.CITY_COMPARISON;
import static cn.sunshine.processes.AssetComparison.DOUBT_INVESTIGATION;
import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;

import org.junit.jupiter.api.Test;

/** Asset comparison as household admission calls it, {@code NT-9}, {@code NT-26}. */
@ProcessTest
class AssetComparisonTest {

  private final TestEngine engine;

  AssetComparisonTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void withoutAssetsOutsideAndWithoutDoubtsNobodyIsAsked() {
    compared(engine.admission())
        .expectWork("compare-assets county", "raise-doubts")
        .expectNoWork("compare-assets city")
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void theCityComparesAssetsOutsideTheCounty() {
    compared(engine.admission().withAssetsOutsideTheCounty())
        .expectOpenTask(CITY_COMPARISON)
        .approve(CITY_COMPARISON)
        .expectWork("compare-assets county", "compare-assets city", "raise-doubts")
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void theCountyInvestigatesDoubts() {
    compared(engine.admission().withDoubts(1))
        .expectOpenTask(DOUBT_INVESTIGATION)
        .approve(DOUBT_INVESTIGATION)
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void theCityComparesBeforeTheCountyInvestigates() {
    compared(engine.admission().withAssetsOutsideTheCounty().withDoubts(3))
        .expectOpenTask(CITY_COMPARISON)
        .approve(CITY_COMPARISON)
        .expectOpenTask(DOUBT_INVESTIGATION)
        .approve(DOUBT_INVESTIGATION)
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void aReturnToTheInvestigationOpensItAgainEvenWhenNoDoubtIsLeft() {
    compared(engine.admission().withAssetsOutsideTheCounty().withDoubts(1))
        .approve(CITY_COMPARISON, DOUBT_INVESTIGATION)
        .withDoubts(0)
        .giveBack(COUNTY_SIGN_OFF, DOUBT_INVESTIGATION)
        .expectOpenTask(DOUBT_INVESTIGATION)
        .approve(DOUBT_INVESTIGATION)
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void aReturnToTheCityOpensItsComparisonEvenWithoutAssetsOutside() {
    compared(engine.admission())
        .giveBack(COUNTY_SIGN_OFF, CITY_COMPARISON)
        .expectOpenTask(CITY_COMPARISON)
        .approve(CITY_COMPARISON)
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void aReturnIsForgottenWhenTheCaseComesBackTheLongWay() {
    compared(engine.admission())
        .giveBack(COUNTY_SIGN_OFF, DOUBT_INVESTIGATION)
        .giveBack(DOUBT_INVESTIGATION, COMMITTEE_REVIEW)
        .approve(COMMITTEE_REVIEW)
        .noticeEnds()
        .approve(TOWNSHIP_CHECK)
        .noticeEnds()
        .expectOpenTask(COUNTY_SIGN_OFF);
  }

  @Test
  void aComparisonThatDoesNotSayHowManyDoubtsStopsInsteadOfPassing() {
    compared(engine.admission().answering(Variables.OPEN_DOUBTS, null))
        .expectIncidentAt("investigation-needed");
  }

  @Test
  void aComparisonThatDoesNotSayWhetherAssetsAreOutsideStopsInsteadOfPassing() {
    compared(engine.admission().answering(Variables.OUT_OF_COUNTY, null))
        .expectIncidentAt("city-comparison-needed");
  }

  private static TestCase compared(TestCase admission) {
    return admission
        .filed()
        .approve(GROUP_REVIEW, COMMITTEE_REVIEW)
        .noticeEnds()
        .approve(TOWNSHIP_CHECK)
        .noticeEnds();
  }
}
