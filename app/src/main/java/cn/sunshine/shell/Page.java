package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;

/** The content of a screen: a title line with actions, then whatever the screen adds. */
public abstract class Page extends Main {

  private final H1 title = new H1();
  private final Span besides = new Span();
  private final Div actions = new Div();

  protected Page(String title) {
    addClassName("page");
    this.title.setText(title);
    besides.addClassName("page-besides");
    actions.addClassName("page-actions");
    Div header = new Div(this.title, besides, actions);
    header.addClassName("page-header");
    add(header);
  }

  /** For screens whose title depends on what they show, such as a case. */
  protected void retitle(String text) {
    title.setText(text);
  }

  /** What stands right beside the title: badges, a number, the state. */
  protected void besideTitle(Component... components) {
    besides.removeAll();
    besides.add(components);
  }

  /** The buttons at the right end of the title line. */
  protected void addActions(Component... components) {
    actions.add(components);
  }
}
