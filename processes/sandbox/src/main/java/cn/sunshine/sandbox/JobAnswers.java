package cn.sunshine.sandbox;

import static java.util.Map.entry;

import cn.sunshine.processes.FiveSignatures;
import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.Variables;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What each kind of job can answer, as {@link JobTypes} says; the usual answer first. A variable
 * that is not here comes from nobody, and a condition that asks for it is a fault of the draft.
 */
final class JobAnswers {

  private static final List<Object> THREE = List.of("one", "two", "three");

  private static final Map<String, Map<String, List<?>>> BY_TYPE =
      Map.ofEntries(
          entry(JobTypes.RECALL_EXIT, Map.of(Variables.RETURNED, List.of(false, true))),
          entry(
              JobTypes.EVALUATE_RULES,
              Map.of(
                  Variables.ELIGIBILITY,
                  List.of("ELIGIBLE", "INELIGIBLE", "DOUBTS", "CANNOT_DECIDE"))),
          entry(
              JobTypes.PUBLISH_NOTICE,
              Map.of(
                  Variables.NOTICE_ID,
                  List.of("notice"),
                  Variables.NOTICE_UNTIL,
                  List.of(Duration.ofDays(7)))),
          entry(JobTypes.COMPARE_ASSETS, Map.of(Variables.OUT_OF_COUNTY, List.of(false, true))),
          entry(JobTypes.RAISE_DOUBTS, Map.of(Variables.OPEN_DOUBTS, List.of(0, 1))),
          entry(JobTypes.REGISTER_HOUSEHOLD, Map.of(Variables.HOUSEHOLD_NUMBER, List.of("1"))),
          entry(
              JobTypes.DRAW_EXPERTS,
              Map.of(
                  "drawId", List.of("draw"),
                  "experts", List.of(THREE, List.of()),
                  "expertsLeast", List.of(3),
                  "scoresNeeded", List.of(3))),
          entry(
              JobTypes.PUBLISH_TENDER,
              Map.of(
                  "tenderId", List.of("tender"),
                  "tenderRound", List.of(1, 2),
                  "bidsUntil", List.of(Duration.ofDays(20)))),
          entry(JobTypes.COUNT_BIDS, Map.of("bidCount", List.of(3, 0), "bidsLeast", List.of(3))),
          entry(JobTypes.CHECK_MILESTONES, Map.of("milestonesLeft", List.of(0, 1))),
          entry(JobTypes.CHECK_PAYMENTS, Map.of("unpaid", List.of(false, true))),
          entry(JobTypes.PROJECT_STAGE, Map.of("biddingNeeded", List.of(true, false))),
          entry(
              JobTypes.PREPARE_JOINT_CHECK,
              Map.of("members", List.of(THREE), "quorum", List.of(3), "jointRound", List.of("1"))),
          entry(
              JobTypes.CHOOSE_SIGNING,
              Map.of(
                  Variables.HOUSEHOLD_SIGNS,
                  List.of(FiveSignatures.WITH_ACCOUNT, FiveSignatures.ON_PAPER))),
          entry(
              JobTypes.EXIT_HOUSEHOLD,
              Map.of(
                  Variables.HOUSEHOLD_NUMBER, List.of("1"),
                  Variables.EXITED_ON, List.of("2026-01-01"),
                  Variables.KEPT_UNTIL, List.of("2026-12-31"))),
          entry(JobTypes.START_EXIT, Map.of(Variables.EXIT_CASE, List.of("exit"))),
          entry(JobTypes.PLAN_REVIEWS, Map.of(Variables.REVIEWS_FROM, List.of(Duration.ofDays(1)))),
          entry(JobTypes.START_REVIEWS, Map.of(Variables.MORE_REVIEWS, List.of(false, true))),
          entry(
              JobTypes.ACCEPT_REQUEST,
              Map.of(Variables.SEVERITY, List.of("ORDINARY", "URGENT", "SERIOUS"))),
          entry(
              JobTypes.PREPARE_POLICY_CHANGE,
              Map.of(Variables.APPROVAL_OFFICE, List.of("policy-approver@city"))),
          entry(
              JobTypes.SCHEDULE_RELEASE, Map.of(Variables.RELEASE_AT, List.of(Duration.ofDays(1)))),
          entry(
              JobTypes.TELL_RESULT,
              Map.of(Variables.OBJECTION_UNTIL, List.of(Duration.ofDays(15)))));

  private JobAnswers() {}

  /**
   * The values that each variable can have; a {@link Duration} is a moment that lies so far off.
   */
  static Map<String, List<?>> of(String jobType) {
    return BY_TYPE.getOrDefault(jobType, Map.of());
  }
}
