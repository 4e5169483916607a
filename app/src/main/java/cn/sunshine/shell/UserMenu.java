package cn.sunshine.shell;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.region.Regions;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Comparator;
import java.util.List;

/** Who is logged in and as what; change of the password; log out. */
final class UserMenu extends MenuBar {

  UserMenu(
      Actor actor,
      Regions regions,
      List<UserMenuEntry> entries,
      AuthenticationContext authentication) {
    addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_END_ALIGNED);
    addClassName("user-menu");
    List<String> roles =
        actor.grants().stream()
            .sorted(Comparator.comparing(Grant::region).thenComparing(Grant::role))
            .map(grant -> title(grant, regions))
            .toList();

    Span name = new Span(actor.displayName());
    Span role = new Span(roles.isEmpty() ? "" : " · " + roles.getFirst());
    role.addClassName("user-role");
    Div label = new Div(VaadinIcon.USER.create(), name, role);
    label.addClassName("user-label");
    MenuItem person = addItem(label);
    person.setAriaLabel(actor.displayName() + "，个人菜单");

    SubMenu menu = person.getSubMenu();
    Div who = new Div();
    who.addClassName("user-card");
    who.add(new Span(actor.displayName() + "（" + actor.username() + "）"));
    roles.forEach(
        text -> {
          Div line = new Div(text);
          line.addClassName("quiet");
          who.add(line);
        });
    menu.addItem(who).setEnabled(false);
    menu.addSeparator();
    entries.forEach(entry -> menu.addItem(entry.title(), event -> entry.open()));
    menu.addItem("退出登录", event -> authentication.logout());
  }

  private static String title(Grant grant, Regions regions) {
    return grant.region().isEmpty()
        ? grant.role().chinese()
        : regions.name(grant.region()) + " " + grant.role().chinese();
  }
}
