package cn.sunshine.shell;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The name of the house, with the place it serves. */
final class Brand extends Span {

  static final String NAME = "阳光帮扶";

  Brand() {
    addClassName("brand");
    Image sun = new Image("assets/sun.svg", "");
    Span name = new Span(NAME);
    name.addClassName("brand-name");
    add(sun, name);
  }

  Brand at(String place) {
    Span text = new Span(place);
    text.addClassName("brand-place");
    add(text);
    return this;
  }
}
