package cn.sunshine.notification;

import cn.sunshine.casework.CaseEnded;
import cn.sunshine.inbox.PersonalTaskOpened;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into words for the applicant what has happened to the case. */
@Component
class ApplicantNews {

  private final Notifications notifications;
  private final Clock clock;

  ApplicantNews(Notifications notifications, Clock clock) {
    this.notifications = notifications;
    this.clock = clock;
  }

  @EventListener
  void onCaseEnded(CaseEnded ended) {
    notifications.tell(
        ended.applicant(),
        "case-ended:" + ended.caseId(),
        Notification.Kind.RESULT,
        ended.caseId(),
        title(ended),
        ended.subject() + "：" + result(ended));
  }

  @EventListener
  void onPersonalTask(PersonalTaskOpened task) {
    // The term ends at 24:00, which is the beginning of the day after.
    LocalDate lastDay = task.due().minusNanos(1).atZone(clock.getZone()).toLocalDate();
    notifications.tell(
        task.account(),
        "task:" + task.taskId(),
        Notification.Kind.CORRECTION,
        task.caseId(),
        "请" + task.name(),
        task.subject() + "：已退回，需要您" + task.name() + "。请在 " + lastDay + " 前办理，退回的理由见办理经过。");
  }

  private static String title(CaseEnded ended) {
    return switch (ended.status()) {
      case COMPLETED -> "申请已通过";
      case REJECTED -> "申请未通过";
      case WITHDRAWN -> "申请已撤回";
      case RUNNING -> throw new IllegalArgumentException("case runs: " + ended.caseId());
    };
  }

  private static String result(CaseEnded ended) {
    Map<String, Object> result = ended.result();
    return switch (ended.status()) {
      case COMPLETED ->
          result.containsKey("householdNumber")
              ? "已列入低收入户名册，户号 " + result.get("householdNumber") + "。"
              : "已办结。";
      case REJECTED -> "未通过。理由：" + result.getOrDefault("reason", "见办理经过") + "。";
      case WITHDRAWN -> "已按您的申请撤回。";
      case RUNNING -> throw new IllegalArgumentException("case runs: " + ended.caseId());
    };
  }
}
