package cn.sunshine.notification;

import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One notification in the list: what and when on the first line, the sentence below. */
final class NotificationLine extends Div {

  /**
   * @param read called when the person marks it as read without opening it
   */
  NotificationLine(Notification notification, Runnable read) {
    addClassName("notification-line");
    // The badge says the kind already; a mail has no badge.
    Span title =
        new Span(notification.title().replaceFirst("^" + notification.kind().chinese() + "：", ""));
    title.addClassName("notification-title");
    Span at = new Span(Wording.dateTime(notification.createdAt()));
    at.addClassName("quiet");
    Div head = new Div(new StateBadge(tone(notification), notification.kind().chinese()), title);
    head.addClassName("notification-head");
    if (notification.isUnread()) {
      addClassName("unread");
      head.add(new StateBadge(Tone.WARNING, "未读"));
    } else {
      Span state = new Span(notification.readAt().isPresent() ? "已读" : "已办");
      state.addClassName("quiet");
      head.add(state);
    }
    head.add(at);
    if (notification.isUnread()) {
      Button mark = new Button("标为已读", click -> read.run());
      mark.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      mark.getElement().addEventListener("click", click -> {}).stopPropagation();
      head.add(mark);
    }
    Div sentence = new Div(notification.sentence());
    sentence.addClassName("notification-sentence");
    add(head, sentence);
  }

  private static Tone tone(Notification notification) {
    if (notification.settledAt().isPresent()) {
      return Tone.PLAIN;
    }
    return switch (notification.kind()) {
      case OVERDUE, ESCALATED -> Tone.BAD;
      case DUE_SOON, URGED, RETURNED, CORRECTION, EXTENSION -> Tone.WARNING;
      case RESULT, ASSIGNED, OTHER -> Tone.PLAIN;
    };
  }
}
