package cn.sunshine.supervision;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** One of the few numbers that matter, big; leads to its list. */
final class Tile extends Anchor {

  Tile(String title, String number, String tone, String below, String href) {
    super(href);
    addClassNames("tile", tone);
    add(line("tile-title", title), line("tile-number", number), line("tile-below", below));
  }

  private static Span line(String className, String text) {
    Span line = new Span(text);
    line.addClassName(className);
    return line;
  }
}
