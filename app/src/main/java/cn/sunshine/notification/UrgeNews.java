package cn.sunshine.notification;

import cn.sunshine.shell.Wording;
import cn.sunshine.supervision.TaskUrged;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings a supervisor's words to who has the task, or else to the office. */
@Component
class UrgeNews {

  private final Notifications notifications;

  UrgeNews(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void onUrge(TaskUrged urged) {
    notifications.tell(
        Audience.responsible(urged.assignee(), urged.office()),
        new News(
            "urge:" + urged.id(),
            Notification.Kind.URGED,
            urged.caseId(),
            Optional.of(urged.taskId()),
            "催办：" + urged.step(),
            urged.subject()
                + "："
                + urged.by()
                + "催办：“"
                + urged.words()
                + "”。时限 "
                + Wording.deadline(urged.due())
                + "。",
            Optional.of(urged.due())));
  }
}
