package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
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
import java.util.stream.Collectors;

/** Follows the lines: a case can get everywhere, out of everywhere, and past every question. */
final class FlowCheck {

  private final Collection<FlowNode> nodes;
  private final Collection<ExclusiveGateway> questions;
  private final Collection<SequenceFlow> flows;
  private final Process process;
  private final ProcessGraph graph;
  private final List<ModelFault> faults = new ArrayList<>();

  FlowCheck(BpmnModelInstance model, Process process) {
    this.nodes = model.getModelElementsByType(FlowNode.class);
    this.questions = model.getModelElementsByType(ExclusiveGateway.class);
    this.flows = model.getModelElementsByType(SequenceFlow.class);
    this.process = process;
    this.graph = new ProcessGraph(model);
  }

  List<ModelFault> faults() {
    nodes.forEach(this::checkEnds);
    questions.forEach(this::checkQuestion);
    flows.forEach(this::checkFlow);
    checkWays();
    return List.copyOf(faults);
  }

  /** A node that a token cannot leave or that has no line to it. */
  private void checkEnds(FlowNode node) {
    boolean last = node instanceof EndEvent || isEventSubProcess(node);
    if (node.getOutgoing().isEmpty() && !last) {
      add(
          node,
          node instanceof BoundaryEvent
              ? "边界事件“%s”后面没有连线，引擎不会接受。请连到下一步或一个结束。"
              : "“%s”后面没有连线，案件会在这里悄悄结束。请连到下一步或一个结束。");
    }
    if (node.getOutgoing().size() > 1 && !(node instanceof Gateway)) {
      add(node, "“%s”后面有几条连线，案件会同时走每一条。只走一条的，请先画一个判断；要同时办的，请先画“同时进行”。");
    }
    if (node instanceof ParallelGateway
        && node.getIncoming().size() > 1
        && node.getOutgoing().size() > 1) {
      add(node, "“同时进行”%s既汇合又分开，请拆成两个：先汇合，再分开。");
    }
  }

  private void checkQuestion(ExclusiveGateway gateway) {
    if (gateway.getOutgoing().size() < 2) {
      return;
    }
    if (gateway.getDefault() == null) {
      add(gateway, "判断“%s”没有默认的路：条件都不满足时案件会卡住。请把其中一条连线设为“默认连线”。");
    }
    for (SequenceFlow flow : gateway.getOutgoing()) {
      boolean isDefault = flow.equals(gateway.getDefault());
      if (!isDefault && condition(flow).isEmpty()) {
        faults.add(
            ModelFault.error(
                flow.getId(), "从判断“" + name(gateway) + "”出来的这条线没有条件，引擎不会接受。请填写条件，或设为默认连线。"));
      }
      if (isDefault && condition(flow).isPresent()) {
        faults.add(ModelFault.warning(flow.getId(), "默认连线的条件不会被用到，请删去条件，免得误解。"));
      }
    }
  }

  private void checkFlow(SequenceFlow flow) {
    Optional<String> condition = condition(flow);
    if (condition.isPresent() && !condition.get().startsWith("=")) {
      faults.add(ModelFault.error(flow.getId(), "条件应以“=”开头，例如 =outcome = \"approve\"。"));
    }
    if (condition.isPresent() && !(flow.getSource() instanceof ExclusiveGateway)) {
      faults.add(ModelFault.error(flow.getId(), "只有从判断出来的线可以带条件，请先画一个判断。"));
    }
  }

  private void checkWays() {
    Map<String, Set<String>> next = new HashMap<>();
    Map<String, Set<String>> before = new HashMap<>();
    nodes.forEach(
        node ->
            graph
                .targetsOf(node.getId())
                .forEach(
                    target -> {
                      next.computeIfAbsent(node.getId(), key -> new HashSet<>()).add(target);
                      if (goesOn(target)) {
                        before.computeIfAbsent(target, key -> new HashSet<>()).add(node.getId());
                      }
                    }));
    Set<String> reached =
        closure(
            process.getChildElementsByType(StartEvent.class).stream()
                .map(StartEvent::getId)
                .collect(Collectors.toSet()),
            next);
    Set<String> ending =
        closure(
            nodes.stream()
                .filter(node -> node instanceof EndEvent || isEventSubProcess(node))
                .map(FlowNode::getId)
                .collect(Collectors.toSet()),
            before);
    for (FlowNode node : nodes) {
      if (!reached.contains(node.getId()) && !isEventSubProcess(node)) {
        add(node, "没有一条路走到“%s”。请连上，或者删去。");
      } else if (!ending.contains(node.getId()) && !node.getOutgoing().isEmpty()) {
        add(node, "从“%s”走不到任何结束，案件会一直转下去。请连到一个结束。");
      }
    }
  }

  /**
   * Whether the case itself goes on there: not where it only sends a reminder beside the step, and
   * not where somebody may or may not withdraw it.
   */
  private boolean goesOn(String target) {
    return nodes.stream()
        .filter(node -> node.getId().equals(target))
        .noneMatch(
            node ->
                isEventSubProcess(node)
                    || node instanceof BoundaryEvent event && !event.cancelActivity());
  }

  private static Set<String> closure(Set<String> from, Map<String, Set<String>> steps) {
    Set<String> found = new HashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      steps.getOrDefault(open.remove(), Set.of()).stream().filter(found::add).forEach(open::add);
    }
    return found;
  }

  private static Optional<String> condition(SequenceFlow flow) {
    return Optional.ofNullable(flow.getConditionExpression())
        .map(ConditionExpression::getTextContent)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static boolean isEventSubProcess(FlowNode node) {
    return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
  }

  private void add(FlowNode node, String message) {
    faults.add(ModelFault.error(node.getId(), message.formatted(name(node))));
  }

  static String name(FlowElement element) {
    return Optional.ofNullable(element.getName())
        .filter(text -> !text.isBlank())
        .orElseGet(() -> element instanceof Gateway ? "没有名称的判断" : element.getId());
  }
}
