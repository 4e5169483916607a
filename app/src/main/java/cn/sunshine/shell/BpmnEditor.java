package cn.sunshine.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A workflow (流程) as BPMN 2.0 XML with diagram, and its properties beside it. Only elements that
 * the engine does are offered. Shows the mark of bpmn.io, as the licence of bpmn-js demands.
 */
@Tag("sunshine-bpmn-editor")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@NpmPackage(value = "bpmn-js-properties-panel", version = "6.0.1")
@NpmPackage(value = "@bpmn-io/properties-panel", version = "3.55.0")
@NpmPackage(value = "zeebe-bpmn-moddle", version = "2.0.0")
@NpmPackage(value = "camunda-bpmn-js-behaviors", version = "1.18.0")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@JsModule("./components/bpmn-editor.ts")
public final class BpmnEditor extends ContentEditor {

  /** One of the things to choose from: what stands in the model and what people read. */
  public record Choice(String value, String label) {}

  /**
   * What can be chosen for the steps of a workflow.
   *
   * @param groups who does a person's step, as {@code role@level}
   * @param forms ids of forms
   * @param terms parameters with a term
   * @param jobTypes what the system can do
   * @param processes plain or full ids of processes that can be called
   */
  public record Choices(
      List<Choice> groups,
      List<Choice> forms,
      List<Choice> terms,
      List<Choice> jobTypes,
      List<Choice> processes) {}

  /**
   * Draws the way that a case took, in the place of the one drawn before.
   *
   * @param ids of its elements and flows; empty to draw none
   * @param stopped id of the element at which it stopped or turned off; empty when it did not
   */
  public void showWay(List<String> ids, String stopped) {
    getElement()
        .callJsFunction("showWay", (JsonNode) JsonMapper.shared().valueToTree(ids), stopped);
  }

  /** Offers choices in the properties of steps; to be called before a model is opened. */
  public void offer(Choices choices) {
    choices(
        Map.of(
            "groups", choices.groups(),
            "forms", choices.forms(),
            "terms", choices.terms(),
            "jobTypes", choices.jobTypes(),
            "processes", choices.processes()));
  }
}
