package cn.sunshine.shell;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Grant;
import cn.sunshine.region.Regions;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame of every screen for officials: brand, place and demo mark, search, the person; the
 * navigation on the left.
 */
@Layout
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

  private final SideNavigation navigation;

  MainLayout(
      CurrentActor currentActor,
      Regions regions,
      ShellProperties properties,
      AuthenticationContext authentication,
      ObjectProvider<MenuBadge> badgeBeans,
      ObjectProvider<SearchSource> searchSources,
      ObjectProvider<UserMenuEntry> userMenuEntries,
      LiveUpdates liveUpdates) {
    addClassName("main-layout");
    Optional<Actor> actor = currentActor.find();

    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel("展开或收起导航");
    Brand brand = new Brand();
    actor.flatMap(MainLayout::widestRegion).map(regions::name).ifPresent(brand::at);
    Anchor home = new Anchor("", brand);
    home.addClassName("home");
    home.setAriaLabel("阳光帮扶，回到首页");
    Div left = new Div(toggle, home);
    left.addClassName("top-left");
    if (properties.demoData()) {
      left.add(new DemoMark());
    }

    Div middle = new Div(new GlobalSearch(searchSources.orderedStream().toList()));
    middle.addClassName("top-middle");

    List<MenuBadge> badges = badgeBeans.orderedStream().toList();
    Div right = new Div();
    right.addClassName("top-right");
    for (MenuBadge badge : badges) {
      if (badge instanceof TopBarBadge ringing) {
        TopBarLink link = new TopBarLink(ringing);
        right.add(link);
        liveUpdates.listen(this, badge.topic(), link::refresh);
      }
    }
    actor.ifPresent(
        person ->
            right.add(
                new UserMenu(
                    person, regions, userMenuEntries.orderedStream().toList(), authentication)));

    Div top = new Div(left, middle, right);
    top.addClassName("top-bar");
    addToNavbar(skipLink(), top);

    navigation = new SideNavigation(badges);
    addToDrawer(new Scroller(navigation));
    badges.forEach(
        badge -> liveUpdates.listen(this, badge.topic(), () -> navigation.refresh(badge)));
  }

  /** The place whose name stands beside the brand: the widest region in which a role is held. */
  private static Optional<String> widestRegion(Actor actor) {
    return actor.grants().stream()
        .map(Grant::region)
        .filter(code -> !code.isEmpty())
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  /** For people who work with the keyboard: past the navigation in one step. */
  private static Span skipLink() {
    Anchor link = new Anchor("#content", "跳到正文");
    link.getElement().setAttribute("router-ignore", true);
    Span holder = new Span(link);
    holder.addClassName("skip-link");
    return holder;
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    super.showRouterLayoutContent(content);
    content.getElement().setAttribute("tabindex", "-1");
    if (content.getElement().getAttribute("id") == null) {
      content.getElement().setAttribute("id", "content");
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    navigation.refreshBadges();
  }
}
