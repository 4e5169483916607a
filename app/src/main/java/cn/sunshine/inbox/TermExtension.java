package cn.sunshine.inbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A request for more time for a task.
 *
 * @param workingDays so many more
 * @param state whether it has been decided, and how
 */
public record TermExtension(
    long id,
    String taskId,
    String caseId,
    int workingDays,
    String reason,
    String askedBy,
    Instant askedAt,
    State state,
    Optional<String> decidedBy,
    String comment) {

  TermExtension decided(State how, String by, String why) {
    return new TermExtension(
        id, taskId, caseId, workingDays, reason, askedBy, askedAt, how, Optional.of(by), why);
  }

  /** How a request stands. */
  public enum State {
    PENDING("待批准"),
    APPROVED("已批准"),
    REFUSED("未批准");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
