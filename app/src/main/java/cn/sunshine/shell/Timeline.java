package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** What happened, newest first: the step, what was decided, when and by whom, and the words. */
public class Timeline extends OrderedList {

  public Timeline() {
    addClassName("timeline");
  }

  /**
   * Adds an event below those already there.
   *
   * @param title what happened: “镇级审核 同意”
   * @param actor who did it; empty when nobody in particular
   * @param comment the words; may be empty
   * @param more anything else, such as decisions or links
   */
  public Timeline event(
      Tone tone, String title, Instant at, String actor, String comment, Component... more) {
    Span dot = new Span(tone.sign());
    dot.addClassNames("dot", tone.cssClass());
    dot.getElement().setAttribute("aria-hidden", "true");
    Span heading = new Span(title);
    heading.addClassName("timeline-title");
    Span when = new Span(Wording.dateTime(at) + (actor.isEmpty() ? "" : "  " + actor));
    when.addClassName("quiet");
    Div head = new Div(heading, when);
    Div body = new Div(head);
    body.addClassName("timeline-body");
    if (!comment.isBlank()) {
      Div words = new Div(comment);
      words.addClassName("timeline-comment");
      body.add(words);
    }
    body.add(more);
    add(new ListItem(dot, body));
    return this;
  }
}
