package cn.sunshine.shell;

import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Camunda Form to fill in or to read. What the browser finds wrong is only a courtesy: the server
 * checks the same form again, and {@link #showFaults} puts what it finds at the fields. Shows the
 * mark of bpmn.io, as the licence of form-js demands.
 */
@Tag("sunshine-camunda-form")
@NpmPackage(value = "@bpmn-io/form-js-viewer", version = "1.23.0")
@NpmPackage(value = "flatpickr", version = "4.6.13")
@JsModule("./components/camunda-form.ts")
public class CamundaForm extends Component implements HasSize, HasStyle {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * What came back from the browser.
   *
   * @param data the answers, by the keys of the form
   * @param faults what the form itself finds wrong; already shown at the fields
   */
  public record Answer(ObjectNode data, List<Refusal.FieldFault> faults) {

    public boolean complete() {
      return faults.isEmpty();
    }
  }

  /** Shows a form to be filled in, beginning with the data. */
  public void edit(String schemaJson, ObjectNode data) {
    open(schemaJson, data, false);
  }

  /** Shows a form that can only be read. */
  public void read(String schemaJson, ObjectNode data) {
    open(schemaJson, data, true);
  }

  private void open(String schemaJson, ObjectNode data, boolean readOnly) {
    getElement().setPropertyJson("schema", JSON.readValue(schemaJson, ObjectNode.class));
    getElement().setPropertyJson("data", data.deepCopy());
    getElement().setProperty("readOnly", readOnly);
  }

  /**
   * Fetches the answers from the browser, after letting the form check them; faults are shown at
   * their fields and the first one gets the cursor.
   */
  public void submit(Consumer<Answer> receiver) {
    getElement()
        .callJsFunction("submit")
        .then(JsonNode.class, result -> receiver.accept(answerOf(result)));
  }

  static Answer answerOf(JsonNode result) {
    List<Refusal.FieldFault> faults = new ArrayList<>();
    for (JsonNode fault : result.path("errors")) {
      faults.add(
          new Refusal.FieldFault(fault.path("path").asString(), fault.path("message").asString()));
    }
    ObjectNode data =
        result.path("data") instanceof ObjectNode object ? object : JSON.createObjectNode();
    return new Answer(data, List.copyOf(faults));
  }

  /**
   * Shows what the server found wrong at the fields; faults whose path is no field of the form are
   * listed above it.
   */
  public void showFaults(List<Refusal.FieldFault> faults) {
    Map<String, String> byPath =
        faults.stream()
            .collect(
                Collectors.toMap(
                    Refusal.FieldFault::field,
                    Refusal.FieldFault::message,
                    (first, second) -> first + second,
                    LinkedHashMap::new));
    getElement().callJsFunction("showErrors", (JsonNode) JSON.valueToTree(byPath));
  }

  /** Back to the data that the form was opened with. */
  public void reset() {
    getElement().callJsFunction("reset");
  }

  /** Calls when an answer was changed by hand, at most every half second: there is unsaved work. */
  public Registration addEditListener(Command listener) {
    return getElement().addEventListener("form-edited", event -> listener.execute()).debounce(500);
  }
}
