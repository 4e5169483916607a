package cn.sunshine.workflow;

import cn.sunshine.processes.ElementFact;
import cn.sunshine.processes.ElementFacts;
import cn.sunshine.processes.ProcessElement;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.UserTask;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model as lines that people can compare: one for each step, event, question and line; steps
 * first, and in the order of their ids, since an editor writes elements in an order of its own.
 * Whatever changes the way of a case changes a line.
 */
final class WorkflowLines {

  private final ProcessModel model;
  private final ElementFacts facts;
  private final Names names;

  /** What the place calls things that a model names by their ids. */
  interface Names {

    String ofParameter(String parameter);

    /** A person's step, in whichever model of the place. */
    String ofStep(String step);

    String ofProcess(String process);

    String ofJob(String jobType);
  }

  private WorkflowLines(ProcessModel model, Names names) {
    this.model = model;
    this.facts = ElementFacts.in(model);
    this.names = names;
  }

  static List<String> of(ProcessModel model, Names names) {
    WorkflowLines lines = new WorkflowLines(model, names);
    return model.elements().stream()
        .sorted(
            Comparator.comparing((ProcessElement element) -> model.userTask(element.id()).isEmpty())
                .thenComparing(ProcessElement::id))
        .map(lines::line)
        .toList();
  }

  private String line(ProcessElement element) {
    String said = model.userTask(element.id()).map(this::step).orElseGet(() -> other(element));
    return Stream.concat(Stream.of(said), facts.of(element.id()).stream().map(this::words))
        .collect(Collectors.joining("　"));
  }

  private String step(UserTask task) {
    return "办理环节 %s（%s）　单位 %s　表单 %s　%s　可退回 %s"
        .formatted(
            task.name(),
            task.id(),
            OfficeWords.of(task.group()),
            task.formKey(),
            task.term().isEmpty() ? "没有办理时限" : names.ofParameter(task.term()),
            task.returnTo().isEmpty()
                ? "无"
                : task.returnTo().stream().map(this::stepName).collect(Collectors.joining("、")));
  }

  private String stepName(String id) {
    return model.userTask(id).map(UserTask::name).orElseGet(() -> names.ofStep(id));
  }

  private static String other(ProcessElement element) {
    String kind = kind(element.type());
    return element.name().isBlank()
        ? "%s（%s）".formatted(kind, element.id())
        : "%s %s（%s）".formatted(kind, element.name(), element.id());
  }

  private String words(ElementFact fact) {
    String value = fact.value();
    return switch (fact.kind()) {
      case FROM -> "从“" + elementName(value) + "”";
      case TO -> "到“" + elementName(value) + "”";
      case CONDITION -> "条件 " + value;
      case OTHERWISE -> "其他情况走这条";
      case JOB -> "作业 " + names.ofJob(value);
      case CALLS -> "调用“" + names.ofProcess(value) + "”";
      case TIMER -> "时间 " + value;
      case MESSAGE -> "消息 " + value;
      case ERROR -> "错误 " + value;
      case INTERRUPTS -> "打断“" + elementName(value) + "”";
      case BESIDE -> value.isEmpty() ? "不打断" : "在“" + elementName(value) + "”旁边，不打断";
      case FOR_EACH -> "逐个办理 " + value;
      case ENOUGH -> "够了的条件 " + value;
      case WHO -> "单位由 " + value + " 决定";
      case INPUT -> "输入 " + value;
      case OUTPUT -> "输出 " + value;
      case HEADER -> "参数 " + value;
    };
  }

  private String elementName(String id) {
    return model.element(id).map(ProcessElement::name).filter(name -> !name.isBlank()).orElse(id);
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
