package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Participant;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the process as a whole: that it is the one it is edited as, and that cases can begin. */
final class ProcessCheck {

  private final BpmnModelInstance model;
  private final Process process;
  private final Surroundings known;
  private final List<ModelFault> faults = new ArrayList<>();

  ProcessCheck(BpmnModelInstance model, Process process, Surroundings known) {
    this.model = model;
    this.process = process;
    this.known = known;
  }

  List<ModelFault> faults() {
    if (!known.processId().equals(process.getId())) {
      add(
          process.getId(),
          "流程编号应为“" + known.processId() + "”，不能改成“" + process.getId() + "”：在办案件靠它找到流程。");
    }
    if (!process.isExecutable()) {
      add(process.getId(), "流程没有标为可以运行（isExecutable），引擎不会接受。");
    }
    if (model.getModelElementsByType(Participant.class).size() > 1) {
      add(process.getId(), "只能有一个流程池，请把其他的删去。");
    }
    checkStart();
    checkTakenBack();
    return List.copyOf(faults);
  }

  private void checkStart() {
    Collection<StartEvent> starts = process.getChildElementsByType(StartEvent.class);
    if (starts.size() != 1) {
      add(process.getId(), "流程应有且只有一个开始，现在有 " + starts.size() + " 个。");
      return;
    }
    StartEvent start = starts.iterator().next();
    Collection<EventDefinition> kinds = start.getEventDefinitions();
    switch (known.start()) {
      case BY_CALL -> {
        if (!kinds.isEmpty()) {
          add(start.getId(), "这个流程由别的流程调用，开始应是普通的“开始”，不能等消息或时间。");
        }
      }
      case BY_MESSAGE -> {
        String wanted = StartMessage.of(known.processId());
        boolean right =
            kinds.size() == 1
                && kinds.iterator().next() instanceof MessageEventDefinition message
                && Optional.ofNullable(message.getMessage())
                    .map(Message::getName)
                    .filter(wanted::equals)
                    .isPresent();
        if (!right) {
          add(start.getId(), "案件由消息“" + wanted + "”启动，请把开始设成收到这个消息时开始，否则提交的申请永远不会进入流程。");
        }
      }
    }
  }

  private void checkTakenBack() {
    Set<String> given = new HashSet<>();
    model.getModelElementsByType(ZeebeOutput.class).forEach(out -> given.add(out.getTarget()));
    model
        .getModelElementsByType(ZeebeLoopCharacteristics.class)
        .forEach(loop -> given.add(loop.getOutputCollection()));
    known.takenBack().stream()
        .filter(variable -> !given.contains(variable))
        .sorted()
        .forEach(
            variable ->
                add(
                    process.getId(),
                    "调用它的流程要从这里带回“%s”，可是没有任何环节给出，案件回去以后会停住或走错。请在相应环节的输出变量里补上。"
                        .formatted(variable)));
  }

  private void add(String element, String message) {
    faults.add(ModelFault.error(element, message));
  }
}
