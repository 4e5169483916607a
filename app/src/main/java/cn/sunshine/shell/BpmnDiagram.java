package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process model as a picture, with the way that a case has taken and the step in work. Shows the
 * mark of bpmn.io, as the licence of bpmn-js demands.
 */
@Tag("sunshine-bpmn-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./components/bpmn-diagram.ts")
public class BpmnDiagram extends Component implements HasSize, HasStyle {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * Where a case stands in its process; every list holds ids of the model.
   *
   * @param completed the elements that are done
   * @param taken the sequence flows that were followed
   * @param active the steps in work
   */
  public record Progress(
      Collection<String> completed, Collection<String> taken, Collection<String> active) {

    /** A model without a case. */
    public static final Progress NONE = new Progress(List.of(), List.of(), List.of());
  }

  /** Shows the model, with BPMN DI, and where the case stands in it. */
  public void show(String bpmnXml, Progress progress) {
    getElement().setPropertyList("completed", List.copyOf(progress.completed()));
    getElement().setPropertyList("taken", List.copyOf(progress.taken()));
    getElement().setPropertyList("active", List.copyOf(progress.active()));
    getElement().setProperty("xml", bpmnXml);
  }

  /**
   * How the cases in a step stand, in a picture of all cases together.
   *
   * @param step the id in the model
   * @param tone the state of the worst of them
   * @param level how much there is in comparison with the other steps, 0 to 4
   * @param number what stands on the step's corner; empty for nothing
   * @param note what stands below the step
   */
  public record Heat(String step, Tone tone, int level, String number, String note) {}

  /** Shows the model and how all cases together stand in it. */
  public void showHeat(String bpmnXml, Collection<Heat> steps) {
    getElement()
        .setProperty(
            "heat", JSON.writeValueAsString(steps.stream().map(BpmnDiagram::mark).toList()));
    getElement().setProperty("xml", bpmnXml);
  }

  private static Map<String, Object> mark(Heat heat) {
    return Map.of(
        "id", heat.step(),
        "tone", heat.tone().cssClass(),
        "level", heat.level(),
        "number", heat.number(),
        "note", heat.note());
  }

  /** Calls with the id of the step that was clicked: a task, a call activity or a subprocess. */
  public Registration addStepClickListener(Consumer<String> listener) {
    return getElement()
        .addEventListener(
            "step-click",
            event -> listener.accept(event.getEventData().get("event.detail").asString()))
        .addEventData("event.detail");
  }
}
