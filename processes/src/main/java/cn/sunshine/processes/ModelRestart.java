package cn.sunshine.processes;

import cn.sunshine.processes.ModelMove.Way;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a case that waits for a person can go on by another model in a new instance that begins
 * at the same step. Only where nothing but that step would have to begin again: a called process
 * would start from its beginning, a line that waits at a join would be lost.
 */
final class ModelRestart {

  private final Map<String, FlowNode> from;
  private final Map<String, FlowNode> to;

  ModelRestart(Map<String, FlowNode> from, Map<String, FlowNode> to) {
    this.from = from;
    this.to = to;
  }

  /**
   * @param because why the migration command does not move the case
   */
  Way wayFor(Collection<String> standsAt, List<String> because) {
    List<FlowNode> steps =
        standsAt.stream().distinct().filter(from::containsKey).map(from::get).toList();
    if (steps.size() != 1) {
      return none(
          steps.isEmpty()
              ? "案件这时不在任何环节上，请稍后再试。"
              : "案件同时停在"
                  + steps.stream()
                      .map(node -> "“" + ModelMove.name(node) + "”")
                      .collect(Collectors.joining("、"))
                  + "，都办完以后可以改用。");
    }
    FlowNode step = steps.getFirst();
    return obstacle(step)
        .<Way>map(ModelRestart::none)
        .orElseGet(() -> new Way.Restart(step.getId(), local(step), because));
  }

  private static Way none(String reason) {
    return new Way.None(List.of(reason));
  }

  private Optional<String> obstacle(FlowNode step) {
    String name = "“" + ModelMove.name(step) + "”";
    if (step instanceof CallActivity) {
      return Optional.of("案件正在" + name + "里办理，这一段办完、回到本流程的办理环节以后可以改用。");
    }
    if (!(step instanceof UserTask)) {
      return Optional.of("案件停在" + name + "，不是办理环节，到了下一个办理环节以后可以改用。");
    }
    FlowNode target = to.get(step.getId());
    if (!(target instanceof UserTask)) {
      return Optional.of("新版流程里没有" + name + "这个办理环节，这个环节办完以后可以改用。");
    }
    if (!ModelMove.scope(step).isEmpty() || !ModelMove.scope(target).isEmpty()) {
      return Optional.of(name + "在子流程里，子流程办完以后可以改用。");
    }
    if (ModelMove.isRepeated(step) || ModelMove.isRepeated(target)) {
      return Optional.of(name + "由多人分别办理，都办完以后可以改用。");
    }
    if (isOnAParallelLine(step, from) || isOnAParallelLine(target, to)) {
      return Optional.of(name + "在并行的线上，各线汇合以后可以改用。");
    }
    return Optional.empty();
  }

  /** Whether lines have parted before a step that meet again behind it. */
  private static boolean isOnAParallelLine(FlowNode step, Map<String, FlowNode> nodes) {
    List<FlowNode> gateways =
        nodes.values().stream().filter(ParallelGateway.class::isInstance).toList();
    Set<String> behind = reachableFrom(step);
    boolean meetsOthers =
        gateways.stream()
            .anyMatch(join -> join.getIncoming().size() > 1 && behind.contains(join.getId()));
    return meetsOthers
        && gateways.stream()
            .filter(fork -> fork.getOutgoing().size() > 1)
            .anyMatch(fork -> reachableFrom(fork).contains(step.getId()));
  }

  private static Set<String> reachableFrom(FlowNode start) {
    Set<String> found = new HashSet<>();
    Deque<FlowNode> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      open.remove()
          .getOutgoing()
          .forEach(
              flow -> {
                if (found.add(flow.getTarget().getId())) {
                  open.add(flow.getTarget());
                }
              });
    }
    return found;
  }

  private static Set<String> local(FlowNode step) {
    return Optional.ofNullable(step.getSingleExtensionElement(ZeebeIoMapping.class)).stream()
        .flatMap(mapping -> mapping.getInputs().stream())
        .map(ZeebeInput::getTarget)
        .collect(Collectors.toUnmodifiableSet());
  }
}
