package cn.sunshine.sandbox;

import cn.sunshine.processes.Variables;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps of a draft can answer. */
final class Answers {

  private static final List<String> USUAL_OUTCOMES = List.of(Variables.APPROVE, Variables.REJECT);

  private final Draft draft;
  private final SandboxOrder order;
  private final Map<String, Map<String, List<?>>> found = new HashMap<>();

  Answers(Draft draft, SandboxOrder order) {
    this.draft = draft;
    this.order = order;
  }

  /** The variables that a step answers with, and the values each can have. */
  Map<String, List<?>> of(String element) {
    return found.computeIfAbsent(element, this::find);
  }

  private Map<String, List<?>> find(String element) {
    if (draft.model().isCalled() && element.equals(draft.model().start())) {
      return handedIn();
    }
    Optional<UserTask> people = draft.find(element, UserTask.class);
    if (people.isPresent()) {
      List<String> targets = draft.returnTargets(element);
      return Map.of(
          Variables.OUTCOME,
          outcomes(people.get()),
          Variables.RETURN_TO,
          targets.isEmpty() ? List.of("correction") : targets);
    }
    return draft
        .find(element, CallActivity.class)
        .map(this::ofCalled)
        .orElseGet(() -> draft.jobType(element).map(JobAnswers::of).orElse(Map.of()));
  }

  private List<String> outcomes(UserTask task) {
    return outcomesOf(
        Optional.ofNullable(task.getSingleExtensionElement(ZeebeFormDefinition.class))
            .map(ZeebeFormDefinition::getFormKey)
            .orElse(""));
  }

  private List<String> outcomesOf(String form) {
    return order.outcomes().getOrDefault(form, USUAL_OUTCOMES);
  }

  /** What the models that call the draft hand in, told by their drawings. */
  private Map<String, List<?>> handedIn() {
    Map<String, Set<Object>> found = new LinkedHashMap<>();
    for (String text : order.callers()) {
      Draft.of(text).ifPresent(caller -> new Answers(caller, order).addCalls(draft, found));
    }
    found.keySet().removeAll(order.variables().keySet());
    found.remove(Variables.CASE_ID);
    return lists(found);
  }

  private void addCalls(Draft called, Map<String, Set<Object>> found) {
    Map<String, List<?>> there = new HashMap<>(handedBack());
    order.variables().forEach((name, value) -> there.put(name, List.of(value)));
    for (CallActivity call : draft.callsOf(called.model().plainId())) {
      draft.loop(call).ifPresent(loop -> addEach(loop, there));
      for (ZeebeInput input : draft.inputsOf(call)) {
        Expression source = new Expression(input.getSource());
        Set<Object> values =
            found.computeIfAbsent(input.getTarget(), name -> new LinkedHashSet<>());
        source.constant().ifPresent(values::add);
        source.variable().map(there::get).ifPresent(values::addAll);
      }
    }
  }

  /** A step that is done several times has one of a list each time. */
  private static void addEach(ZeebeLoopCharacteristics loop, Map<String, List<?>> there) {
    new Expression(loop.getInputCollection())
        .variable()
        .map(there::get)
        .ifPresent(
            lists ->
                there.put(
                    loop.getInputElement(),
                    lists.stream()
                        .filter(List.class::isInstance)
                        .flatMap(list -> ((List<?>) list).stream())
                        .toList()));
  }

  /** What a called process hands back, told by its own drawing. */
  private Map<String, List<?>> ofCalled(CallActivity call) {
    return Optional.ofNullable(call.getSingleExtensionElement(ZeebeCalledElement.class))
        .map(ZeebeCalledElement::getProcessId)
        .map(order.called()::get)
        .flatMap(Draft::of)
        .map(called -> new Answers(called, order).handedBack())
        .orElse(Map.of());
  }

  private Map<String, List<?>> handedBack() {
    Map<String, Set<Object>> found = new LinkedHashMap<>();
    for (ZeebeOutput output : draft.all(ZeebeOutput.class)) {
      Expression source = new Expression(output.getSource());
      Set<Object> values = found.computeIfAbsent(output.getTarget(), name -> new LinkedHashSet<>());
      source.constant().ifPresent(values::add);
    }
    for (BaseElement element : draft.all(BaseElement.class)) {
      if (element instanceof UserTask || draft.jobType(element.getId()).isPresent()) {
        of(element.getId())
            .forEach(
                (name, values) ->
                    found.computeIfAbsent(name, one -> new LinkedHashSet<>()).addAll(values));
      }
    }
    return lists(found);
  }

  private static Map<String, List<?>> lists(Map<String, Set<Object>> found) {
    Map<String, List<?>> answers = new LinkedHashMap<>();
    found.forEach((name, values) -> answers.put(name, List.copyOf(values)));
    return answers;
  }
}
