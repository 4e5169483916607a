package cn.sunshine.notification.outbound;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.shell.UserMenuEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everybody chooses whether to be told by e-mail, once the house sends mails. */
@Component
@Order(20)
@ConditionalOnExpression("'${sunshine.outbound.mail-from:}' != ''")
class MailMenuEntry implements UserMenuEntry {

  private final MailAddresses addresses;
  private final CurrentActor currentActor;

  MailMenuEntry(MailAddresses addresses, CurrentActor currentActor) {
    this.addresses = addresses;
    this.currentActor = currentActor;
  }

  @Override
  public String title() {
    return "邮件提醒";
  }

  @Override
  public void open() {
    new MailDialog(addresses, currentActor.require()).open();
  }
}
