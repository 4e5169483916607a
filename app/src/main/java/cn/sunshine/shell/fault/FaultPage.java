package cn.sunshine.shell.fault;

import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A page that says what went wrong and where to go from here. */
abstract class FaultPage extends Main {

  FaultPage() {
    addClassName("fault-page");
  }

  void say(String code, String title, String sentence, Component... more) {
    Span number = new Span(code);
    number.addClassName("fault-code");
    Anchor home = new Anchor("", "回到首页");
    home.addClassName("fault-home");
    Div box = new Div(number, new H1(title), new Paragraph(sentence));
    box.add(more);
    box.add(home);
    box.addClassName("fault-box");
    add(box);
  }

  /** The sentence of a refusal is the best explanation there is. Answers the HTTP status. */
  int sayRefusal(Refusal refusal) {
    int status =
        switch (refusal) {
          case Refusal.NotFound none -> HttpServletResponse.SC_NOT_FOUND;
          case Refusal.Forbidden no -> HttpServletResponse.SC_FORBIDDEN;
          case Refusal.Conflict late -> HttpServletResponse.SC_CONFLICT;
          case Refusal.Invalid wrong -> HttpServletResponse.SC_BAD_REQUEST;
        };
    say(Integer.toString(status), "页面无法打开", refusal.sentence());
    return status;
  }

  /** The refusal that was thrown, perhaps wrapped by the framework on its way here. */
  static Optional<Refusal> refusalIn(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .filter(Refusal.class::isInstance)
        .map(Refusal.class::cast)
        .findFirst();
  }
}
