package cn.sunshine.notification.outbound;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in the outbox.
 *
 * @param recipient a mail address, or the account or office that a webhook tells of
 * @param title a few words without names of persons
 * @param body what is sent: the text of a mail, the JSON of a webhook
 * @param attempts how often it was tried
 * @param lastProblem why the last attempt failed; empty when none has
 */
record OutboundMessage(
    UUID id,
    OutboundChannel.Name channel,
    String recipient,
    String title,
    String body,
    State state,
    int attempts,
    Instant nextAttempt,
    String lastProblem,
    Instant createdAt,
    Optional<Instant> sentAt) {

  /** Where a message is. */
  enum State {
    WAITING("待发送"),
    SENT("已发送"),
    /** Tried so often that nobody tries again unless the administrator says so. */
    DEAD("发送失败");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }
  }
}
