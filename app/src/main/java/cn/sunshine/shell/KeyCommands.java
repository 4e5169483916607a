package cn.sunshine.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Commands of a screen by a single key, for people who work without the mouse. A key counts only
 * when nobody is typing and no dialog is open. Adding this component to a screen shows the keys and
 * puts them into force for as long as it is shown.
 */
@JsModule("./components/keys.ts")
public class KeyCommands extends Div {

  private record Entry(String meaning, Command command) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  public KeyCommands() {
    addClassName("key-commands");
    getElement()
        .addEventListener(
            "key-command",
            event -> {
              Entry entry = entries.get(event.getEventData().get("event.detail").asString());
              if (entry != null) {
                entry.command.execute();
              }
            })
        .addEventData("event.detail");
  }

  /**
   * Adds a command.
   *
   * @param key as the browser names it: {@code j}, {@code Enter}
   * @param meaning a word for the hint; empty joins the next hint: {@code j k 上下}
   */
  public KeyCommands on(String key, String meaning, Command command) {
    entries.put(key, new Entry(meaning, command));
    Span cap = cap(key);
    add(cap);
    if (!meaning.isEmpty()) {
      Span text = new Span(meaning);
      text.addClassName("key-meaning");
      add(text);
    }
    getUI().ifPresent(ui -> listen());
    return this;
  }

  /** A key as a small cap, for the text of a button. */
  public static Span cap(String key) {
    Span cap = new Span(key);
    cap.addClassName("key-cap");
    return cap;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    listen();
  }

  private void listen() {
    getElement().executeJs("window.Sunshine.keys(this, $0)", entries.keySet().stream().toList());
  }
}
