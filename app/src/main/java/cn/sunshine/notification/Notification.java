package cn.sunshine.notification;

import cn.sunshine.account.Grant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a person is told, alone or as a member of an office.
 *
 * @param office the office that was told; empty when the person alone was
 * @param caseId the case it is about
 * @param taskId the task it is about, when there is one
 * @param title a few words for a list
 * @param sentence what has happened and what to do
 * @param readAt when this person read it; empty while unread
 * @param settledAt when the task it is about ended; from then on nobody has to read it any more
 */
public record Notification(
    UUID id,
    Kind kind,
    Optional<Grant> office,
    String caseId,
    Optional<String> taskId,
    String title,
    String sentence,
    Instant createdAt,
    Optional<Instant> readAt,
    Optional<Instant> settledAt) {

  /** What it tells. */
  public enum Kind {
    /** The case has ended. */
    RESULT("结果"),
    /** The case came back and waits for the applicant. */
    CORRECTION("补正"),
    /** There is something new to do. */
    ASSIGNED("新任务"),
    /** The case was sent back to an earlier step. */
    RETURNED("退回"),
    /** A supervisor urges. */
    URGED("催办"),
    /** Little of a term is left. */
    DUE_SOON("即将到期"),
    /** A term is over. */
    OVERDUE("已逾期"),
    /** A superior has to look after an overdue task. */
    ESCALATED("督办"),
    /** More time is asked for, granted or refused. */
    EXTENSION("延期"),
    /** Anything else that concerns a case. */
    OTHER("其他");

    private final String chinese;

    Kind(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public boolean isUnread() {
    return readAt.isEmpty() && settledAt.isEmpty();
  }
}
