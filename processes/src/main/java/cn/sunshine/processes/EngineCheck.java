package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ValidationResult;

/** What Zeebe 8.5 itself refuses, and what it takes and then leaves out without a word. */
final class EngineCheck {

  /** Kinds that the engine knows but our models must not use, or that it does not know at all. */
  private static final Map<String, String> NOT_DONE =
      Map.ofEntries(
          Map.entry("complexGateway", "“复杂判断”引擎不支持，请用“判断”。"),
          Map.entry("inclusiveGateway", "“包容判断”不能汇合，引擎会卡住，请用“判断”或“同时进行”。"),
          Map.entry("transaction", "“事务”引擎不支持，请用“子流程”。"),
          Map.entry("adHocSubProcess", "“临时子流程”引擎不支持，请用“子流程”。"),
          Map.entry("manualTask", "“手工环节”不会等人，案件会直接走过去，请用“办理环节”。"),
          Map.entry("task", "没有指明种类的环节不会等人，案件会直接走过去，请改成“办理环节”或“系统办理”。"),
          Map.entry("scriptTask", "“脚本”不在本系统里使用，请用“系统办理”。"),
          Map.entry("businessRuleTask", "“规则环节”在本系统里由“系统办理”的 evaluate-rules 完成，请改用它。"),
          Map.entry("conditionalEventDefinition", "“条件事件”引擎 8.5 不支持，请用定时器或消息。"),
          Map.entry("cancelEventDefinition", "“取消事件”引擎不支持，请用错误事件。"),
          Map.entry("signalEventDefinition", "“信号”会惊动别的案件和别的地方的流程，请用消息。"));

  private EngineCheck() {}

  static List<ModelFault> faults(BpmnModelInstance model) {
    List<ModelFault> faults = new ArrayList<>();
    everything(model)
        .forEach(
            element ->
                Optional.ofNullable(NOT_DONE.get(element.getElementType().getTypeName()))
                    .ifPresent(words -> faults.add(ModelFault.error(idAround(element), words))));
    model
        .getModelElementsByType(ZeebeExecutionListeners.class)
        .forEach(
            listeners ->
                faults.add(
                    ModelFault.error(idAround(listeners), "执行监听器会被引擎 8.5 悄悄忽略，请删去，需要做的事用“系统办理”。")));
    model
        .getModelElementsByType(ZeebeUserTask.class)
        .forEach(
            own ->
                faults.add(
                    ModelFault.error(
                        idAround(own), "这个环节标成了引擎自己的用户任务，不会进入待办。请在源文件里删去 zeebe:userTask。")));
    model
        .validate(ZeebeDesignTimeValidators.VALIDATORS)
        .getResults()
        .forEach(
            (element, results) ->
                results.stream()
                    .map(ValidationResult::getMessage)
                    .filter(
                        message ->
                            faults.stream()
                                .noneMatch(fault -> fault.elementId().equals(idAround(element))))
                    .findFirst()
                    .ifPresent(
                        message ->
                            faults.add(
                                ModelFault.error(
                                    idAround(element), "流程引擎不接受：" + inChinese(message)))));
    return List.copyOf(faults);
  }

  private static Stream<BaseElement> everything(BpmnModelInstance model) {
    return model.getModelElementsByType(BaseElement.class).stream();
  }

  private static String inChinese(String message) {
    return MESSAGES.entrySet().stream()
        .filter(entry -> message.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(message);
  }

  private static final Map<String, String> MESSAGES =
      Map.ofEntries(
          Map.entry("Must have at least one outgoing sequence flow", "后面没有连线。"),
          Map.entry("Must be exactly one type of timer", "定时器没有写时间，请填写时刻、时长或周期中的一个。"),
          Map.entry("Must be attached to an activity", "边界事件没有贴在环节上。"),
          Map.entry("Must have exactly one event definition", "事件要有且只有一个种类。"),
          Map.entry("Must reference a message", "没有选定消息，请在右边选定。"),
          Map.entry("Must reference an error", "没有选定错误，请在右边选定。"),
          Map.entry("Must reference a signal", "没有选定信号，请在右边选定。"),
          Map.entry("zeebe:subscription", "消息没有写对应的案件编号，请填写 =caseId。"),
          Map.entry("Name must be present", "没有名称，请填写。"),
          Map.entry("Event-based gateway must have at least 2", "“先到先办”后面至少要有两条路。"),
          Map.entry(
              "Event-based gateway must not have an outgoing sequence flow to other",
              "“先到先办”后面只能连等待消息或等待时间的事件。"),
          Map.entry("Only one", "同一种设置重复了。"),
          Map.entry("Start event must be", "开始的种类不对。"),
          Map.entry("Must have exactly one start event", "要有且只有一个开始。"),
          Map.entry("Event of this type is not supported", "这种事件引擎不支持。"),
          Map.entry("Elements of this type are not supported", "这种元素引擎不支持。"),
          Map.entry("End events must not have outgoing sequence flows", "结束后面不能再有连线。"));

  private static String idAround(ModelElementInstance place) {
    return Stream.iterate(place, one -> one != null, ModelElementInstance::getParentElement)
        .filter(
            one ->
                one instanceof FlowElement
                    || one instanceof UserTask
                    || one.getAttributeValue("id") != null)
        .map(one -> one.getAttributeValue("id"))
        .filter(id -> id != null && !id.isEmpty())
        .findFirst()
        .orElse("");
  }
}
