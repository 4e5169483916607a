package cn.sunshine.sandbox;

import cn.sunshine.processes.ProcessMove;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** The shortest routes between elements, along the lines rather than through events beside them. */
final class Routes {

  /** What an event beside the drawn lines counts: more than any detour along them. */
  private static final int OFF_THE_LINES = 500;

  /** How often one element is left on different routes: enough for most of them, and quick. */
  static final int FEW_VISITS = 12;

  /**
   * For a return from a late step: it is reached from every earlier step first, by each of the ways
   * that lead to that step.
   */
  static final int MANY_VISITS = 200;

  private final Draft draft;

  Routes(Draft draft) {
    this.draft = draft;
  }

  private record Leg(Optional<Leg> before, ProcessMove move, int cost) {}

  /**
   * Up to so many routes from an element over a move, the shortest first.
   *
   * @param possible whether a case can get along the beginning of a route; asked behind a question
   * @param visits how often one element is left on different routes
   */
  List<List<ProcessMove>> from(
      String start,
      Predicate<ProcessMove> goal,
      Predicate<List<ProcessMove>> possible,
      int most,
      int visits) {
    List<List<ProcessMove>> found = new ArrayList<>();
    PriorityQueue<Leg> open = new PriorityQueue<>(Comparator.comparingInt(Leg::cost));
    Map<String, Integer> visited = new HashMap<>();
    extend(Optional.empty(), start, open);
    while (!open.isEmpty() && found.size() < most) {
      Leg leg = open.remove();
      if (draft.isFork(leg.move().from()) && !possible.test(moves(leg))) {
        continue;
      }
      if (goal.test(leg.move())) {
        found.add(moves(leg));
      } else if (visited.merge(leg.move().to(), 1, Integer::sum) <= visits) {
        extend(Optional.of(leg), leg.move().to(), open);
      }
    }
    return found;
  }

  private void extend(Optional<Leg> before, String from, PriorityQueue<Leg> open) {
    for (ProcessMove move : draft.movesFrom(from)) {
      if (!draft.isDeadlineTimer(move.to())) {
        int cost = before.map(Leg::cost).orElse(0) + cost(move);
        open.add(new Leg(before, move, cost));
      }
    }
  }

  private int cost(ProcessMove move) {
    boolean beside =
        draft.isEventSubProcess(move.to())
            || draft.isBoundary(move.to()) && draft.find(move.from(), EndEvent.class).isEmpty();
    return beside ? OFF_THE_LINES : 1;
  }

  private static List<ProcessMove> moves(Leg last) {
    LinkedList<ProcessMove> moves = new LinkedList<>();
    for (Optional<Leg> leg = Optional.of(last); leg.isPresent(); leg = leg.get().before()) {
      moves.addFirst(leg.get().move());
    }
    return List.copyOf(moves);
  }
}
