package cn.sunshine.processes;

import static cn.sunshine.processes.AssetComparison.CITY_COMPARISON;
import static cn.sunshine.processes.AssetComparison.DOUBT_INVESTIGATION;
import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.CORRECTION;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;
import static cn.sunshine.processes.PublicNotice.OBJECTION_REVIEW;

/** Brings a case of household admission to where a test begins. */
final class CaseAtStep {

  private CaseAtStep() {}

  /** A case with all that can be found, at a step that people do. */
  static TestCase of(TestEngine engine, String step) {
    return bring(engine.admission().withAssetsOutsideTheCounty().withDoubts(2), step);
  }

  private static TestCase bring(TestCase filed, String step) {
    return switch (step) {
      case GROUP_REVIEW -> filed.filed();
      case COMMITTEE_REVIEW -> filed.filed().approve(GROUP_REVIEW);
      case CORRECTION -> filed.filed().giveBack(GROUP_REVIEW);
      case OBJECTION_REVIEW -> villageNotice(filed).object("邻居反映有车");
      case TOWNSHIP_CHECK -> villageNotice(filed).noticeEnds();
      case CITY_COMPARISON -> afterNotices(filed);
      case DOUBT_INVESTIGATION -> afterNotices(filed).approve(CITY_COMPARISON);
      case COUNTY_SIGN_OFF -> afterNotices(filed).approve(CITY_COMPARISON, DOUBT_INVESTIGATION);
      default -> throw new IllegalArgumentException(step);
    };
  }

  static TestCase villageNotice(TestCase admission) {
    return admission.filed().approve(GROUP_REVIEW, COMMITTEE_REVIEW);
  }

  static TestCase afterNotices(TestCase admission) {
    return villageNotice(admission).noticeEnds().approve(TOWNSHIP_CHECK).noticeEnds();
  }
}
