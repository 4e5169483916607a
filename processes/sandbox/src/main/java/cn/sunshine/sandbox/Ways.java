package cn.sunshine.sandbox;

import cn.sunshine.processes.ProcessMove;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ways that together take every exit of every question, every event and every step of a draft,
 * each from the start to an end.
 */
final class Ways {

  private static final int BEGINNINGS = 8;
  private static final int ENDINGS = 2;

  private final Draft draft;
  private final Answers answers;
  private final Map<String, Object> begunWith;
  private final Routes routes;
  private final Set<ProcessMove> passed = new LinkedHashSet<>();
  private final Set<String> obstacles = new LinkedHashSet<>();

  /** A way and what it is tried for. */
  record Way(String title, WayPlan plan) {}

  private record Target(String title, Predicate<ProcessMove> move) {}

  Ways(Draft draft, Answers answers, SandboxOrder order) {
    this.draft = draft;
    this.answers = answers;
    this.begunWith = order.variables();
    this.routes = new Routes(draft);
  }

  List<Way> upTo(int most) {
    List<Way> ways = new ArrayList<>();
    for (Target target : targets().toList()) {
      if (ways.size() < most && passed.stream().noneMatch(target.move())) {
        towards(target).ifPresent(ways::add);
      }
    }
    return ways;
  }

  private Stream<Target> targets() {
    Stream<Target> exits =
        draft.all(SequenceFlow.class).stream()
            .filter(flow -> draft.isFork(flow.getSource().getId()))
            .map(
                flow ->
                    new Target(
                        draft.name(flow.getSource().getId()) + " → " + draft.flowName(flow.getId()),
                        move -> move.flow().equals(Optional.of(flow.getId()))));
    Stream<Target> events =
        draft.all(BoundaryEvent.class).stream()
            .filter(event -> !draft.isDeadlineTimer(event.getId()))
            .map(
                event ->
                    to(
                        draft.name(event.getAttachedTo().getId()) + "：" + draft.name(event.getId()),
                        event));
    Stream<Target> others =
        draft.all(SubProcess.class).stream()
            .filter(SubProcess::triggeredByEvent)
            .map(scope -> to(draft.name(scope.getId()), scope));
    Stream<Target> steps =
        draft.all(Activity.class).stream()
            .map(step -> to("经过“" + draft.name(step.getId()) + "”", step));
    Stream<Target> ends =
        draft.all(EndEvent.class).stream()
            .filter(end -> draft.isLastEnd(end.getId()))
            .map(end -> to("到“" + draft.name(end.getId()) + "”", end));
    return Stream.of(ends, exits, events, others, steps).flatMap(all -> all);
  }

  private static Target to(String title, FlowNode node) {
    return new Target(title, move -> move.to().equals(node.getId()));
  }

  /** The shortest way there that the answers of the steps can lead along, else the shortest. */
  private Optional<Way> towards(Target target) {
    Predicate<List<ProcessMove>> isOpen = moves -> planned(moves).obstacle().isEmpty();
    Optional<WayPlan> open =
        plan(target, isOpen, Routes.FEW_VISITS).or(() -> plan(target, isOpen, Routes.MANY_VISITS));
    open.ifPresent(plan -> passed.addAll(plan.moves()));
    // What cannot be reached is run all the same, once for each thing in the way of it.
    return open.or(() -> plan(target, moves -> true, Routes.FEW_VISITS))
        .filter(plan -> plan.obstacle().map(obstacles::add).orElse(true))
        .map(plan -> new Way(target.title(), plan));
  }

  private Optional<WayPlan> plan(Target target, Predicate<List<ProcessMove>> possible, int visits) {
    return routes.from(draft.model().start(), target.move(), possible, BEGINNINGS, visits).stream()
        .flatMap(beginning -> toAnEnd(beginning, possible, visits).stream())
        .filter(possible)
        .map(this::planned)
        .findFirst();
  }

  private WayPlan planned(List<ProcessMove> moves) {
    return WayPlan.of(draft, answers, begunWith, moves);
  }

  private List<List<ProcessMove>> toAnEnd(
      List<ProcessMove> beginning, Predicate<List<ProcessMove>> possible, int visits) {
    String from = beginning.getLast().to();
    if (isFinal(from)) {
      return List.of(beginning);
    }
    return routes
        .from(
            from,
            move -> isFinal(move.to()),
            rest -> possible.test(joined(beginning, rest)),
            ENDINGS,
            visits)
        .stream()
        .map(rest -> joined(beginning, rest))
        .toList();
  }

  private static List<ProcessMove> joined(List<ProcessMove> first, List<ProcessMove> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private boolean isFinal(String element) {
    return draft.find(element, EndEvent.class).isPresent() && draft.movesFrom(element).isEmpty();
  }
}
