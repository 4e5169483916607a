package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A white sheet on the grey desk, the ground of everything that is read. */
public class Panel extends Div {

  public Panel(Component... content) {
    addClassName("panel");
    add(content);
  }
}
