package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Finds where a case would run without anybody doing anything: round in a circle in which nothing
 * waits, or split again and again. The broker has one partition, so one such case takes the time of
 * all others.
 */
final class LoopCheck {

  /** So many ways at once are more than any paper flow chart has. */
  private static final long MOST_TOKENS = 64;

  private final Collection<FlowNode> nodes;
  private final ProcessGraph graph;
  private final Surroundings known;
  private final BpmnModelInstance model;
  private final List<ModelFault> faults = new ArrayList<>();

  LoopCheck(BpmnModelInstance model, Surroundings known) {
    this.model = model;
    this.nodes = model.getModelElementsByType(FlowNode.class);
    this.graph = new ProcessGraph(model);
    this.known = known;
  }

  List<ModelFault> faults() {
    Map<String, FlowNode> byId = new HashMap<>();
    nodes.forEach(node -> byId.put(node.getId(), node));
    Map<String, List<String>> atOnce = new HashMap<>();
    Map<String, List<String>> byItself = new HashMap<>();
    for (FlowNode node : nodes) {
      List<String> next =
          waitsForSomebody(node) ? List.of() : targets(node).filter(byId::containsKey).toList();
      List<String> events = node instanceof Activity activity ? eventsOn(activity) : List.of();
      byItself.put(node.getId(), Stream.concat(next.stream(), events.stream()).toList());
      atOnce.put(node.getId(), waitsForTime(node) ? List.of() : byItself.get(node.getId()));
    }
    for (FlowNode node : nodes) {
      if (isInCircle(node.getId(), atOnce)) {
        add(node, "从“%s”出发，没有人办理、没有等待就又回到它，案件会一直转，拖住所有案件。请在这一圈里放一个办理环节，或者等消息、等一段时间的事件。");
      } else if (splits(node) && isInCircle(node.getId(), byItself)) {
        add(node, "“%s”每到时间就多出一份又回到原处，案件会越分越多。请让它通到结束，不要连回来。");
      }
    }
    checkTokens();
    checkNested();
    checkLists();
    return List.copyOf(faults);
  }

  /** Where the token goes on when the element is done. */
  private Stream<String> targets(FlowNode node) {
    Stream<String> next = graph.targetsOf(node.getId()).stream();
    if (node instanceof SubProcess subProcess) {
      // It goes in; out of it leads its end.
      return subProcess.getChildElementsByType(StartEvent.class).stream().map(FlowElement::getId);
    }
    return next.filter(target -> !isEvent(target));
  }

  /** What can take the token away from an activity, or another one beside it. */
  private List<String> eventsOn(Activity activity) {
    return graph.targetsOf(activity.getId()).stream().filter(this::isEvent).toList();
  }

  private boolean isEvent(String id) {
    return model.getModelElementById(id) instanceof BoundaryEvent
        || model.getModelElementById(id) instanceof SubProcess scope && scope.triggeredByEvent();
  }

  private boolean waitsForSomebody(FlowNode node) {
    return switch (node) {
      case UserTask task -> true;
      case ReceiveTask task -> true;
      case CallActivity call -> {
        ZeebeCalledElement called = call.getSingleExtensionElement(ZeebeCalledElement.class);
        yield called != null && known.processesOfPeople().contains(called.getProcessId());
      }
      case CatchEvent event ->
          event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
      default -> false;
    };
  }

  /** A span takes its time; a moment may be over already. */
  private static boolean waitsForTime(FlowNode node) {
    return node instanceof CatchEvent event
        && event.getEventDefinitions().stream()
            .anyMatch(
                kind -> kind instanceof TimerEventDefinition timer && timer.getTimeDate() == null);
  }

  private static boolean splits(FlowNode node) {
    return node instanceof BoundaryEvent event ? !event.cancelActivity() : ways(node) > 1;
  }

  /** On how many ways a case goes on at the same time. */
  private static long ways(FlowNode node) {
    return node instanceof ExclusiveGateway || node instanceof EventBasedGateway
        ? 1
        : Math.max(1, node.getOutgoing().size());
  }

  private static boolean isInCircle(String id, Map<String, List<String>> next) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(next.getOrDefault(id, List.of()));
    while (!open.isEmpty()) {
      String one = open.remove();
      if (one.equals(id)) {
        return true;
      }
      if (seen.add(one)) {
        open.addAll(next.getOrDefault(one, List.of()));
      }
    }
    return false;
  }

  private void checkTokens() {
    double tokens = 1;
    for (FlowNode node : nodes) {
      tokens *= ways(node);
      if (tokens > MOST_TOKENS) {
        add(node, "到“%s”为止，同时进行的路可能超过 " + MOST_TOKENS + " 条，请少分几路。");
        return;
      }
    }
  }

  private void checkNested() {
    model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream()
        .map(loop -> (Activity) loop.getParentElement())
        .filter(
            inner ->
                Stream.iterate(
                        inner.getParentElement(),
                        scope -> scope != null,
                        ModelElementInstance::getParentElement)
                    .anyMatch(
                        scope ->
                            scope instanceof Activity outer
                                && outer.getLoopCharacteristics() != null))
        .forEach(inner -> add(inner, "“%s”逐个办理，它外面的子流程也是逐个办理，会办成千上万次。请只留一层。"));
  }

  /** The only list of hundreds that every case has. */
  private void checkLists() {
    for (ZeebeLoopCharacteristics loop :
        model.getModelElementsByType(ZeebeLoopCharacteristics.class)) {
      String list = Optional.ofNullable(loop.getInputCollection()).orElse("");
      if (list.contains(Variables.WORKDAYS)
          && loop.getParentElement().getParentElement().getParentElement()
              instanceof FlowElement activity) {
        add(activity, "“%s”不能按工作日逐个办理：有几百个。请换成人或者单位的名单。");
      }
    }
  }

  private void add(FlowElement element, String message) {
    faults.add(ModelFault.error(element.getId(), message.replace("%s", FlowCheck.name(element))));
  }
}
