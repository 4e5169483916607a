package cn.sunshine.administration;

import cn.sunshine.account.Accounts;
import cn.sunshine.account.Grant;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;

/** Asks for a role and the region at which it is to be held. */
class GrantDialog extends Dialog {

  /**
   * @param chosen receives the role; when it refuses, the dialog stays open and says why
   */
  GrantDialog(Accounts accounts, Regions regions, Consumer<Grant> chosen) {
    setHeaderTitle("授予角色");
    setWidth("32rem");
    GrantFields fields = new GrantFields(accounts, regions);
    add(fields);
    Button grant =
        new Button(
            "授予",
            event ->
                fields
                    .read()
                    .ifPresent(
                        wanted -> {
                          try {
                            chosen.accept(wanted);
                            close();
                          } catch (Refusal refusal) {
                            Toast.problem(refusal.sentence());
                          }
                        }));
    grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("取消", event -> close()), grant);
  }
}
