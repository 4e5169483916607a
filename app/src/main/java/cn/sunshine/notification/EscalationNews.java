package cn.sunshine.notification;

import cn.sunshine.escalation.TaskEscalated;
import cn.sunshine.shell.Wording;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells an office that an overdue task has been brought before it (NT-21). */
@Component
class EscalationNews {

  private final Notifications notifications;

  EscalationNews(Notifications notifications) {
    this.notifications = notifications;
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
            "督办：" + escalated.name(),
            escalated.subject() + "：应在 " + Wording.deadline(escalated.due()) + "办结，逾期未办，请督办。",
            Optional.of(escalated.due())));
  }
}
