package cn.sunshine.shell;

import com.vaadin.flow.component.html.Span;

/** A state in a few words, with the sign and the colour of its {@link Tone}: “● 办理中”. */
public class StateBadge extends Span {

  public StateBadge(Tone tone, String words) {
    addClassNames("state-badge", tone.cssClass());
    Span sign = new Span(tone.sign());
    sign.addClassName("sign");
    sign.getElement().setAttribute("aria-hidden", "true");
    add(sign, new Span(words));
  }
}
