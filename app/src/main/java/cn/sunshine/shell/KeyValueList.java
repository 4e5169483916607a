package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Facts, one a line: what it is on the left, its value on the right. */
public class KeyValueList extends DescriptionList {

  public KeyValueList() {
    addClassName("key-values");
  }

  public KeyValueList line(String key, String value) {
    return line(key, new Span(value.isBlank() ? "—" : value));
  }

  public KeyValueList line(String key, Component... value) {
    Description description = new Description();
    description.add(value);
    add(new Term(key), description);
    return this;
  }
}
