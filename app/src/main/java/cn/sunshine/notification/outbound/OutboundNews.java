package cn.sunshine.notification.outbound;

import cn.sunshine.notification.NotificationTold;
import cn.sunshine.shell.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the outbox what leaves the house of a notification: no names, no sentences. */
@Component
class OutboundNews {

  private final Outbox outbox;
  private final MailAddresses addresses;
  private final OfficeMembers members;
  private final OutboundProperties properties;
  private final JsonMapper json;

  OutboundNews(
      Outbox outbox,
      MailAddresses addresses,
      OfficeMembers members,
      OutboundProperties properties,
      JsonMapper json) {
    this.outbox = outbox;
    this.addresses = addresses;
    this.members = members;
    this.properties = properties;
    this.json = json;
  }

  @EventListener
  void onTold(NotificationTold told) {
    if (properties.mails()) {
      List<String> people =
          told.account().map(List::of).orElseGet(() -> members.of(told.office().orElseThrow()));
      addresses
          .of(people)
          .forEach(
              address ->
                  outbox.add(
                      OutboundChannel.Name.MAIL, address, told.source(), told.title(), text(told)));
    }
    if (properties.calls()) {
      outbox.add(
          OutboundChannel.Name.WEBHOOK, audience(told), told.source(), told.title(), body(told));
    }
  }

  private String text(NotificationTold told) {
    return String.join(
        "\n",
        told.title(),
        "案件号：" + told.caseId(),
        told.due().map(due -> "时限：" + Wording.deadline(due) + "\n").orElse("")
            + "登录后办理："
            + properties.caseLink(told.caseId()),
        "",
        "为保护个人信息，邮件不含姓名等内容。不想再收到邮件，请登录后在“消息”页停用邮件提醒。");
  }

  private String body(NotificationTold told) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", told.source());
    fields.put("kind", told.kind().name());
    fields.put("to", audience(told));
    fields.put("caseId", told.caseId());
    fields.put("title", told.title());
    told.due().ifPresent(due -> fields.put("due", due.toString()));
    fields.put("link", properties.caseLink(told.caseId()));
    return json.writeValueAsString(fields);
  }

  private static String audience(NotificationTold told) {
    return told.account()
        .orElseGet(
            () ->
                told.office()
                    .map(office -> office.role().code() + "." + office.region())
                    .orElseThrow());
  }
}
