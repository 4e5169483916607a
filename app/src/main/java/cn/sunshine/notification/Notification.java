package cn.sunshine.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that one account is told.
 *
 * @param caseId the case it is about
 * @param title a few words for a list
 * @param sentence what has happened and what to do
 * @param readAt when the person read it; empty while unread
 */
public record Notification(
    UUID id,
    Kind kind,
    String caseId,
    String title,
    String sentence,
    Instant createdAt,
    Optional<Instant> readAt) {

  /** What it tells. */
  public enum Kind {
    /** The case has ended. */
    RESULT,
    /** The case came back and waits for the applicant. */
    CORRECTION
  }

  public boolean isUnread() {
    return readAt.isEmpty();
  }
}
