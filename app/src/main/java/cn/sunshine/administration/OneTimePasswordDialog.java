package cn.sunshine.administration;

import cn.sunshine.account.OneTimePassword;
import cn.sunshine.shell.KeyValueList;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Shows a new password once; it cannot be shown again. */
class OneTimePasswordDialog extends Dialog {

  OneTimePasswordDialog(String title, OneTimePassword password) {
    setHeaderTitle(title);
    setWidth("28rem");
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    Span secret = new Span(password.password());
    secret.setId("one-time-password");
    secret.getStyle().set("font-family", "monospace").set("font-size", "1.125rem");
    add(
        new Paragraph("请当面或用安全的方式交给本人。密码只在这里显示一次，本人首次登录时须修改。"),
        new KeyValueList().line("用户名", password.username()).line("新密码", secret));
    Button done = new Button("已记下，关闭", event -> close());
    done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(done);
  }
}
