package cn.sunshine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.SunshineServices;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.rules.PolicyPacks;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.zeebe.client.api.response.Process;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The models on the real broker: the engine of the process tests is a little newer and takes what
 * broker 8.5.8 refuses.
 */
@DisplayName("Every model on broker 8.5.8")
class ModelsOnTheBrokerTest {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  /** What the broker runs; of anything else it would say nothing or fail when a case gets there. */
  private static final Set<String> RUNS =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent",
          "messageEventDefinition",
          "timerEventDefinition",
          "timeDate",
          "timeDuration",
          "timeCycle",
          "errorEventDefinition",
          "escalationEventDefinition",
          "signalEventDefinition",
          "terminateEventDefinition",
          "linkEventDefinition",
          "compensateEventDefinition",
          "serviceTask",
          "userTask",
          "receiveTask",
          "sendTask",
          "scriptTask",
          "businessRuleTask",
          "manualTask",
          "callActivity",
          "subProcess",
          "multiInstanceLoopCharacteristics",
          "completionCondition",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "sequenceFlow",
          "conditionExpression",
          "incoming",
          "outgoing",
          "message",
          "error",
          "escalation",
          "signal",
          "process",
          "definitions",
          "extensionElements");

  /** Only for the reader. */
  private static final Set<String> SHOWS =
      Set.of(
          "collaboration",
          "participant",
          "laneSet",
          "lane",
          "flowNodeRef",
          "documentation",
          "textAnnotation",
          "text",
          "association",
          "group");

  /**
   * Extensions that 8.5 knows. Listeners, version tags, bindings and priorities came later and are
   * ignored without a word; the engine's own user tasks never reach a worker.
   */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "taskDefinition[type,retries]",
          "taskHeaders[]",
          "header[key,value]",
          "ioMapping[]",
          "input[source,target]",
          "output[source,target]",
          "formDefinition[formKey]",
          "assignmentDefinition[assignee,candidateGroups,candidateUsers]",
          "calledElement[processId,propagateAllChildVariables,propagateAllParentVariables]",
          "subscription[correlationKey]",
          "loopCharacteristics[inputCollection,inputElement,outputCollection,outputElement]",
          "properties[]",
          "property[name,value]");

  private static ZeebeClient broker;

  @BeforeAll
  static void connect() {
    broker =
        ZeebeClient.newClientBuilder()
            .gatewayAddress(
                SunshineServices.shared().properties().get("sunshine.zeebe.address").toString())
            .usePlaintext()
            .build();
  }

  @AfterAll
  static void disconnect() {
    broker.close();
  }

  static Collection<ProcessModel> everyModel() {
    ProcessLibrary library = ProcessLibrary.onClassPath();
    return PolicyPacks.load().all().stream()
        .flatMap(pack -> library.models(pack.name()).stream())
        .collect(Collectors.toMap(ProcessModel::id, Function.identity(), (one, same) -> one))
        .values();
  }

  @ParameterizedTest
  @MethodSource("everyModel")
  @DisplayName("deploys alone")
  void deploysAlone(ProcessModel model) {
    assertThat(deploy(List.of(model))).containsExactly(model.id());
  }

  @Test
  @DisplayName("deploys together with all others")
  void deployTogether() {
    Collection<ProcessModel> all = everyModel();
    assertThat(deploy(all))
        .hasSizeGreaterThanOrEqualTo(3)
        .containsExactlyInAnyOrderElementsOf(all.stream().map(ProcessModel::id).toList());
  }

  @ParameterizedTest
  @MethodSource("everyModel")
  @DisplayName("uses only what that broker runs")
  void usesOnlyWhatTheBrokerRuns(ProcessModel model) throws Exception {
    Element definitions = parse(model);
    Set<String> used = names(definitions, BPMN);
    assertThat(used).contains("process", "startEvent", "endEvent");
    assertThat(used).isSubsetOf(Stream.concat(RUNS.stream(), SHOWS.stream()).toList());
    assertThat(elements(definitions, ZEEBE).filter(ModelsOnTheBrokerTest::isUnknown))
        .extracting(Element::getNodeName, ModelsOnTheBrokerTest::attributes)
        .isEmpty();
  }

  @Test
  @DisplayName("would be refused with a boundary event that leads nowhere")
  void theBrokerRefusesADeadBoundaryEvent() {
    String dead =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="%s" xmlns:zeebe="%s" targetNamespace="test">
          <bpmn:process id="dead-boundary-event" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
            <bpmn:serviceTask id="work">
              <bpmn:extensionElements><zeebe:taskDefinition type="x"/></bpmn:extensionElements>
              <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:boundaryEvent id="late" attachedToRef="work">
              <bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
            <bpmn:endEvent id="end"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
        </bpmn:definitions>
        """
            .formatted(BPMN, ZEEBE);
    assertThatExceptionOfType(ClientStatusException.class)
        .isThrownBy(
            () ->
                broker
                    .newDeployResourceCommand()
                    .addResourceString(dead, StandardCharsets.UTF_8, "dead.bpmn")
                    .send()
                    .join())
        .withMessageContaining("outgoing");
  }

  private static List<String> deploy(Collection<ProcessModel> models) {
    DeployResourceCommandStep1 command = broker.newDeployResourceCommand();
    DeployResourceCommandStep2 all = null;
    for (ProcessModel model : models) {
      all = (all == null ? command : all).addResourceBytes(model.xml(), model.resourceName());
    }
    return all.send().join().getProcesses().stream().map(Process::getBpmnProcessId).toList();
  }

  private static Element parse(ProcessModel model) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    return parsers
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(model.xml()))
        .getDocumentElement();
  }

  private static Set<String> names(Element definitions, String namespace) {
    Set<String> names =
        elements(definitions, namespace)
            .map(Element::getLocalName)
            .collect(Collectors.toCollection(TreeSet::new));
    names.add(definitions.getLocalName());
    return names;
  }

  private static Stream<Element> elements(Element definitions, String namespace) {
    NodeList found = definitions.getElementsByTagNameNS(namespace, "*");
    return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
  }

  private static boolean isUnknown(Element extension) {
    return EXTENSIONS.stream()
        .noneMatch(
            known -> {
              String name = known.substring(0, known.indexOf('['));
              String attributes = known.substring(known.indexOf('[') + 1, known.length() - 1);
              return name.equals(extension.getLocalName())
                  && List.of(attributes.split(",")).containsAll(attributes(extension));
            });
  }

  private static List<String> attributes(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> element.getAttributes().item(i).getNodeName())
        .toList();
  }
}
