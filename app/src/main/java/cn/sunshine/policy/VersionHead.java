package cn.sunshine.policy;

import java.time.Instant;

/**
 * What decides whether a released version counts for somebody; its text is read when it does.
 *
 * @param effectiveAt from when on it counts
 */
record VersionHead(
    long id, Artefact artefact, int number, Instant effectiveAt, RunningCases runningCases) {

  /** Whether it counts for cases that had already begun when it was released. */
  boolean movesRunningCases() {
    return runningCases == RunningCases.MOVE;
  }
}
