package cn.sunshine.administration;

import cn.sunshine.account.OwnPassword;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Leads everybody whose password somebody else has set to the page where it is changed. */
@Component
class PasswordFirst implements VaadinServiceInitListener {

  private final OwnPassword ownPassword;

  PasswordFirst(OwnPassword ownPassword) {
    this.ownPassword = ownPassword;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addUIInitListener(
            started ->
                started
                    .getUI()
                    .addBeforeEnterListener(
                        entering -> {
                          if (ownPassword.mustChange()
                              && entering.getNavigationTarget() != PasswordView.class) {
                            entering.forwardTo(PasswordView.class);
                          }
                        }));
  }
}
