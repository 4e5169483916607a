package cn.sunshine.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The screens that the logged-in person may open, in groups. Which ones is decided by the access
 * annotations of the screens, the same that guard the screens themselves.
 */
final class SideNavigation extends Nav {

  private final transient List<MenuBadge> badges;
  private final Map<String, SideNavItem> items = new HashMap<>();

  SideNavigation(List<MenuBadge> badges) {
    this.badges = badges;
    addClassName("side-navigation");
    setAriaLabel("主导航");
    Map<MenuGroup, SideNav> groups = new EnumMap<>(MenuGroup.class);
    for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
      SideNavItem item = new SideNavItem(entry.title(), entry.path());
      item.setMatchNested(true);
      items.put(withoutSlash(entry.path()), item);
      groups.computeIfAbsent(MenuGroup.of(entry.order()), SideNavigation::groupOf).addItem(item);
    }
    groups.values().forEach(this::add);
    refreshBadges();
  }

  private static SideNav groupOf(MenuGroup group) {
    SideNav nav = new SideNav();
    if (!group.chinese().isEmpty()) {
      nav.setLabel(group.chinese());
    }
    return nav;
  }

  /** The menu names its routes with a leading slash, screens name theirs without. */
  private static String withoutSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  void refreshBadges() {
    badges.forEach(this::refresh);
  }

  void refresh(MenuBadge badge) {
    SideNavItem item = items.get(withoutSlash(badge.path()));
    if (item == null) {
      return;
    }
    int count = badge.count();
    if (count == 0) {
      item.setSuffixComponent(null);
      return;
    }
    Span mark = new Span(count > 999 ? "999+" : Integer.toString(count));
    mark.addClassName("count");
    mark.setTitle(badge.words(count));
    mark.getElement().setAttribute("aria-label", badge.words(count));
    mark.getElement().setAttribute("role", "img");
    item.setSuffixComponent(mark);
  }
}
