package cn.sunshine.workflow;

import cn.sunshine.processes.ProcessElement;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.UserTask;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A model as lines that people can compare: one for each step, event, question and line; steps
 * first, and in the order of their ids, since an editor writes elements in an order of its own.
 */
final class WorkflowLines {

  private final ProcessModel model;
  private final UnaryOperator<String> titles;

  private WorkflowLines(ProcessModel model, UnaryOperator<String> titles) {
    this.model = model;
    this.titles = titles;
  }

  /**
   * @param titles tells what the place calls a parameter
   */
  static List<String> of(ProcessModel model, UnaryOperator<String> titles) {
    WorkflowLines lines = new WorkflowLines(model, titles);
    return model.elements().stream()
        .sorted(
            Comparator.comparing((ProcessElement element) -> model.userTask(element.id()).isEmpty())
                .thenComparing(ProcessElement::id))
        .map(
            element ->
                model.userTask(element.id()).map(lines::step).orElseGet(() -> other(element)))
        .toList();
  }

  private String step(UserTask task) {
    return "办理环节 %s（%s）　单位 %s　表单 %s　%s　可退回 %s"
        .formatted(
            task.name(),
            task.id(),
            OfficeWords.of(task.group()),
            task.formKey(),
            task.term().isEmpty() ? "没有办理时限" : titles.apply(task.term()),
            task.returnTo().isEmpty()
                ? "无"
                : task.returnTo().stream().map(this::stepName).collect(Collectors.joining("、")));
  }

  private String stepName(String id) {
    return model.userTask(id).map(UserTask::name).orElse(id);
  }

  private static String other(ProcessElement element) {
    return "%s %s（%s）".formatted(kind(element.type()), element.name(), element.id());
  }

  private static String kind(String type) {
    return switch (type) {
      case "sequenceFlow" -> "连线";
      case "serviceTask" -> "系统办理";
      case "callActivity" -> "调用流程";
      case "exclusiveGateway" -> "判断";
      case "parallelGateway" -> "同时进行";
      case "eventBasedGateway" -> "先到先办";
      case "startEvent" -> "开始";
      case "endEvent" -> "结束";
      case "boundaryEvent" -> "边界事件";
      case "intermediateCatchEvent" -> "等待";
      case "subProcess" -> "子流程";
      default -> "元素";
    };
  }
}
