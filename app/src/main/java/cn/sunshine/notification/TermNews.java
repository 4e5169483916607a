package cn.sunshine.notification;

import cn.sunshine.escalation.TaskEscalated;
import cn.sunshine.inbox.TermBreached;
import cn.sunshine.inbox.TermDueSoon;
import cn.sunshine.shell.Wording;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns who has a task that little of its term is left, and says that it is over (NT-21). */
@Component
class TermNews {

  private final Notifications notifications;

  TermNews(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void onDueSoon(TermDueSoon soon) {
    notifications.tell(
        Audience.responsible(soon.assignee(), soon.office()),
        new News(
            "due-soon:" + soon.taskId() + ":" + soon.due(),
            Notification.Kind.DUE_SOON,
            soon.caseId(),
            Optional.of(soon.taskId()),
            "即将到期：" + soon.name(),
            soon.subject() + "：请在 " + Wording.deadline(soon.due()) + "办结。",
            Optional.of(soon.due())));
  }

  @EventListener
  void onBreach(TermBreached breach) {
    notifications.tell(
        Audience.responsible(breach.assignee(), breach.office()),
        new News(
            "overdue:" + breach.taskId() + ":" + breach.due(),
            Notification.Kind.OVERDUE,
            breach.caseId(),
            Optional.of(breach.taskId()),
            "已逾期：" + breach.name(),
            breach.subject() + "：应在 " + Wording.deadline(breach.due()) + "办结，已经逾期，请马上办理。",
            Optional.of(breach.due())));
  }

  @EventListener
  void onEscalation(TaskEscalated escalated) {
    notifications.tell(
        Audience.office(escalated.office()),
        new News(
            "escalated:" + escalated.taskId() + ":" + escalated.due(),
            Notification.Kind.ESCALATED,
            escalated.caseId(),
            Optional.of(escalated.taskId()),
            "请督办"
                + escalated.severity().map(known -> "（" + known.chinese() + "）").orElse("")
                + "："
                + escalated.name(),
            escalated.subject() + "：应在 " + Wording.deadline(escalated.due()) + "办结，已经逾期，请督促承办单位办理。",
            Optional.of(escalated.due())));
  }
}
