package cn.sunshine.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * The frame of the pages for everybody: no log-in, large type, readable on a small telephone and on
 * the terminal of a service centre. Never shows personal data.
 */
@AnonymousAllowed
public class PublicLayout extends Div implements RouterLayout {

  private final Main content = new Main();

  PublicLayout(ShellProperties properties) {
    addClassName("public-layout");
    Anchor home = new Anchor("notices", new Brand());
    home.addClassName("home");
    Header header = new Header(home);
    if (properties.demoData()) {
      header.add(new DemoMark());
    }
    Nav pages =
        new Nav(
            new Anchor("notices", "公示"),
            new Anchor("tenders", "招标公告"),
            new Anchor("complaints", "我要反映"),
            new Anchor("complaints/progress", "查询进度"));
    pages.setAriaLabel("公开页面");
    pages.addClassName("public-pages");
    header.add(pages);
    Anchor login = new Anchor("login", "工作人员登录");
    login.addClassName("public-login");
    header.add(login);
    Footer footer = new Footer(new Div("公示信息已隐去身份证号等个人信息。"));
    add(header, content, footer);
  }

  @Override
  public void showRouterLayoutContent(HasElement view) {
    content.getElement().removeAllChildren();
    content.getElement().appendChild(view.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement oldContent) {
    content.getElement().removeAllChildren();
  }
}
