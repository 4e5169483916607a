package cn.sunshine.notification;

import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskOpened;
import cn.sunshine.inbox.TasksChanged;
import cn.sunshine.shell.Wording;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into words what somebody has to do, and takes it back when it is done. */
@Component
class TaskNews {

  private final Notifications notifications;

  TaskNews(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void onTask(TaskOpened task) {
    notifications.tell(
        Audience.responsible(task.account(), task.office()),
        new News(
            "task:" + task.taskId(),
            kind(task),
            task.caseId(),
            Optional.of(task.taskId()),
            title(task),
            sentence(task),
            Optional.of(task.due())));
  }

  @EventListener
  void onChange(TasksChanged change) {
    if (change.state() != Task.State.OPEN) {
      notifications.settle(change.taskId());
    }
  }

  private static Notification.Kind kind(TaskOpened task) {
    if (task.returned().isEmpty()) {
      return Notification.Kind.ASSIGNED;
    }
    return task.account().isPresent() ? Notification.Kind.CORRECTION : Notification.Kind.RETURNED;
  }

  private static String title(TaskOpened task) {
    return switch (kind(task)) {
      case CORRECTION -> "请" + task.name();
      case RETURNED -> "退回：" + task.name();
      default -> "新任务：" + task.name();
    };
  }

  private static String sentence(TaskOpened task) {
    String until = "请在 " + lastDay(task) + " 前办理";
    return switch (kind(task)) {
      case CORRECTION -> task.subject() + "：已退回，需要您" + task.name() + "。" + until + "，退回的理由见办理经过。";
      case RETURNED ->
          task.subject()
              + "：已退回到本环节"
              + task.returned()
                  .filter(reason -> !reason.isBlank())
                  .map(reason -> "，理由：" + reason)
                  .orElse("")
              + "。"
              + until
              + "。";
      default -> task.subject() + "：" + until + "。";
    };
  }

  /** The term ends at 24:00, which is the beginning of the day after. */
  private static String lastDay(TaskOpened task) {
    return Wording.date(task.due().minusNanos(1));
  }
}
