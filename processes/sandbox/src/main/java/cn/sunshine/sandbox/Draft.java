package cn.sunshine.sandbox;

import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.Headers;
import cn.sunshine.processes.ModelLint;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.ProcessMove;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A model with all that is asked about its elements. */
final class Draft {

  private final ProcessModel model;
  private final BpmnModelInstance elements;
  private final Map<String, Fork> forks = new HashMap<>();

  private Draft(ProcessModel model) {
    this.model = model;
    this.elements = Bpmn.readModelFromStream(new ByteArrayInputStream(model.xml()));
  }

  static Optional<Draft> of(String xml) {
    return ModelLint.parse(xml.getBytes(StandardCharsets.UTF_8)).map(Draft::new);
  }

  ProcessModel model() {
    return model;
  }

  List<ProcessMove> movesFrom(String element) {
    return model.movesFrom(element);
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> kind) {
    return elements.getModelElementsByType(kind);
  }

  <T> Optional<T> find(String id, Class<T> kind) {
    ModelElementInstance found = elements.getModelElementById(id);
    return kind.isInstance(found) ? Optional.of(kind.cast(found)) : Optional.empty();
  }

  String name(String id) {
    return find(id, FlowElement.class)
        .map(FlowElement::getName)
        .filter(name -> !name.isBlank())
        .orElse(id);
  }

  /** A flow by its own name or by where it leads. */
  String flowName(String id) {
    return find(id, SequenceFlow.class)
        .map(flow -> Optional.ofNullable(flow.getName()).filter(name -> !name.isBlank()))
        .map(name -> name.orElseGet(() -> name(target(id))))
        .orElse(id);
  }

  private String target(String flow) {
    return find(flow, SequenceFlow.class).orElseThrow().getTarget().getId();
  }

  /** The element that a line comes from. */
  String sourceOf(String flow) {
    return find(flow, SequenceFlow.class).map(one -> one.getSource().getId()).orElse("");
  }

  boolean isActivity(String id) {
    return find(id, Activity.class).filter(one -> !(one instanceof SubProcess)).isPresent();
  }

  boolean isEventSubProcess(String id) {
    return find(id, SubProcess.class).filter(SubProcess::triggeredByEvent).isPresent();
  }

  boolean isBoundary(String id) {
    return find(id, BoundaryEvent.class).isPresent();
  }

  /** The end of a case, and not of a subprocess or of a reminder. */
  boolean isLastEnd(String id) {
    return model.ends().contains(id);
  }

  /** Where it depends on the case which of several lines it takes. */
  boolean isFork(String id) {
    return find(id, FlowNode.class)
        .filter(node -> node instanceof ExclusiveGateway || node instanceof EventBasedGateway)
        .filter(node -> node.getOutgoing().size() > 1)
        .isPresent();
  }

  /** The question that a line is an answer to. */
  Fork fork(String exit) {
    return forks.computeIfAbsent(
        exit, flow -> new Fork(find(sourceOf(flow), ExclusiveGateway.class).orElseThrow(), flow));
  }

  /** One of the two timers of a person's step, that tell and change nothing. */
  boolean isDeadlineTimer(String id) {
    return Deadlines.timerToldBy(Deadlines.told(id)).isPresent() && isBoundary(id);
  }

  /** An event that happens from outside: a message, a moment, an error of a step. */
  boolean isTrigger(String id) {
    return find(id, CatchEvent.class)
        .filter(event -> !event.getEventDefinitions().isEmpty())
        .filter(
            event ->
                event instanceof BoundaryEvent
                    || event instanceof IntermediateCatchEvent
                    || event instanceof StartEvent start
                        && start.getParentElement() instanceof SubProcess)
        .isPresent();
  }

  /** The code of the error that an event catches. */
  Optional<String> errorCaughtBy(String id) {
    return find(id, CatchEvent.class).stream()
        .flatMap(event -> event.getChildElementsByType(ErrorEventDefinition.class).stream())
        .flatMap(definition -> Optional.ofNullable(definition.getError()).stream())
        .flatMap(error -> Optional.ofNullable(error.getErrorCode()).stream())
        .findFirst();
  }

  Optional<String> jobType(String id) {
    return find(id, BaseElement.class)
        .map(element -> element.getSingleExtensionElement(ZeebeTaskDefinition.class))
        .map(ZeebeTaskDefinition::getType);
  }

  /** The steps that call a process. */
  List<CallActivity> callsOf(String called) {
    return model.callsOf(called).stream()
        .flatMap(call -> find(call, CallActivity.class).stream())
        .toList();
  }

  /** What a step begins with beside the variables of its case. */
  List<ZeebeInput> inputsOf(Activity step) {
    return Optional.ofNullable(step.getSingleExtensionElement(ZeebeIoMapping.class))
        .map(mapping -> List.copyOf(mapping.getInputs()))
        .orElse(List.of());
  }

  /** How a step is done several times; empty when it is done once. */
  Optional<ZeebeLoopCharacteristics> loop(Activity step) {
    return Optional.ofNullable(step.getLoopCharacteristics())
        .filter(MultiInstanceLoopCharacteristics.class::isInstance)
        .map(loop -> loop.getSingleExtensionElement(ZeebeLoopCharacteristics.class));
  }

  /** The steps that a person's step may return to. */
  List<String> returnTargets(String id) {
    return find(id, BaseElement.class)
        .map(element -> element.getSingleExtensionElement(ZeebeTaskHeaders.class))
        .stream()
        .flatMap(list -> list.getHeaders().stream())
        .filter(header -> Headers.RETURN_TO.equals(header.getKey()))
        .map(ZeebeHeader::getValue)
        .flatMap(value -> List.of(value.split(",")).stream())
        .map(String::strip)
        .filter(target -> !target.isEmpty())
        .toList();
  }
}
