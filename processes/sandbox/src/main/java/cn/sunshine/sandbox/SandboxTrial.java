package cn.sunshine.sandbox;

import cn.sunshine.processes.ProcessMove;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tries a draft: each way through it by a case of its own. */
final class SandboxTrial {

  private final SandboxOrder order;
  private final Draft draft;

  /** A draft that cannot be tried; the message is for people. */
  static final class Untriable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Untriable(String message) {
      super(message);
    }
  }

  /**
   * @throws Untriable when the draft cannot be read
   */
  SandboxTrial(SandboxOrder order) {
    this.order = order;
    this.draft = Draft.of(order.model()).orElseThrow(() -> new Untriable("流程图不完整，请先改正检查出的错误。"));
  }

  /**
   * Runs all ways, and tells of each as soon as it is through.
   *
   * @throws Untriable when the engine refuses the draft
   */
  void run(Consumer<SandboxWay> told) {
    try (SandboxEngine engine = new SandboxEngine(OffsetDateTime.parse(order.now()).toInstant())) {
      Optional<String> refusal = engine.deploy(draft.model().id(), draft.model().xml());
      if (refusal.isPresent()) {
        throw new Untriable("流程引擎不接受这个流程：" + refusal.get());
      }
      order.called().keySet().forEach(engine::standIn);
      Answers known = new Answers(draft, order);
      List<Ways.Way> ways = new Ways(draft, known, order).upTo(order.mostWays());
      Set<String> timed = new HashSet<>();
      for (int i = 0; i < ways.size(); i++) {
        WayPlan plan = ways.get(i).plan();
        WayRun.End end =
            new WayRun(draft, order, engine, known, plan, timed, "sandbox-" + (i + 1)).run();
        told.accept(way(i + 1, ways.size(), ways.get(i), end));
      }
    }
  }

  private SandboxWay way(int number, int of, Ways.Way way, WayRun.End end) {
    return new SandboxWay(
        number,
        of,
        way.title(),
        steps(way.plan()),
        drawn(way.plan()),
        end.taken(),
        end.outcome(),
        end.stopped(),
        end.words());
  }

  private List<String> steps(WayPlan plan) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < plan.length(); i++) {
      String element = plan.element(i);
      if (draft.isActivity(element) || draft.isTrigger(element) || i == plan.length() - 1) {
        names.add(draft.name(element));
      }
    }
    return names;
  }

  private static List<String> drawn(WayPlan plan) {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(plan.element(0));
    for (ProcessMove move : plan.moves()) {
      move.flow().ifPresent(ids::add);
      ids.add(move.to());
    }
    return List.copyOf(ids);
  }
}
