package cn.sunshine.administration;

import cn.sunshine.account.Accounts;
import cn.sunshine.account.NewAccount;
import cn.sunshine.account.OneTimePassword;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.function.Consumer;

/** Opens an account with its first role, and shows its password once. */
class NewAccountDialog extends Dialog {

  private final TextField username = new TextField("用户名");
  private final TextField displayName = new TextField("姓名");
  private final GrantFields first;
  private final transient Accounts accounts;
  private final transient Consumer<OneTimePassword> opened;

  NewAccountDialog(Accounts accounts, Regions regions, Consumer<OneTimePassword> opened) {
    this.accounts = accounts;
    this.opened = opened;
    setHeaderTitle("新建账号");
    setWidth("32rem");
    username.setRequiredIndicatorVisible(true);
    username.setHelperText("以英文字母开头，可用小写字母、数字、点、下划线和连字符，以后不能修改。");
    username.setMaxLength(64);
    username.setAutofocus(true);
    displayName.setRequiredIndicatorVisible(true);
    displayName.setMaxLength(60);
    first = new GrantFields(accounts, regions);
    first.addComponentAsFirst(displayName);
    first.addComponentAsFirst(username);
    add(first);
    Button create = new Button("新建", event -> create());
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), create);
  }

  private void create() {
    first
        .read()
        .ifPresent(
            grant -> {
              try {
                OneTimePassword password =
                    accounts.create(
                        new NewAccount(username.getValue(), displayName.getValue(), Set.of(grant)));
                close();
                opened.accept(password);
                new OneTimePasswordDialog("账号已建立", password).open();
              } catch (Refusal refusal) {
                Toast.problem(refusal.sentence());
              }
            });
  }
}
