package cn.sunshine.processes;

import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;

import org.junit.jupiter.api.Test;

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
        .expectEnd("admitted", "ADMITTED");
  }
}
