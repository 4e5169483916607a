package cn.sunshine.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the app's workers answer for projects, as a test has set it. */
final class ProjectWork {

  static final String EXPERTS = "experts";
  static final String BIDS = "bidCount";
  static final String MILESTONES = "milestonesLeft";
  static final String UNPAID = "unpaid";
  static final String BIDDING_NEEDED = "biddingNeeded";

  /** How long a tender takes bids. */
  static final Duration BIDDING = Duration.ofDays(5);

  private ProjectWork() {}

  static Map<String, Object> of(String type, Map<String, Object> answers, Instant now) {
    return switch (type) {
      case JobTypes.DRAW_EXPERTS ->
          Map.of(
              "drawId",
              "draw",
              "experts",
              answers.getOrDefault(EXPERTS, List.of("e1", "e2", "e3")),
              "expertsLeast",
              3,
              "scoresNeeded",
              2);
      case JobTypes.PUBLISH_TENDER -> {
        int round = (int) answers.merge("tenderRound", 1, (a, b) -> (int) a + (int) b);
        yield Map.of(
            "tenderId",
            "tender-" + round,
            "tenderRound",
            round,
            "bidsUntil",
            now.plus(BIDDING).atZone(TestTerms.CHINA).toOffsetDateTime().toString());
      }
      case JobTypes.COUNT_BIDS -> Map.of("bidCount", answers.getOrDefault(BIDS, 3), "bidsLeast", 3);
      case JobTypes.CHECK_MILESTONES ->
          Map.of("milestonesLeft", answers.getOrDefault(MILESTONES, 0));
      case JobTypes.CHECK_PAYMENTS -> Map.of("unpaid", answers.getOrDefault(UNPAID, false));
      case JobTypes.PROJECT_STAGE ->
          Map.of("biddingNeeded", answers.getOrDefault(BIDDING_NEEDED, true));
      case JobTypes.PREPARE_JOINT_CHECK ->
          Map.of(
              "members",
              List.of("department@city", "finance@city", "office@city"),
              "quorum",
              2,
              "jointRound",
              "round");
      default -> Map.of();
    };
  }
}
