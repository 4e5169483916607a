package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Lane;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.Participant;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
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
  private static final String CHINESE = "[\\p{IsHan}\\p{P}\\d]+";
  private static final Set<String> ROLES =
      Set.of(
          "farmer",
          "group",
          "village",
          "helper",
          "township",
          "township-finance",
          "county",
          "comparison",
          "finance",
          "department",
          "office",
          "discipline",
          "audit",
          "policy",
          "policy-approver",
          "admin");
  private static final Set<String> LEVELS =
      Set.of("village", "township", "county", "city", "province");
  private static final Set<String> JOB_TYPES = constantsOf(JobTypes.class);

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
        .filteredOn(node -> !(node instanceof ParallelGateway))
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
  void aParallelGatewayEitherForksOrJoinsAndDoesNotAsk() {
    assertThat(all(ParallelGateway.class))
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getIncoming().size() > 1)
                  .as(gateway.getId() + " joins")
                  .isNotEqualTo(gateway.getOutgoing().size() > 1);
              assertThat(gateway.getOutgoing())
                  .allSatisfy(flow -> assertThat(condition(flow)).as(flow.getId()).isEmpty());
            });
  }

  @Test
  void anEventBasedGatewayWaitsForTwoThingsOrMore() {
    assertThat(all(EventBasedGateway.class))
        .allSatisfy(
            gateway ->
                assertThat(gateway.getOutgoing())
                    .as(gateway.getId())
                    .hasSizeGreaterThan(1)
                    .allMatch(flow -> flow.getTarget() instanceof IntermediateCatchEvent));
  }

  @Test
  void everyPersonsStepNamesItsGroupFormAndTerm() {
    assertThat(file.model().userTasks())
        .isNotNull()
        .allSatisfy(
            task -> {
              if (task.group().isVariable()) {
                assertThat(file.pack()).as(task.id()).isEqualTo("shared");
              } else if (task.group().level().isEmpty()) {
                assertThat(task.group().role()).as(task.id()).isIn("applicant", "household");
              } else {
                assertThat(task.group().role()).as(task.id()).isIn(ROLES);
                assertThat(task.group().level().orElseThrow()).as(task.id()).isIn(LEVELS);
              }
              assertThat(task.formKey()).as(task.id()).matches("[a-z0-9-]+");
              assertThat(task.term()).as(task.id()).matches("term\\.[a-z0-9-]+");
            });
  }

  @Test
  void everyPersonsStepHasItsTermInTwoTimersThatDoNotInterruptIt() {
    assertThat(file.model().userTasks())
        .isNotNull()
        .allSatisfy(
            task -> {
              String key = "terms." + Deadlines.key(task.term());
              assertThat(input(task.id(), Variables.DUE))
                  .as(task.id())
                  .isEqualTo(
                      "=date and time(workdays[date(item) > today()]["
                          + key
                          + ".days] + \"T00:00:00+08:00\") + duration(\"P1D\")");
              assertThat(input(task.id(), Variables.DUE_SOON))
                  .as(task.id())
                  .isEqualTo(
                      "=date and time(workdays[date(item) > today()]["
                          + key
                          + ".soonDay] + "
                          + key
                          + ".soonAt)");
              expectTimer(
                  task.id(),
                  Deadlines.dueSoonTimer(task.id()),
                  Variables.DUE_SOON,
                  JobTypes.TERM_DUE_SOON);
              expectTimer(
                  task.id(),
                  Deadlines.overdueTimer(task.id()),
                  Variables.DUE,
                  JobTypes.TERM_OVERDUE);
            });
  }

  private void expectTimer(String task, String timer, String moment, String jobType) {
    BoundaryEvent event = bpmn().getModelElementById(timer);
    assertThat(event).as(timer).isNotNull();
    assertThat(event.getAttachedTo().getId()).isEqualTo(task);
    assertThat(event.cancelActivity()).as(timer).isFalse();
    assertThat(event.getEventDefinitions())
        .singleElement()
        .isInstanceOfSatisfying(
            TimerEventDefinition.class,
            definition ->
                assertThat(definition.getTimeDate().getTextContent()).isEqualTo("=" + moment));
    EndEvent told = bpmn().getModelElementById(Deadlines.told(timer));
    assertThat(told).as(timer).isNotNull();
    assertThat(event.getOutgoing())
        .singleElement()
        .extracting(SequenceFlow::getTarget)
        .isEqualTo(told);
    assertThat(told.getSingleExtensionElement(ZeebeTaskDefinition.class).getType())
        .isEqualTo(jobType);
    assertThat(told.getSingleExtensionElement(ZeebeTaskHeaders.class).getHeaders())
        .anySatisfy(
            header -> {
              assertThat(header.getKey()).isEqualTo(Headers.TASK);
              assertThat(header.getValue()).isEqualTo(task);
            });
  }

  @Test
  void everyAnswerOfAPersonBringsTheCaseANewerCalendar() {
    assertThat(file.model().userTasks())
        .isNotNull()
        .allSatisfy(
            task ->
                assertThat(mappings(task.id(), ZeebeIoMapping::getOutputs))
                    .as(task.id())
                    .containsEntry(Variables.WORKDAYS, "=workdays"));
  }

  @Test
  void aCalledProcessWithPeoplesStepsGetsCalendarAndTermsAndHandsTheCalendarBack() {
    assertThat(all(CallActivity.class))
        .filteredOn(
            call ->
                ProcessLibrary.onClassPath()
                    .withCalled(
                        file.pack(),
                        call.getSingleExtensionElement(ZeebeCalledElement.class).getProcessId())
                    .stream()
                    .anyMatch(model -> !model.termKeys().isEmpty()))
        .allSatisfy(
            call -> {
              assertThat(mappings(call.getId(), ZeebeIoMapping::getInputs))
                  .as(call.getId())
                  .containsEntry(Variables.CASE_ID, "=caseId")
                  .containsEntry(Variables.WORKDAYS, "=workdays")
                  .containsKey(Variables.TERMS);
              assertThat(mappings(call.getId(), ZeebeIoMapping::getOutputs))
                  .as(call.getId())
                  .containsEntry(Variables.WORKDAYS, "=workdays");
            });
  }

  private String input(String element, String target) {
    return mappings(element, ZeebeIoMapping::getInputs).getOrDefault(target, "");
  }

  private Map<String, String> mappings(
      String element, Function<ZeebeIoMapping, Collection<? extends ZeebeMapping>> which) {
    BaseElement mapped = bpmn().getModelElementById(element);
    return Optional.ofNullable(mapped.getSingleExtensionElement(ZeebeIoMapping.class)).stream()
        .flatMap(mapping -> which.apply(mapping).stream())
        .collect(Collectors.toMap(ZeebeMapping::getTarget, ZeebeMapping::getSource));
  }

  @Test
  void everyMachinesStepIsOneThatAWorkerDoes() {
    assertThat(all(ZeebeTaskDefinition.class))
        .allSatisfy(definition -> assertThat(definition.getType()).isIn(JOB_TYPES));
    assertThat(all(ServiceTask.class))
        .allSatisfy(
            task ->
                assertThat(task.getSingleExtensionElement(ZeebeTaskDefinition.class))
                    .as(task.getId())
                    .isNotNull());
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

  private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return bpmn().getModelElementsByType(type);
  }

  private BpmnModelInstance bpmn() {
    return file.bpmn();
  }

  private static String documentation(BaseElement element) {
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

  private static Set<String> constantsOf(Class<?> words) {
    return Arrays.stream(words.getFields())
        .map(
            field -> {
              try {
                return (String) field.get(null);
              } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
              }
            })
        .collect(Collectors.toSet());
  }

  private static boolean isEventSubProcess(FlowNode node) {
    return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
  }
}
