package cn.sunshine.policy;

import java.util.List;
import java.util.Optional;

/**
 * A decision, gone into.
 *
 * @param whatIf what would have to be different for another result, one sentence each
 * @param again what the rules of that day say when they are asked once more
 * @param obstacle why they cannot be asked again, in Chinese; blank when they were
 */
public record Explanation(
    DecisionRecord decision, List<String> whatIf, Optional<Again> again, String obstacle) {

  /** The answer of the same rules to the same facts. */
  public record Again(String outcome, List<FindingView> findings) {}

  /** Whether the rules of that day still say the same. */
  public boolean holds() {
    return again
        .filter(
            answer ->
                answer.outcome().equals(decision.outcome())
                    && messages(answer.findings()).equals(messages(decision.findings())))
        .isPresent();
  }

  private static List<String> messages(List<FindingView> findings) {
    return findings.stream().map(FindingView::message).toList();
  }
}
