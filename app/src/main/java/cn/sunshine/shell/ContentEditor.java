package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An editor in the browser for a text that policy staff own: a decision table, a workflow, a form.
 * It shows what the server finds wrong where it is, and lists it below.
 */
public abstract sealed class ContentEditor extends Component implements HasSize, HasStyle
    permits DmnEditor, BpmnEditor, FormEditor {

  private static final JsonMapper JSON = JsonMapper.shared();

  private int revision;

  /**
   * Opens a text to be changed, in place of what was open; it also brings back the same text after
   * it was changed. A text that cannot be shown leaves a sentence that says so.
   */
  public void edit(String content) {
    open(content, false);
  }

  /** Opens a text that can only be looked at. */
  public void read(String content) {
    open(content, true);
  }

  private void open(String content, boolean readOnly) {
    getElement().setProperty("readOnly", readOnly);
    getElement().setProperty("content", content);
    getElement().setProperty("revision", ++revision);
  }

  /** Hands choices over by name; to be called before a text is opened. */
  void choices(Map<String, ?> choices) {
    getElement().setProperty("choices", JSON.writeValueAsString(choices));
  }

  /** Fetches the text from the browser, with everything that was changed. */
  public void save(Consumer<String> receiver) {
    getElement()
        .callJsFunction("save")
        .then(JsonNode.class, text -> receiver.accept(text.asString("")));
  }

  /** Says that what the editor holds has been kept: the browser need not warn who leaves. */
  void markKept() {
    getElement().callJsFunction("kept");
  }

  /** Says that there is work beside the text that has not been kept. */
  void markUnsaved() {
    getElement().callJsFunction("touched");
  }

  /** Marks the faults where they are and lists them, in place of those shown before. */
  public void showFaults(List<EditorFault> faults) {
    getElement()
        .callJsFunction(
            "showFaults", (JsonNode) JSON.valueToTree(faults.stream().map(this::asJson).toList()));
  }

  private Map<String, String> asJson(EditorFault fault) {
    return Map.of(
        "element", fault.elementId(),
        "severity", fault.severity().name().toLowerCase(Locale.ROOT),
        "message", fault.message());
  }

  /** Calls when the text was changed by hand, at most every half second: there is unsaved work. */
  public Registration addEditListener(Command listener) {
    return getElement()
        .addEventListener("content-edited", event -> listener.execute())
        .debounce(500);
  }

  /** Calls with the text once nobody has changed it for 600 ms, for checks while people edit. */
  public Registration addContentListener(Consumer<String> listener) {
    return getElement()
        .addEventListener(
            "content-changed",
            event -> listener.accept(event.getEventData().get("event.detail").asString("")))
        .addEventData("event.detail");
  }
}
