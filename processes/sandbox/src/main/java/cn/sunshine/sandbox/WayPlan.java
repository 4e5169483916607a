package cn.sunshine.sandbox;

import cn.sunshine.processes.ProcessMove;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A way through the draft, and what its steps have to answer so that a case takes it. The way is
 * followed once from its start, with who can say what kept in mind; each question on it settles the
 * answers before it.
 */
final class WayPlan {

  private final Draft draft;
  private final List<ProcessMove> moves;
  private final List<Map<String, Answer>> answers = new ArrayList<>();
  private Optional<String> obstacle = Optional.empty();

  private WayPlan(Draft draft, List<ProcessMove> moves) {
    this.draft = draft;
    this.moves = List.copyOf(moves);
  }

  static WayPlan of(
      Draft draft, Answers known, Map<String, Object> begunWith, List<ProcessMove> moves) {
    WayPlan plan = new WayPlan(draft, moves);
    Map<String, Source> sources = new HashMap<>();
    begunWith.forEach((name, value) -> sources.put(name, new Source.Fixed(Optional.of(value))));
    for (int i = 0; i <= moves.size(); i++) {
      plan.pass(i, known, sources);
    }
    return plan;
  }

  private void pass(int index, Answers known, Map<String, Source> sources) {
    String element = element(index);
    Map<String, Answer> own = new LinkedHashMap<>();
    known.of(element).forEach((name, values) -> own.put(name, new Answer(values)));
    answers.add(own);
    Optional<String> flow = index < moves.size() ? moves.get(index).flow() : Optional.empty();
    Optional<BaseElement> node = draft.find(element, BaseElement.class);
    if (node.isEmpty()) {
      return;
    }
    if (node.get() instanceof ExclusiveGateway && draft.isFork(element)) {
      if (obstacle.isEmpty() && flow.isPresent()) {
        Fork fork = draft.fork(flow.get());
        if (!fork.choose(sources)) {
          obstacle = Optional.of(words(element, flow.get(), fork, sources));
        }
      }
    } else if (flow.isPresent() || !draft.isActivity(element)) {
      hand(node.get(), own, sources);
    }
  }

  /** What is left of an element's answers for those that come after it. */
  private void hand(BaseElement element, Map<String, Answer> own, Map<String, Source> sources) {
    Optional<ZeebeIoMapping> mapping =
        Optional.ofNullable(element.getSingleExtensionElement(ZeebeIoMapping.class));
    Collection<ZeebeOutput> outputs = mapping.map(ZeebeIoMapping::getOutputs).orElse(List.of());
    Map<String, Source> handed = new HashMap<>();
    if (outputs.isEmpty()) {
      own.forEach((name, answer) -> handed.put(name, new Source.Answered(answer)));
      // A variable of the element's own stays with it.
      mapping.map(ZeebeIoMapping::getInputs).orElse(List.of()).stream()
          .map(ZeebeInput::getTarget)
          .forEach(handed::remove);
    }
    for (ZeebeOutput output : outputs) {
      handed.put(output.getTarget(), source(new Expression(output.getSource()), own, sources));
    }
    Optional.of(element)
        .filter(Activity.class::isInstance)
        .flatMap(step -> draft.loop((Activity) step))
        .filter(loop -> loop.getOutputCollection() != null && loop.getOutputElement() != null)
        .ifPresent(
            loop -> {
              Source each = source(new Expression(loop.getOutputElement()), own, sources);
              handed.clear();
              handed.put(
                  loop.getOutputCollection(),
                  each instanceof Source.Answered(Answer answer)
                      ? new Source.Collected(answer)
                      : new Source.Computed());
            });
    sources.putAll(handed);
  }

  private static Source source(
      Expression expression, Map<String, Answer> own, Map<String, Source> sources) {
    if (expression.isNull()) {
      return new Source.Fixed(Optional.empty());
    }
    if (expression.constant().isPresent()) {
      return new Source.Fixed(expression.constant());
    }
    return expression
        .variable()
        .<Source>map(
            name ->
                own.containsKey(name)
                    ? new Source.Answered(own.get(name))
                    : sources.getOrDefault(name, new Source.Fixed(Optional.empty())))
        .orElseGet(Source.Computed::new);
  }

  private String words(String gateway, String flow, Fork fork, Map<String, Source> sources) {
    TreeSet<String> unknown = new TreeSet<>(fork.names());
    unknown.removeAll(sources.keySet());
    String why =
        unknown.isEmpty()
            ? "前面的环节给不出走这条路所需的结论"
            : "条件里的变量“" + String.join("”“", unknown) + "”没有任何环节给出";
    return "判断“%s”走不到“%s”：%s。".formatted(draft.name(gateway), draft.flowName(flow), why);
  }

  /** Why no answers lead along this way; empty when they do. */
  Optional<String> obstacle() {
    return obstacle;
  }

  List<ProcessMove> moves() {
    return moves;
  }

  int length() {
    return moves.size() + 1;
  }

  String element(int index) {
    return index == 0 ? moves.getFirst().from() : moves.get(index - 1).to();
  }

  String last() {
    return moves.getLast().to();
  }

  /** What the step at a place of the way answers. */
  Map<String, Object> answerAt(int index) {
    Map<String, Object> values = new HashMap<>();
    answers
        .get(index)
        .forEach((name, answer) -> answer.value().ifPresent(v -> values.put(name, v)));
    return values;
  }
}
