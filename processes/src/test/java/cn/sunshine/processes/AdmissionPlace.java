package cn.sunshine.processes;

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
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_NOTICE;
import static cn.sunshine.processes.HouseholdAdmission.VILLAGE_NOTICE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The places outside Nantong with the way that an admission takes there: the steps of people and
 * the notices, when there is something to compare elsewhere and something doubtful.
 */
enum AdmissionPlace {
  JIANGYIN(
      "correction",
      CITY_COMPARISON,
      DOUBT_INVESTIGATION,
      HOUSEHOLD_SURVEY,
      VILLAGE_NOTICE,
      TOWNSHIP_CHECK,
      TOWNSHIP_NOTICE,
      COUNTY_SIGN_OFF),
  YANCHENG(
      "correction,comparison-authorisation",
      COMPARISON_AUTHORISATION,
      CITY_COMPARISON,
      DOUBT_INVESTIGATION,
      REVIEW_MEETING,
      VILLAGE_NOTICE,
      TOWNSHIP_CHECK,
      TOWNSHIP_NOTICE,
      COUNTY_SIGN_OFF),
  SICHUAN(
      "correction,representatives-meeting,township-check",
      REPRESENTATIVES_MEETING,
      VILLAGE_NOTICE,
      TOWNSHIP_CHECK,
      TOWNSHIP_NOTICE,
      CITY_COMPARISON,
      DOUBT_INVESTIGATION,
      COUNTY_SIGN_OFF,
      COUNTY_ANNOUNCEMENT),
  WUJIN(
      "correction,committee-review,township-check",
      COMMITTEE_REVIEW,
      VILLAGE_NOTICE,
      TOWNSHIP_CHECK,
      TOWNSHIP_NOTICE,
      CITY_COMPARISON,
      DOUBT_INVESTIGATION,
      COUNTY_SIGN_OFF,
      COUNTY_ANNOUNCEMENT,
      SPOT_CHECK);

  private static final Set<String> NOTICES =
      Set.of(VILLAGE_NOTICE, TOWNSHIP_NOTICE, COUNTY_ANNOUNCEMENT);
  private static final Set<String> OF_THE_VILLAGE =
      Set.of(
          COMPARISON_AUTHORISATION,
          REVIEW_MEETING,
          REPRESENTATIVES_MEETING,
          COMMITTEE_REVIEW,
          VILLAGE_NOTICE);

  private final List<String> way;
  private final String backFromComparison;

  AdmissionPlace(String backFromComparison, String... way) {
    this.way = List.of(way);
    this.backFromComparison = backFromComparison;
  }

  String process() {
    return HouseholdAdmission.PROCESS_ID + "." + pack();
  }

  String pack() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  ProcessModel model() {
    return ProcessLibrary.onClassPath().find(pack(), HouseholdAdmission.PROCESS_ID).orElseThrow();
  }

  /** The steps of people, in order. */
  List<String> steps() {
    return way.stream().filter(step -> !NOTICES.contains(step)).toList();
  }

  List<String> notices() {
    return way.stream().filter(NOTICES::contains).toList();
  }

  /** The steps that a step may be sent back to. */
  Stream<String> returnsFrom(String step) {
    return switch (step) {
      case CITY_COMPARISON -> Stream.of(backFromComparison.split(","));
      case DOUBT_INVESTIGATION ->
          Stream.of((backFromComparison + "," + CITY_COMPARISON).split(","));
      default -> model().userTask(step).orElseThrow().returnTo().stream();
    };
  }

  /** Where a case ends that somebody rejects there. */
  String endOfRefusal(String step) {
    if (OF_THE_VILLAGE.contains(step)) {
      return "refused-by-village";
    }
    return Set.of(TOWNSHIP_CHECK, TOWNSHIP_NOTICE).contains(step)
        ? "refused-by-township"
        : "refused-by-county";
  }

  /** A case with all that can be found, not filed yet. */
  TestCase doubtful(TestEngine engine) {
    return engine.caseOf(process()).withAssetsOutsideTheCounty().withDoubts(2);
  }

  /** A case with all that can be found, where a step waits or a notice hangs. */
  TestCase at(TestEngine engine, String where) {
    if (where.equals(CORRECTION)) {
      String first = steps().getFirst();
      return at(engine, first).giveBack(first);
    }
    return goOn(doubtful(engine).filed(), where);
  }

  /** From the first step of the way to where it is to stand. */
  TestCase goOn(TestCase filed, String where) {
    for (String step : way.subList(0, way.indexOf(where))) {
      if (NOTICES.contains(step)) {
        filed.noticeEnds();
      } else {
        filed.approve(step);
      }
    }
    return filed;
  }
}
