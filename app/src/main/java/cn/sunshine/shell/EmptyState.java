package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What a list says when there is nothing in it: why, and what can be done. */
public class EmptyState extends Div {

  public EmptyState(String title, String hint, Component... actions) {
    addClassName("empty-state");
    Paragraph heading = new Paragraph(title);
    heading.addClassName("empty-title");
    Paragraph text = new Paragraph(hint);
    text.addClassName("quiet");
    add(heading, text);
    add(actions);
  }
}
