package cn.sunshine.notification;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseEnded;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into words for the applicant how the case has ended (NT-9). */
@Component
class ApplicantNews {

  private final Notifications notifications;

  ApplicantNews(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void onCaseEnded(CaseEnded ended) {
    if (ended.applicant().equals(Actor.PUBLIC.username())
        || ended.applicant().equals(Actor.SYSTEM.username())) {
      return; // who filed without an account looks it up with the code
    }
    notifications.tell(
        Audience.account(ended.applicant()),
        new News(
            "case-ended:" + ended.caseId(),
            Notification.Kind.RESULT,
            ended.caseId(),
            Optional.empty(),
            title(ended),
            ended.subject() + "：" + result(ended),
            Optional.empty()));
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
          "ADMITTED".equals(result.get("outcome"))
              ? "已列入低收入户名册，户号 " + result.get("householdNumber") + "。"
              : "已办结。";
      case REJECTED -> "未通过。理由：" + result.getOrDefault("reason", "见办理经过") + "。";
      case WITHDRAWN -> "已按您的申请撤回。";
      case RUNNING -> throw new IllegalArgumentException("case runs: " + ended.caseId());
    };
  }
}
