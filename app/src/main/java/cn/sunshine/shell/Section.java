package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A headed part of a page: the title, small actions to its right, then the content. */
public class Section extends com.vaadin.flow.component.html.Section {

  private final Div actions = new Div();

  public Section(String title, Component... content) {
    addClassName("section");
    H2 heading = new H2(title);
    actions.addClassName("section-actions");
    Div header = new Div(heading, actions);
    header.addClassName("section-header");
    add(header);
    add(content);
  }

  /** Small buttons or links at the right of the title. */
  public Section withActions(Component... components) {
    actions.add(components);
    return this;
  }
}
