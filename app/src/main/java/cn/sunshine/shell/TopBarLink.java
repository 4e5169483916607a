package cn.sunshine.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The bell in the top bar with its count. */
final class TopBarLink extends Anchor {

  private final transient TopBarBadge badge;

  TopBarLink(TopBarBadge badge) {
    super(badge.path());
    this.badge = badge;
    addClassName("top-bar-link");
    refresh();
  }

  void refresh() {
    removeAll();
    add(VaadinIcon.BELL.create());
    int count = badge.count();
    getElement()
        .setAttribute("aria-label", badge.title() + (count == 0 ? "" : "，" + badge.words(count)));
    if (count > 0) {
      Span mark = new Span(count > 999 ? "999+" : Integer.toString(count));
      mark.addClassName("count");
      mark.getElement().setAttribute("aria-hidden", "true");
      add(mark);
    }
  }
}
