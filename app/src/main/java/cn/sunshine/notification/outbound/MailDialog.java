package cn.sunshine.notification.outbound;

import cn.sunshine.account.Actor;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;

/** Where one wants to be told by e-mail, if at all. */
final class MailDialog extends Dialog {

  private final EmailField address = new EmailField("邮箱地址");
  private final transient MailAddresses addresses;
  private final transient Actor actor;

  MailDialog(MailAddresses addresses, Actor actor) {
    this.addresses = addresses;
    this.actor = actor;
    setHeaderTitle("邮件提醒");
    addClassName("reason-dialog");
    setWidth("min(28rem, 94vw)");
    address.setWidthFull();
    address.setValue(addresses.of(actor).orElse(""));
    Button save = new Button("保存", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button stop = new Button("停用邮件提醒", click -> stop());
    stop.setVisible(!address.isEmpty());
    add(new Paragraph("有新任务、催办、到期提醒和退回时同时发邮件。邮件只写案件号、环节和时限，不含姓名。"), address);
    getFooter().add(stop, new Button("取消", click -> close()), save);
  }

  private void save() {
    try {
      addresses.choose(address.getValue(), actor);
      close();
      Toast.done("邮件提醒已启用");
    } catch (Refusal refusal) {
      address.setErrorMessage(refusal.getMessage());
      address.setInvalid(true);
    }
  }

  private void stop() {
    addresses.forget(actor);
    close();
    Toast.done("邮件提醒已停用");
  }
}
