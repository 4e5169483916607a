package cn.sunshine.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;

/** The frame of pages for a big screen on a wall: dark, large, nothing but the brand. */
@PermitAll
public class WallLayout extends Div implements RouterLayout {

  WallLayout(ShellProperties properties) {
    addClassName("wall");
    Header header = new Header(new Brand());
    if (properties.demoData()) {
      header.add(new DemoMark());
    }
    add(header);
  }
}
