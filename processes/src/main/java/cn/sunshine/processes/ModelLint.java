package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what in a model would fail or stall on the engine, before it gets there: what Zeebe 8.5
 * refuses, what it silently leaves out, and what our application cannot work
 * (docs/policy-packs.md). Never throws, whatever the bytes are: they come from a browser.
 */
public final class ModelLint {

  /** Nobody finds his way in a drawing of more, and each is compared with others. */
  private static final int MOST_NODES = 400;

  private ModelLint() {}

  /** What is wrong, in the order of the file; empty when the model can be released. */
  public static List<ModelFault> check(byte[] xml, Surroundings known) {
    List<ModelFault> unsafe = SafeXml.check(xml);
    if (!unsafe.isEmpty()) {
      return unsafe;
    }
    BpmnModelInstance model;
    try {
      model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
    } catch (RuntimeException notBpmn) {
      return List.of(ModelFault.error("", "不是有效的 BPMN 2.0 流程图：" + reason(notBpmn)));
    }
    Collection<Process> processes = model.getModelElementsByType(Process.class);
    if (processes.size() != 1) {
      return List.of(
          ModelFault.error("", "一个文件里只能有一个流程（流程池），现在有 " + processes.size() + " 个，请删去多余的。"));
    }
    int nodes = model.getModelElementsByType(FlowNode.class).size();
    if (nodes > MOST_NODES) {
      return List.of(
          ModelFault.error(
              "", "环节和判断太多：%d 个，最多 %d 个。请拆成几个流程，用“调用流程”连接。".formatted(nodes, MOST_NODES)));
    }
    try {
      return check(model, processes.iterator().next(), known);
    } catch (RuntimeException incomplete) {
      // A reference that leads nowhere, which the schema lets pass: the checks need whole models.
      return List.of(ModelFault.error("", "流程图不完整，无法检查：" + reason(incomplete)));
    }
  }

  /** The model that a stranger's bytes hold; empty when they hold none that can be read. */
  public static Optional<ProcessModel> parse(byte[] xml) {
    if (!SafeXml.check(xml).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ProcessModel.parse(xml));
    } catch (RuntimeException incomplete) {
      return Optional.empty();
    }
  }

  private static List<ModelFault> check(
      BpmnModelInstance model, Process process, Surroundings known) {
    Set<ModelFault> faults = new LinkedHashSet<>();
    Stream.of(
            new ProcessCheck(model, process, known).faults(),
            new FlowCheck(model, process).faults(),
            new StepCheck(model, known).faults(),
            new TimerCheck(model).faults(),
            new ExpressionCheck(model).faults(),
            new LoopCheck(model, known).faults())
        .forEach(faults::addAll);
    // What the engine says in English only counts where nothing better has been said already.
    Set<String> told = new LinkedHashSet<>();
    faults.stream().filter(ModelFault::isError).map(ModelFault::elementId).forEach(told::add);
    EngineCheck.faults(model).stream()
        .filter(fault -> !told.contains(fault.elementId()))
        .forEach(faults::add);
    return List.copyOf(faults);
  }

  private static String reason(RuntimeException problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String text = String.valueOf(cause.getMessage());
    return text.length() > 300 ? text.substring(0, 300) + "……" : text;
  }
}
