package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Lane;
import io.camunda.zeebe.model.bpmn.instance.Participant;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every model must keep to, so that an official can read it and the engine cannot get lost in
 * it.
 */
@ParameterizedClass
@MethodSource("everyModel")
class ModelLintTest {

  private static final String POLICY_ID = "(?s).*\\b(NT|JY|YC|WJ|SC)-\\d+.*";
  private static final String CHINESE = "[\\p{IsHan}\\p{P}]+";
  private static final Set<String> JOB_TYPES =
      Set.of(
          JobTypes.OPEN_CASE,
          JobTypes.EVALUATE_RULES,
          JobTypes.PUBLISH_NOTICE,
          JobTypes.CLOSE_NOTICE,
          JobTypes.COMPARE_ASSETS,
          JobTypes.RAISE_DOUBTS,
          JobTypes.REGISTER_HOUSEHOLD,
          JobTypes.CLOSE_CASE);

  @Parameter private ProcessFile file;

  static Stream<ProcessFile> everyModel() {
    return ProcessFile.all();
  }

  @Test
  void theFileIsNamedAfterItsOnlyProcess() {
    assertThat(all(Process.class))
        .singleElement()
        .satisfies(process -> assertThat(process.getId()).isEqualTo(file.processId()));
    assertThat(all(Participant.class)).hasSize(1);
  }

  @Test
  void everythingIsNamedInChinese() {
    assertThat(all(Process.class))
        .allSatisfy(process -> assertThat(process.getName()).matches(CHINESE));
    assertThat(all(Lane.class))
        .isNotEmpty()
        .allSatisfy(lane -> assertThat(lane.getName()).matches(CHINESE));
    assertThat(all(FlowNode.class))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).matches(CHINESE));
  }

  @Test
  void everythingSaysWhatItIsForAndUnderWhichPolicy() {
    assertThat(all(Process.class))
        .allSatisfy(process -> assertThat(documentation(process)).matches(POLICY_ID));
    assertThat(all(FlowNode.class))
        .allSatisfy(node -> assertThat(documentation(node)).as(node.getId()).matches(POLICY_ID));
  }

  @Test
  void everyStepLiesInALane() {
    List<String> inLanes =
        all(Lane.class).stream()
            .flatMap(lane -> lane.getFlowNodeRefs().stream())
            .map(FlowNode::getId)
            .toList();
    assertThat(
            all(FlowNode.class).stream()
                .filter(node -> node.getParentElement() instanceof Process)
                .map(FlowNode::getId))
        .containsExactlyInAnyOrderElementsOf(inLanes);
  }

  @Test
  void everyGatewayIsAQuestionWithAnswersAndADefault() {
    assertThat(all(ExclusiveGateway.class))
        .isNotEmpty()
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
              assertThat(gateway.getOutgoing())
                  .hasSizeGreaterThan(1)
                  .allSatisfy(flow -> assertThat(flow.getName()).as(flow.getId()).matches(CHINESE));
              assertThat(gateway.getDefault())
                  .as("default of " + gateway.getId())
                  .isIn(gateway.getOutgoing());
              assertThat(gateway.getOutgoing())
                  .filteredOn(flow -> !flow.equals(gateway.getDefault()))
                  .allSatisfy(flow -> assertThat(condition(flow)).as(flow.getId()).startsWith("="));
              assertThat(condition(gateway.getDefault())).isEmpty();
            });
  }

  @Test
  void everyPersonsStepNamesItsGroupFormAndTerm() {
    assertThat(file.model().userTasks())
        .isNotNull()
        .allSatisfy(
            task -> {
              assertThat(task.group().role())
                  .isIn("group", "village", "township", "county", "comparison", "applicant");
              assertThat(task.group().level().isPresent())
                  .isEqualTo(!task.group().role().equals("applicant"));
              assertThat(task.formKey()).isEqualTo(task.id());
              assertThat(task.term()).isEqualTo("term." + task.id());
            });
  }

  @Test
  void everyMachinesStepIsOneThatAWorkerDoes() {
    assertThat(all(ServiceTask.class))
        .allSatisfy(
            task ->
                assertThat(task.getSingleExtensionElement(ZeebeTaskDefinition.class).getType())
                    .as(task.getId())
                    .isIn(JOB_TYPES));
  }

  @Test
  void aCalledProcessExistsAndHandsBackOnlyWhatIsMapped() {
    assertThat(all(CallActivity.class))
        .allSatisfy(
            call -> {
              ZeebeCalledElement called = call.getSingleExtensionElement(ZeebeCalledElement.class);
              assertThat(ProcessLibrary.onClassPath().find(file.pack(), called.getProcessId()))
                  .as(call.getId())
                  .isPresent();
              assertThat(called.isPropagateAllChildVariablesEnabled()).isFalse();
              assertThat(called.isPropagateAllParentVariablesEnabled()).isFalse();
            });
  }

  @Test
  void thereAreNoDeadPaths() {
    Predicate<FlowNode> triggered =
        node ->
            node instanceof StartEvent || node instanceof BoundaryEvent || isEventSubProcess(node);
    assertThat(all(FlowNode.class))
        .allSatisfy(
            node -> {
              assertThat(node.getIncoming().isEmpty())
                  .as("nothing leads to " + node.getId())
                  .isEqualTo(triggered.test(node));
              assertThat(node.getOutgoing().isEmpty())
                  .as("nothing follows " + node.getId())
                  .isEqualTo(node instanceof EndEvent || isEventSubProcess(node));
            });
    String start =
        all(StartEvent.class).stream()
            .filter(event -> event.getParentElement() instanceof Process)
            .findFirst()
            .orElseThrow()
            .getId();
    assertThat(all(FlowNode.class))
        .filteredOn(node -> !node.getId().equals(start) && !isEventSubProcess(node))
        .allSatisfy(
            node -> {
              ProcessPath path = file.model().pathBetween(start, node.getId());
              assertThat(path.flows()).as("way to " + node.getId()).isNotEmpty();
            });
  }

  @Test
  void theEngineUnderstandsIt() {
    Bpmn.validateModel(bpmn());
  }

  private <T extends io.camunda.zeebe.model.bpmn.instance.BaseElement> Collection<T> all(
      Class<T> type) {
    return bpmn().getModelElementsByType(type);
  }

  private BpmnModelInstance bpmn() {
    return file.bpmn();
  }

  private static String documentation(io.camunda.zeebe.model.bpmn.instance.BaseElement element) {
    return element.getDocumentations().stream()
        .map(text -> text.getTextContent())
        .findFirst()
        .orElse("");
  }

  private static String condition(SequenceFlow flow) {
    return Optional.ofNullable(flow.getConditionExpression())
        .map(ConditionExpression::getTextContent)
        .orElse("");
  }

  private static boolean isEventSubProcess(FlowNode node) {
    return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
  }
}
