package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A conclusion in a tinted box: a headline with its sign, then sentences. */
public class Finding extends Div {

  public Finding(Tone tone, String headline, Component... sentences) {
    addClassNames("finding", tone.cssClass());
    Span sign = new Span(tone.sign());
    sign.addClassName("sign");
    sign.getElement().setAttribute("aria-hidden", "true");
    Div head = new Div(sign, new Span(headline));
    head.addClassName("finding-head");
    add(head);
    add(sentences);
  }
}
