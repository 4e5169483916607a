package cn.sunshine.administration;

import cn.sunshine.account.OwnPassword;
import cn.sunshine.account.PasswordRules;
import cn.sunshine.account.SignedIn;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.stream.Stream;

/** Everybody changes the own password; whose password somebody else has set comes here first. */
@Route("password")
@PageTitle("修改密码 · 阳光帮扶")
@PermitAll
class PasswordView extends Page {

  private final transient OwnPassword ownPassword;
  private final PasswordField old = field("原密码", "current-password");
  private final PasswordField fresh = field("新密码", "new-password");
  private final PasswordField again = field("再输一次新密码", "new-password");

  PasswordView(OwnPassword ownPassword) {
    super("修改密码");
    this.ownPassword = ownPassword;
    fresh.setHelperText(PasswordRules.SENTENCE);
    old.setAutofocus(true);
    Button change = new Button("修改密码", event -> change());
    change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    change.addClickShortcut(Key.ENTER);

    VerticalLayout form = new VerticalLayout(old, fresh, again, change);
    form.setPadding(false);
    form.setMaxWidth("26rem");
    Panel panel = new Panel();
    if (ownPassword.mustChange()) {
      panel.add(new Paragraph("您的密码是别人设置的，请先改成只有自己知道的密码，再开始工作。"));
    }
    panel.add(form);
    add(panel);
  }

  private static PasswordField field(String label, String autocomplete) {
    PasswordField field = new PasswordField(label);
    field.setWidthFull();
    field.setRequiredIndicatorVisible(true);
    field.getElement().setAttribute("autocomplete", autocomplete);
    field.addValueChangeListener(event -> field.setInvalid(false));
    return field;
  }

  private void change() {
    Optional<PasswordField> missing =
        Stream.of(old, fresh, again).filter(PasswordField::isEmpty).findFirst();
    if (missing.isPresent()) {
      fault(missing.get(), "请填写" + missing.get().getLabel() + "。");
    } else if (!fresh.getValue().equals(again.getValue())) {
      fault(again, "两次输入的新密码不一样。");
    } else {
      changeWhenAllowed();
    }
  }

  private void changeWhenAllowed() {
    try {
      SignedIn now = ownPassword.change(old.getValue(), fresh.getValue());
      now.takeOver(
          VaadinServletRequest.getCurrent().getHttpServletRequest(),
          VaadinServletResponse.getCurrent().getHttpServletResponse());
      UI.getCurrent().navigate("");
      Toast.done("密码已修改。其他地方的登录已退出。");
    } catch (Refusal.Invalid refusal) {
      boolean aboutOld =
          refusal.faults().stream().anyMatch(each -> each.field().equals("oldPassword"));
      fault(aboutOld ? old : fresh, refusal.sentence());
    } catch (Refusal refusal) {
      Toast.problem(refusal.sentence());
    }
  }

  private static void fault(PasswordField field, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(true);
    field.focus();
  }
}
