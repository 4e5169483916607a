package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Which element can follow which. Beside the drawn sequence flows a token also moves without a
 * line: into a subprocess and out of it, from an activity to the event on its boundary, and from
 * anywhere in a scope to the event subprocess of that scope (the applicant withdraws, someone
 * objects).
 */
final class ProcessGraph {

  private final Map<String, List<Step>> steps = new HashMap<>();

  ProcessGraph(BpmnModelInstance model) {
    model
        .getModelElementsByType(FlowNode.class)
        .forEach(node -> steps.put(node.getId(), stepsFrom(node)));
  }

  /**
   * The shortest way from one element to another; from an element to itself it is the shortest
   * loop.
   */
  ProcessPath pathBetween(String from, String to) {
    Map<String, Arrival> arrivals = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !arrivals.containsKey(to)) {
      String current = open.remove();
      for (Step step : steps.getOrDefault(current, List.of())) {
        if (arrivals.putIfAbsent(step.target(), new Arrival(current, step)) == null) {
          open.add(step.target());
        }
      }
    }
    return arrivals.containsKey(to) ? backwards(arrivals, from, to) : ProcessPath.NONE;
  }

  /** Where a token can get to from an element in one step, with or without a line. */
  List<String> targetsOf(String element) {
    return steps.getOrDefault(element, List.of()).stream().map(Step::target).toList();
  }

  /** The same with the lines. */
  List<ProcessMove> movesFrom(String element) {
    return steps.getOrDefault(element, List.of()).stream()
        .map(step -> new ProcessMove(element, step.target(), step.flow()))
        .toList();
  }

  Optional<String> onlySuccessorOf(String element) {
    List<String> targets =
        steps.getOrDefault(element, List.of()).stream()
            .filter(step -> step.flow().isPresent())
            .map(Step::target)
            .toList();
    return targets.size() == 1 ? Optional.of(targets.getFirst()) : Optional.empty();
  }

  private static ProcessPath backwards(Map<String, Arrival> arrivals, String from, String to) {
    LinkedList<String> flows = new LinkedList<>();
    LinkedList<String> passed = new LinkedList<>();
    String element = to;
    do {
      Arrival arrival = arrivals.get(element);
      arrival.step().flow().ifPresent(flows::addFirst);
      element = arrival.from();
      passed.addFirst(element);
    } while (!element.equals(from));
    passed.removeFirst();
    return new ProcessPath(List.copyOf(flows), List.copyOf(passed));
  }

  private static List<Step> stepsFrom(FlowNode node) {
    List<Step> found = new ArrayList<>();
    node.getOutgoing().forEach(flow -> found.add(Step.along(flow)));
    if (node instanceof SubProcess subProcess) {
      startsWithin(subProcess).forEach(start -> found.add(Step.to(start)));
      eventSubProcessesIn(subProcess).forEach(event -> found.add(Step.to(event)));
    }
    if (node instanceof Activity activity) {
      boundaryEvents(activity)
          .filter(event -> !(activity instanceof SubProcess) || errorOf(event).isEmpty())
          .forEach(event -> found.add(Step.to(event)));
      eventSubProcessesIn(activity.getParentElement())
          .filter(event -> !event.equals(activity))
          .forEach(event -> found.add(Step.to(event)));
    }
    if (node instanceof EndEvent end) {
      found.addAll(outOfSubProcess(end));
    }
    return List.copyOf(found);
  }

  private static List<Step> outOfSubProcess(EndEvent end) {
    List<SubProcess> enclosing = enclosing(end);
    Optional<String> error = errorOf(end);
    if (error.isPresent()) {
      return enclosing.stream()
          .flatMap(ProcessGraph::boundaryEvents)
          .filter(event -> errorOf(event).equals(error))
          .findFirst()
          .map(event -> List.of(Step.to(event)))
          .orElse(List.of());
    }
    return enclosing.stream()
        .filter(scope -> !scope.triggeredByEvent())
        .findFirst()
        .map(scope -> scope.getOutgoing().stream().map(Step::along).toList())
        .orElse(List.of());
  }

  private static List<SubProcess> enclosing(FlowNode node) {
    return Stream.iterate(
            node.getParentElement(), parent -> parent != null, parent -> parent.getParentElement())
        .filter(SubProcess.class::isInstance)
        .map(SubProcess.class::cast)
        .toList();
  }

  private static Stream<StartEvent> startsWithin(SubProcess subProcess) {
    return subProcess.getChildElementsByType(StartEvent.class).stream();
  }

  private static Stream<SubProcess> eventSubProcessesIn(ModelElementInstance scope) {
    return scope.getChildElementsByType(SubProcess.class).stream()
        .filter(SubProcess::triggeredByEvent);
  }

  private static Stream<BoundaryEvent> boundaryEvents(Activity activity) {
    return activity.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
        .filter(event -> activity.equals(event.getAttachedTo()));
  }

  private static Optional<String> errorOf(FlowNode event) {
    return event.getChildElementsByType(ErrorEventDefinition.class).stream()
        // Without a reference it is an error that nobody catches.
        .flatMap(definition -> Optional.ofNullable(definition.getError()).stream())
        .flatMap(error -> Optional.ofNullable(error.getErrorCode()).stream())
        .findFirst();
  }

  private record Arrival(String from, Step step) {}

  private record Step(String target, Optional<String> flow) {

    static Step along(SequenceFlow flow) {
      return new Step(flow.getTarget().getId(), Optional.of(flow.getId()));
    }

    static Step to(FlowNode node) {
      return new Step(node.getId(), Optional.empty());
    }
  }
}
