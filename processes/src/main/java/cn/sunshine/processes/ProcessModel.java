package cn.sunshine.processes;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.Documentation;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One BPMN model, read once: what the app shows of it and needs to route its tasks. Immutable. */
public final class ProcessModel {

  private static final Pattern VARIABLE = Pattern.compile("^=\\s*([A-Za-z_]\\w*)\\s*$");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  private final String id;
  private final String name;
  private final byte[] xml;
  private final Map<String, ProcessElement> elements;
  private final Map<String, UserTask> userTasks;
  private final Map<String, String> calls;
  private final Map<String, String> jobNames;
  private final String start;
  private final List<String> ends;
  private final boolean called;
  private final ProcessGraph graph;

  private ProcessModel(byte[] xml, BpmnModelInstance model) {
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    this.id = process.getId();
    this.name = process.getName();
    this.xml = xml;
    this.elements =
        model.getModelElementsByType(FlowElement.class).stream()
            .sorted(inOrderOf(new String(xml, StandardCharsets.UTF_8)))
            .map(ProcessModel::element)
            .collect(
                toMap(
                    ProcessElement::id, identity(), (first, second) -> first, LinkedHashMap::new));
    this.userTasks =
        model.getModelElementsByType(io.camunda.zeebe.model.bpmn.instance.UserTask.class).stream()
            .map(ProcessModel::userTask)
            .collect(toMap(UserTask::id, identity(), (first, second) -> first, LinkedHashMap::new));
    this.calls =
        model.getModelElementsByType(CallActivity.class).stream()
            .collect(toMap(CallActivity::getId, call -> plain(calledElement(call).getProcessId())));
    this.jobNames =
        model.getModelElementsByType(FlowElement.class).stream()
            .filter(element -> element.getName() != null)
            .filter(element -> element.getSingleExtensionElement(ZeebeTaskDefinition.class) != null)
            .collect(
                toMap(
                    element ->
                        element.getSingleExtensionElement(ZeebeTaskDefinition.class).getType(),
                    FlowElement::getName,
                    (first, second) -> first));
    StartEvent begin = process.getChildElementsByType(StartEvent.class).iterator().next();
    this.start = begin.getId();
    this.called = begin.getEventDefinitions().isEmpty();
    this.ends =
        process.getChildElementsByType(EndEvent.class).stream()
            .map(EndEvent::getId)
            .filter(end -> Deadlines.timerToldBy(end).isEmpty())
            .toList();
    this.graph = new ProcessGraph(model);
  }

  /**
   * Reads a model.
   *
   * @param xml the BPMN file as it is deployed
   */
  public static ProcessModel parse(byte[] xml) {
    byte[] copy = xml.clone();
    return new ProcessModel(copy, Bpmn.readModelFromStream(new ByteArrayInputStream(copy)));
  }

  /**
   * The same model under another id, with the message that starts it: for a pack's own variant of a
   * shared process.
   */
  public ProcessModel as(String newId) {
    if (newId.equals(id)) {
      return this;
    }
    BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
    model.getModelElementsByType(Process.class).iterator().next().setId(newId);
    model.getModelElementsByType(Message.class).stream()
        .filter(message -> StartMessage.of(id).equals(message.getName()))
        .forEach(message -> message.setName(StartMessage.of(newId)));
    return parse(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same model with other ids in the place of the processes that it calls; itself when nothing
   * differs.
   *
   * @param ids the ids to call, by plain id
   */
  ProcessModel calling(Map<String, String> ids) {
    BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
    boolean changed = false;
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      ZeebeCalledElement element = calledElement(call);
      String wanted = ids.getOrDefault(plain(element.getProcessId()), element.getProcessId());
      if (!wanted.equals(element.getProcessId())) {
        element.setProcessId(wanted);
        changed = true;
      }
    }
    return changed ? parse(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8)) : this;
  }

  /** The id of a process without what its variants have behind it. */
  static String plain(String processId) {
    int end = processId.indexOf('.');
    return end < 0 ? processId : processId.substring(0, end);
  }

  /** The id without a pack's name: by it policies and other models name the process. */
  public String plainId() {
    return plain(id);
  }

  /** Whether other models call it: no case begins with it. */
  public boolean isCalled() {
    return called;
  }

  /** BPMN process id, for a pack's variant with the pack's name at the end. */
  public String id() {
    return id;
  }

  /** Chinese name of the process. */
  public String name() {
    return name;
  }

  /** Name of the file for deployment and download. */
  public String resourceName() {
    return id + ".bpmn";
  }

  /** The BPMN file, a copy. */
  public byte[] xml() {
    return xml.clone();
  }

  /** The BPMN file as text, for the viewer in the browser. */
  public String text() {
    return new String(xml, StandardCharsets.UTF_8);
  }

  /** The model hands its elements out by their kinds, not as they stand in the file. */
  private static Comparator<FlowElement> inOrderOf(String xml) {
    Map<String, Integer> positions = new HashMap<>();
    Matcher ids = ID.matcher(xml);
    while (ids.find()) {
      positions.putIfAbsent(ids.group(1), ids.start());
    }
    return Comparator.comparingInt(element -> positions.getOrDefault(element.getId(), -1));
  }

  /** All elements and flows in the order of the file. */
  public List<ProcessElement> elements() {
    return List.copyOf(elements.values());
  }

  /** An element or flow by its id. */
  public Optional<ProcessElement> element(String elementId) {
    return Optional.ofNullable(elements.get(elementId));
  }

  /** The steps that people do, in the order of the file. */
  public List<UserTask> userTasks() {
    return List.copyOf(userTasks.values());
  }

  /** A person's step by its element id. */
  public Optional<UserTask> userTask(String elementId) {
    return Optional.ofNullable(userTasks.get(elementId));
  }

  /** What the steps of the machine are called, by the type of their jobs. */
  public Map<String, String> jobNames() {
    return Map.copyOf(jobNames);
  }

  /** The id of the start event of the process itself. */
  public String start() {
    return start;
  }

  /**
   * The ids of the end events of the process itself; those of subprocesses are left out, and those
   * that only tell that a timer has fired, for they end nothing.
   */
  public List<String> ends() {
    return ends;
  }

  /** The plain ids of the processes that it calls. */
  public Set<String> calledProcesses() {
    return Set.copyOf(calls.values());
  }

  /**
   * The keys in {@link Variables#TERMS} that it counts with, those of called processes left out.
   */
  public Set<String> termKeys() {
    return Deadlines.keysIn(text());
  }

  /** The element that a step leads to when there is just one. */
  public Optional<String> after(String elementId) {
    return graph.onlySuccessorOf(elementId);
  }

  /**
   * The ids of the steps that call a process.
   *
   * @param processId of the process that they call, in whichever variant
   */
  public List<String> callsOf(String processId) {
    return elements.keySet().stream()
        .filter(element -> plain(processId).equals(calls.get(element)))
        .toList();
  }

  /**
   * The variables that its calls of a process take back from it and have not handed in themselves.
   *
   * @param processId of the process that they call, in whichever variant
   */
  public Set<String> takenBackFrom(String processId) {
    Set<String> calling = Set.copyOf(callsOf(processId));
    if (calling.isEmpty()) {
      return Set.of();
    }
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml))
        .getModelElementsByType(CallActivity.class)
        .stream()
        .filter(call -> calling.contains(call.getId()))
        .flatMap(call -> Stream.ofNullable(call.getSingleExtensionElement(ZeebeIoMapping.class)))
        .flatMap(
            mapping -> {
              Set<String> handedIn =
                  mapping.getInputs().stream().map(ZeebeInput::getTarget).collect(toSet());
              return mapping.getOutputs().stream()
                  .map(ZeebeOutput::getSource)
                  .filter(Objects::nonNull)
                  .flatMap(source -> VARIABLE.matcher(source).results())
                  .map(variable -> variable.group(1))
                  .filter(variable -> !handedIn.contains(variable));
            })
        .collect(toUnmodifiableSet());
  }

  /**
   * The shortest way between two elements, to colour the way that a case took: between two
   * activities, from the start to the first, from the last to the end. Of an element to itself it
   * is the loop that leads back to it.
   *
   * @return empty lists when the one cannot be reached from the other
   */
  public ProcessPath pathBetween(String fromElementId, String toElementId) {
    return graph.pathBetween(fromElementId, toElementId);
  }

  /** Where a token can get to from an element in one step. */
  public List<ProcessMove> movesFrom(String elementId) {
    return graph.movesFrom(elementId);
  }

  private static ZeebeCalledElement calledElement(CallActivity call) {
    return call.getSingleExtensionElement(ZeebeCalledElement.class);
  }

  private static ProcessElement element(FlowElement element) {
    return new ProcessElement(
        element.getId(),
        Optional.ofNullable(element.getName()).orElse(""),
        element.getElementType().getTypeName(),
        documentation(element));
  }

  private static String documentation(BaseElement element) {
    return element.getDocumentations().stream()
        .map(Documentation::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static UserTask userTask(io.camunda.zeebe.model.bpmn.instance.UserTask task) {
    Map<String, String> headers =
        Optional.ofNullable(task.getSingleExtensionElement(ZeebeTaskHeaders.class)).stream()
            .flatMap(list -> list.getHeaders().stream())
            .collect(toMap(ZeebeHeader::getKey, ZeebeHeader::getValue));
    return new UserTask(
        task.getId(),
        task.getName(),
        CandidateGroup.parse(
            task.getSingleExtensionElement(ZeebeAssignmentDefinition.class).getCandidateGroups()),
        task.getSingleExtensionElement(ZeebeFormDefinition.class).getFormKey(),
        headers.getOrDefault(Headers.TERM, ""),
        Stream.of(headers.getOrDefault(Headers.RETURN_TO, "").split(","))
            .map(String::strip)
            .filter(target -> !target.isEmpty())
            .toList());
  }
}
