package cn.sunshine.notification;

import cn.sunshine.inbox.ExtensionAsked;
import cn.sunshine.inbox.ExtensionDecided;
import cn.sunshine.inbox.TermExtension;
import cn.sunshine.shell.Wording;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings a request for more time to the office that decides on it, and the answer back. */
@Component
class ExtensionNews {

  private final Notifications notifications;

  ExtensionNews(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void onRequest(ExtensionAsked asked) {
    notifications.tell(
        Audience.office(asked.decider()),
        new News(
            "extension-asked:" + asked.requestId(),
            Notification.Kind.EXTENSION,
            asked.caseId(),
            Optional.of(asked.taskId()),
            "延期申请：" + asked.name(),
            "%s：承办人申请延期 %d 个工作日，理由：%s。请在案件的“期限”中批准或者不批准。"
                .formatted(asked.subject(), asked.workingDays(), asked.reason()),
            Optional.empty()));
  }

  @EventListener
  void onDecision(ExtensionDecided decided) {
    TermExtension request = decided.request();
    notifications.tell(
        Audience.account(request.askedBy()),
        new News(
            "extension-decided:" + request.id(),
            Notification.Kind.EXTENSION,
            request.caseId(),
            Optional.of(request.taskId()),
            "延期" + request.state().chinese() + "：" + decided.name(),
            decided.subject() + "：" + answer(decided),
            Optional.of(decided.due())));
  }

  private static String answer(ExtensionDecided decided) {
    String until = "请在 " + Wording.deadline(decided.due()) + "办结。";
    return decided.request().state() == TermExtension.State.APPROVED
        ? "延期 " + decided.request().workingDays() + " 个工作日已批准，" + until
        : "延期申请未批准，理由：" + decided.request().comment() + "。仍" + until;
  }
}
