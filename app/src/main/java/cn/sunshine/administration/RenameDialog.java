package cn.sunshine.administration;

import cn.sunshine.account.AccountOverview;
import cn.sunshine.account.Accounts;
import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;

/** Asks for the name that others see. */
class RenameDialog extends Dialog {

  RenameDialog(Accounts accounts, AccountOverview account, Runnable changed) {
    setHeaderTitle("修改姓名");
    TextField name = new TextField("姓名", account.displayName(), "");
    name.setMaxLength(60);
    name.setWidthFull();
    name.setAutofocus(true);
    add(name);
    Button save =
        new Button(
            "保存",
            event -> {
              try {
                accounts.rename(account.username(), name.getValue());
                close();
                changed.run();
              } catch (Refusal refusal) {
                name.setErrorMessage(refusal.sentence());
                name.setInvalid(true);
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), save);
  }
}
