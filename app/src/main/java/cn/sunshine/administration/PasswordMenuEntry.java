package cn.sunshine.administration;

import cn.sunshine.shell.UserMenuEntry;
import com.vaadin.flow.component.UI;
import org.springframework.stereotype.Component;

@Component
class PasswordMenuEntry implements UserMenuEntry {

  @Override
  public String title() {
    return "修改密码";
  }

  @Override
  public void open() {
    UI.getCurrent().navigate(PasswordView.class);
  }
}
