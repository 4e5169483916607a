package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * How a running case can go on by another model than the one it began with. Zeebe 8.5's migration
 * command moves an instance as it stands, but refuses a model with an event subprocess, moves
 * service tasks, user tasks, subprocesses and call activities and nothing else, and of these none
 * with an event on its boundary that is not a message. A case that waits for a person in its own
 * process can go on in a new instance, which begins at that step; see {@link ModelRestart}.
 */
public final class ModelMove {

  /** How a case goes on by the other model. */
  public sealed interface Way {

    /**
     * By the engine's migration command.
     *
     * @param elements which element of the new model goes on with which of the old one
     */
    record Migration(Map<String, String> elements) implements Way {}

    /**
     * In a new instance that begins at the step where the case waits; the old one is cancelled.
     *
     * @param element id of the step
     * @param local names of the variables that belong to the step alone: it makes them anew
     * @param because why the migration command does not do it
     */
    record Restart(String element, Set<String> local, List<String> because) implements Way {}

    /** Not at all, as long as it stands where it does. */
    record None(List<String> reasons) implements Way {}
  }

  private static final Set<String> MOVABLE =
      Set.of("serviceTask", "userTask", "subProcess", "callActivity");

  private final Map<String, FlowNode> from;
  private final Map<String, FlowNode> to;
  private final List<String> always;
  private final ModelRestart restart;

  private ModelMove(ProcessModel from, ProcessModel to) {
    this.from = nodes(from);
    this.to = nodes(to);
    this.always = always();
    this.restart = new ModelRestart(this.from, this.to);
  }

  /** Reads what can move between two models. */
  public static ModelMove between(ProcessModel from, ProcessModel to) {
    return new ModelMove(from, to);
  }

  private static Map<String, FlowNode> nodes(ProcessModel model) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(model.xml()))
        .getModelElementsByType(FlowNode.class)
        .stream()
        .collect(
            Collectors.toMap(
                FlowNode::getId, node -> node, (first, second) -> first, LinkedHashMap::new));
  }

  private List<String> always() {
    List<String> found = new ArrayList<>();
    eventSubProcess(from)
        .ifPresent(name -> found.add("原来的流程里有事件子流程“" + name + "”，流程引擎（8.5）不能移动这样的流程。"));
    eventSubProcess(to)
        .ifPresent(name -> found.add("新版流程里有事件子流程“" + name + "”，流程引擎（8.5）不能移到这样的流程。"));
    from.values().stream()
        .filter(node -> node instanceof ParallelGateway && node.getIncoming().size() > 1)
        .filter(join -> !isTheSameIn(to, join))
        .forEach(join -> found.add("并行的线在“" + name(join) + "”汇合，新版改了这里，已经走到的线会丢失。"));
    return List.copyOf(found);
  }

  private static Optional<String> eventSubProcess(Map<String, FlowNode> nodes) {
    return nodes.values().stream()
        .filter(
            node ->
                node instanceof SubProcess scope
                    && scope.triggeredByEvent()
                    && scope.getParentElement() instanceof Process)
        .map(ModelMove::name)
        .findFirst();
  }

  /** A line that has come to a join waits there under the names of the line and the join. */
  private static boolean isTheSameIn(Map<String, FlowNode> nodes, FlowNode join) {
    return Optional.ofNullable(nodes.get(join.getId()))
        .map(ModelMove::flowsInto)
        .filter(flowsInto(join)::equals)
        .isPresent();
  }

  private static Set<String> flowsInto(FlowNode join) {
    return join.getIncoming().stream().map(SequenceFlow::getId).collect(Collectors.toSet());
  }

  /**
   * How a case can go on by the new model, from what is known of it. The engine, which knows all of
   * the case, has the last word on a migration.
   *
   * @param standsAt ids of the elements where the case stands
   */
  public Way wayFor(Collection<String> standsAt) {
    List<String> obstacles = obstacles(standsAt);
    return obstacles.isEmpty() ? new Way.Migration(mapping()) : restart.wayFor(standsAt, obstacles);
  }

  private List<String> obstacles(Collection<String> standsAt) {
    Set<String> found = new LinkedHashSet<>(always);
    standsAt.stream()
        .filter(from::containsKey)
        .map(from::get)
        .forEach(node -> found.addAll(obstaclesAt(node)));
    return List.copyOf(found);
  }

  private List<String> obstaclesAt(FlowNode node) {
    List<String> found = new ArrayList<>();
    if (!isMovable(node)) {
      found.add("案件停在“" + name(node) + "”，流程引擎（8.5）只能移动办理环节、系统办理、子流程和调用流程。");
      return found;
    }
    FlowNode target = to.get(node.getId());
    if (target == null || !type(target).equals(type(node))) {
      found.add("新版流程里没有“" + name(node) + "”这个环节，或者它变成了另一种。");
      return found;
    }
    if (isRepeated(node) || isRepeated(target)) {
      found.add("“" + name(node) + "”由多人分别办理，流程引擎（8.5）不能移动。");
    }
    if (!scope(node).equals(scope(target))) {
      found.add("“" + name(node) + "”在新版里移进或移出了子流程，流程引擎（8.5）不能移动。");
    }
    if (hasOtherThanMessages(node, from) || hasOtherThanMessages(target, to)) {
      found.add("“" + name(node) + "”上挂着期限定时器，流程引擎（8.5）不能移动正在这样的环节的案件。");
    }
    return found;
  }

  /**
   * Which element of the new model goes on with which of the old one: the same id. It names all
   * that can move, so that a case that has gone on in the meantime is moved from where it is.
   */
  public Map<String, String> mapping() {
    return from.values().stream()
        .filter(ModelMove::isMovable)
        .filter(node -> to.containsKey(node.getId()))
        .filter(node -> type(to.get(node.getId())).equals(type(node)))
        .collect(Collectors.toMap(FlowNode::getId, FlowNode::getId));
  }

  /** The name of an element of the old model as people know it; its id when it has none. */
  public String nameOf(String element) {
    return Optional.ofNullable(from.get(element)).map(ModelMove::name).orElse(element);
  }

  private static boolean isMovable(FlowNode node) {
    return MOVABLE.contains(type(node))
        && !(node instanceof SubProcess scope && scope.triggeredByEvent());
  }

  static boolean isRepeated(FlowNode node) {
    return node instanceof Activity activity && activity.getLoopCharacteristics() != null;
  }

  private static boolean hasOtherThanMessages(FlowNode node, Map<String, FlowNode> nodes) {
    return nodes.values().stream()
        .filter(BoundaryEvent.class::isInstance)
        .map(BoundaryEvent.class::cast)
        .filter(event -> node.equals(event.getAttachedTo()))
        .anyMatch(event -> event.getChildElementsByType(MessageEventDefinition.class).isEmpty());
  }

  /** The id of the subprocess it is in; empty in the process itself. */
  static String scope(FlowNode node) {
    ModelElementInstance parent = node.getParentElement();
    return parent instanceof Process ? "" : parent.getAttributeValue("id");
  }

  private static String type(FlowNode node) {
    return node.getElementType().getTypeName();
  }

  static String name(FlowNode node) {
    return Optional.ofNullable(node.getName()).filter(text -> !text.isBlank()).orElse(node.getId());
  }
}
