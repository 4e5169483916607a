package cn.sunshine.notification;

import java.util.Optional;

/**
 * Which notifications somebody wants to see.
 *
 * @param kind only of this kind; empty for all
 */
public record NotificationFilter(Reading reading, Optional<Notification.Kind> kind) {

  public static final NotificationFilter ALL =
      new NotificationFilter(Reading.ALL, Optional.empty());

  /** Whether they have been read. */
  public enum Reading {
    ALL("全部"),
    UNREAD("未读");

    private final String chinese;

    Reading(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }
  }
}
