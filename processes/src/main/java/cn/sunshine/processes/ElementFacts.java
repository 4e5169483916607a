package cn.sunshine.processes;

import cn.sunshine.processes.ElementFact.Kind;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * All that a model says of its elements and that decides how a case runs, so that two versions can
 * be compared: what differs in nothing here runs alike. What a step's term makes by itself is left
 * out (moments, calendar, and that it begins without an outcome).
 */
public final class ElementFacts {

  private final Map<String, List<ElementFact>> facts = new HashMap<>();

  private ElementFacts(BpmnModelInstance model) {
    model
        .getModelElementsByType(FlowElement.class)
        .forEach(element -> facts.put(element.getId(), List.copyOf(of(element))));
  }

  /** Reads a model. */
  public static ElementFacts in(ProcessModel model) {
    return new ElementFacts(Bpmn.readModelFromStream(new ByteArrayInputStream(model.xml())));
  }

  /** What is said of an element, in a fixed order. */
  public List<ElementFact> of(String element) {
    return facts.getOrDefault(element, List.of());
  }

  private static List<ElementFact> of(FlowElement element) {
    List<ElementFact> found = new ArrayList<>();
    if (element instanceof SequenceFlow flow) {
      addFlow(flow, found);
    }
    if (element instanceof BoundaryEvent event && event.getAttachedTo() != null) {
      add(
          event.cancelActivity() ? Kind.INTERRUPTS : Kind.BESIDE,
          event.getAttachedTo().getId(),
          found);
    }
    if (element instanceof StartEvent start && !start.isInterrupting()) {
      add(Kind.BESIDE, "", found);
    }
    addEvents(element, found);
    extension(element, ZeebeTaskDefinition.class)
        .forEach(job -> add(Kind.JOB, job.getType(), found));
    extension(element, ZeebeCalledElement.class)
        .forEach(called -> add(Kind.CALLS, ProcessModel.plain(called.getProcessId()), found));
    extension(element, ZeebeAssignmentDefinition.class)
        .map(ZeebeAssignmentDefinition::getCandidateGroups)
        .filter(groups -> groups != null && groups.startsWith("="))
        .forEach(groups -> add(Kind.WHO, groups, found));
    if (element instanceof Activity activity) {
      addLoop(activity, found);
    }
    extension(element, ZeebeIoMapping.class)
        .forEach(
            mapping -> {
              mapping.getInputs().forEach(input -> addVariable(Kind.INPUT, input, found));
              mapping.getOutputs().forEach(output -> addVariable(Kind.OUTPUT, output, found));
            });
    extension(element, ZeebeTaskHeaders.class)
        .flatMap(headers -> headers.getHeaders().stream())
        .filter(header -> !isToldElsewhere(header))
        .forEach(header -> add(Kind.HEADER, header.getKey() + " = " + header.getValue(), found));
    return found;
  }

  private static void addFlow(SequenceFlow flow, List<ElementFact> found) {
    add(Kind.FROM, flow.getSource().getId(), found);
    add(Kind.TO, flow.getTarget().getId(), found);
    if (flow.getConditionExpression() != null) {
      add(Kind.CONDITION, flow.getConditionExpression().getTextContent(), found);
    } else if (flow.getSource() instanceof ExclusiveGateway question
        && flow.equals(question.getDefault())) {
      found.add(new ElementFact(Kind.OTHERWISE, ""));
    }
  }

  private static void addLoop(Activity activity, List<ElementFact> found) {
    if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
      Stream.ofNullable(loop.getSingleExtensionElement(ZeebeLoopCharacteristics.class))
          .forEach(each -> add(Kind.FOR_EACH, each.getInputCollection(), found));
      Stream.ofNullable(loop.getCompletionCondition())
          .forEach(enough -> add(Kind.ENOUGH, enough.getTextContent(), found));
    }
  }

  private static void addEvents(FlowElement element, List<ElementFact> found) {
    for (TimerEventDefinition timer : children(element, TimerEventDefinition.class)) {
      Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
          .filter(Objects::nonNull)
          .map(ModelElementInstance::getTextContent)
          .filter(when -> !isTerm(when))
          .forEach(when -> add(Kind.TIMER, when, found));
    }
    for (MessageEventDefinition event : children(element, MessageEventDefinition.class)) {
      Stream.ofNullable(event.getMessage())
          .forEach(message -> add(Kind.MESSAGE, words(message), found));
    }
    for (ErrorEventDefinition event : children(element, ErrorEventDefinition.class)) {
      Stream.ofNullable(event.getError())
          .forEach(error -> add(Kind.ERROR, error.getErrorCode(), found));
    }
  }

  private static String words(Message message) {
    return Stream.concat(
            Stream.ofNullable(message.getName()),
            Stream.ofNullable(message.getSingleExtensionElement(ZeebeSubscription.class))
                .map(ZeebeSubscription::getCorrelationKey))
        .collect(Collectors.joining(" "));
  }

  private static boolean isTerm(String when) {
    return when.equals("=" + Variables.DUE) || when.equals("=" + Variables.DUE_SOON);
  }

  private static boolean isToldElsewhere(ZeebeHeader header) {
    return List.of(Headers.TERM, Headers.RETURN_TO, Headers.TASK)
        .contains(Objects.toString(header.getKey(), ""));
  }

  private static void addVariable(Kind kind, ZeebeMapping mapping, List<ElementFact> found) {
    String name = Objects.toString(mapping.getTarget(), "");
    String source = Objects.toString(mapping.getSource(), "");
    boolean byTheTerm =
        name.equals(Variables.DUE)
            || name.equals(Variables.DUE_SOON)
            || name.equals(Variables.WORKDAYS)
            || name.equals(Variables.OUTCOME) && source.equals("=null");
    if (!byTheTerm && !source.equals("=" + name)) {
      add(kind, name + " " + source, found);
    } else if (kind == Kind.OUTPUT && !byTheTerm) {
      add(kind, name, found);
    }
  }

  private static <T extends ModelElementInstance> List<T> children(
      FlowElement element, Class<T> kind) {
    return List.copyOf(element.getChildElementsByType(kind));
  }

  private static <T extends io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance>
      Stream<T> extension(FlowElement element, Class<T> kind) {
    return Stream.ofNullable(element.getSingleExtensionElement(kind));
  }

  private static void add(Kind kind, String value, List<ElementFact> found) {
    found.add(new ElementFact(kind, Objects.toString(value, "")));
  }
}
