package cn.sunshine.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * A released version of an artefact. Number 1 is the one that the pack is shipped with and has no
 * such record.
 *
 * @param tests the test cases of a decision table as JSON; an empty list for everything else
 * @param effectiveAt from when on it counts
 * @param author who wrote it; not the same person as {@code approver}
 * @param document the document it follows, such as 通扶〔2026〕12号
 * @param changeCase the case in which it was approved; blank when it restores an earlier version
 * @param restores the number of the earlier version that it brings back
 */
public record PolicyVersion(
    long id,
    Artefact artefact,
    int number,
    String content,
    String tests,
    Instant effectiveAt,
    RunningCases runningCases,
    String author,
    String approver,
    String reason,
    String document,
    String changeCase,
    Optional<Integer> restores) {

  /** The number of the version that a pack is shipped with. */
  public static final int SHIPPED = 1;
}
