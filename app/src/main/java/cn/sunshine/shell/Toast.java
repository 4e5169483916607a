package cn.sunshine.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;

/** A word at the edge of the screen about what was just done, or could not be done. */
public final class Toast {

  private static final int SHORT_MILLIS = 4000;
  private static final int LONG_MILLIS = 12000;

  private Toast() {}

  /** Something was done. */
  public static void done(String sentence) {
    show(Tone.GOOD, "✓", sentence, SHORT_MILLIS);
  }

  /** Something was not done: what is wrong and what to do. Stays longer and can be closed. */
  public static void problem(String sentence) {
    show(Tone.BAD, Tone.BAD.sign(), sentence, LONG_MILLIS);
  }

  private static void show(Tone tone, String sign, String sentence, int millis) {
    Notification notification = new Notification();
    notification.setPosition(Notification.Position.TOP_CENTER);
    notification.setDuration(millis);
    Span mark = new Span(sign);
    mark.addClassName("sign");
    mark.getElement().setAttribute("aria-hidden", "true");
    Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notification.close());
    close.setAriaLabel("关闭提示");
    close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    Div line = new Div(mark, new Span(sentence), close);
    line.addClassNames("toast", tone.cssClass());
    line.getElement().setAttribute("role", "alert");
    notification.add(line);
    notification.open();
  }
}
