package cn.sunshine.sandbox;

import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.ProcessMove;
import cn.sunshine.processes.StartMessage;
import cn.sunshine.processes.Variables;
import cn.sunshine.sandbox.CaseState.Job;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes one case along one way: answers each step as the way needs it and looks where it goes. */
final class WayRun {

  /** More than any way has: a case that answers so often runs in a circle. */
  private static final int MOST_ACTIONS = 400;

  private static final Duration LONGEST_WAIT = Duration.ofDays(800);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Draft draft;
  private final SandboxOrder order;
  private final SandboxEngine engine;
  private final Answers known;
  private final WayPlan plan;
  private final Set<String> timed;
  private final CaseState state;
  private final String caseId;
  private final Set<Long> held = new HashSet<>();
  private int at;

  /** How the case ended, and where. */
  record End(SandboxWay.Outcome outcome, String stopped, String words, List<String> taken) {}

  /**
   * @param timed the persons' steps whose terms have run out on an earlier way; grows
   */
  WayRun(
      Draft draft,
      SandboxOrder order,
      SandboxEngine engine,
      Answers known,
      WayPlan plan,
      Set<String> timed,
      String caseId) {
    this.draft = draft;
    this.order = order;
    this.engine = engine;
    this.known = known;
    this.plan = plan;
    this.timed = timed;
    this.caseId = caseId;
    this.state = new CaseState(draft.model().id());
  }

  End run() {
    Map<String, Object> variables = new HashMap<>(order.variables());
    variables.put(Variables.CASE_ID, caseId);
    if (draft.model().isCalled()) {
      variables.putAll(answerOf(plan.answerAt(0)));
      engine.create(draft.model().id(), variables);
    } else {
      engine.publish(StartMessage.of(draft.model().id()), caseId, variables);
    }
    engine.settle(state);
    Optional<End> end = state.hasBegun() ? Optional.empty() : Optional.of(notBegun());
    for (int actions = 0; end.isEmpty(); actions++) {
      end = judged();
      if (end.isEmpty()) {
        end = actions < MOST_ACTIONS ? act() : Optional.of(circling());
        engine.settle(state);
      }
    }
    if (state.hasBegun() && !state.isOver()) {
      engine.cancel(state.instance());
    }
    engine.settle(state);
    return end.get();
  }

  private End notBegun() {
    return stuck(draft.model().start(), "案件没有开始：开始的消息不对。");
  }

  private End circling() {
    return stuck(state.last().orElse(""), "案件一直在转圈，答了 " + MOST_ACTIONS + " 次还没有到结束。");
  }

  private End stuck(String element, String words) {
    return new End(SandboxWay.Outcome.STUCK, element, words, state.taken());
  }

  /** The end of the run, when it has come to one. */
  private Optional<End> judged() {
    if (state.incident().isPresent()) {
      String element = state.incident().get().getElementId();
      String words =
          IncidentWords.of(
              state.incident().get().getErrorType(), state.incident().get().getErrorMessage());
      return Optional.of(stuck(element, "停在“" + draft.name(element) + "”：" + words));
    }
    Optional<End> turned = turnedOff();
    if (turned.isPresent()) {
      return turned;
    }
    boolean there = state.hasCompleted(plan.last());
    if (there && (state.isOver() || !draft.isLastEnd(plan.last()))) {
      return Optional.of(new End(SandboxWay.Outcome.GOOD, "", "", state.taken()));
    }
    if (state.isOver()) {
      String last = state.last().orElse("");
      return Optional.of(
          new End(
              SandboxWay.Outcome.ELSEWHERE,
              last,
              "案件在“%s”结束了，没有走到“%s”。".formatted(draft.name(last), draft.name(plan.last())),
              state.taken()));
    }
    return Optional.empty();
  }

  /** Where the case left the way: at the first question that it answered otherwise. */
  private Optional<End> turnedOff() {
    List<ProcessMove> forks =
        plan.moves().stream()
            .filter(move -> move.flow().isPresent() && draft.isFork(move.from()))
            .toList();
    int next = 0;
    for (String flow : state.flows()) {
      String from = draft.sourceOf(flow);
      if (next < forks.size() && forks.get(next).from().equals(from)) {
        ProcessMove wanted = forks.get(next++);
        if (!wanted.flow().equals(Optional.of(flow))) {
          return Optional.of(elsewhere(wanted, flow));
        }
      }
    }
    return Optional.empty();
  }

  private End elsewhere(ProcessMove wanted, String flow) {
    String words =
        "在“%s”走了“%s”，没有走“%s”。%s"
            .formatted(
                draft.name(wanted.from()),
                draft.flowName(flow),
                draft.flowName(wanted.flow().orElse("")),
                plan.obstacle().orElse("条件和前面环节的结论对不上，请检查这条线的条件。"));
    return new End(SandboxWay.Outcome.ELSEWHERE, wanted.from(), words, state.taken());
  }

  /** Does the next thing that the way needs; answers the end when there is none. */
  private Optional<End> act() {
    Optional<Integer> station =
        IntStream.range(at, plan.length()).filter(this::isAhead).boxed().findFirst();
    if (station.isPresent()) {
      String element = plan.element(station.get());
      if (draft.isTrigger(element)) {
        if (happens(element, station.get())) {
          return Optional.empty();
        }
      } else {
        Optional<Job> job = jobAt(element);
        if (job.isPresent()) {
          return answer(job.get(), station.get());
        }
      }
    }
    return besides();
  }

  /** Whether the way still has to stop at a place of it. */
  private boolean isAhead(int index) {
    String element = plan.element(index);
    return draft.isTrigger(element) ? !isPassed(index) : jobAt(element).isPresent();
  }

  /** An event that ends a subprocess by an error of it happens by itself. */
  private boolean isPassed(int index) {
    return index < at
        || index > 0
            && draft.errorCaughtBy(plan.element(index)).isPresent()
            && !draft.isActivity(plan.element(index - 1));
  }

  private Optional<Job> jobAt(String element) {
    return state.jobs().stream()
        .filter(job -> job.element().equals(element) && !held.contains(job.key()))
        .findFirst();
  }

  private Optional<End> answer(Job job, int index) {
    if (!isServed(job)) {
      return Optional.of(unserved(job));
    }
    if (job.type().equals(JobTypes.USER_TASK) && timed.add(job.element())) {
      letTermsRunOut(job.element());
      return Optional.empty();
    }
    Optional<ProcessMove> next =
        index < plan.moves().size() ? Optional.of(plan.moves().get(index)) : Optional.empty();
    if (next.isPresent() && next.get().flow().isEmpty()) {
      at = index + 1;
      Optional<String> error = errorAhead();
      if (error.isPresent()) {
        engine.throwError(job.key(), error.get());
        at++;
      } else {
        held.add(job.key());
      }
      return Optional.empty();
    }
    engine.complete(job.key(), answerOf(plan.answerAt(index)));
    // A step that is done several times stays the next one until all are done.
    if (jobAt(job.element()).filter(other -> other.key() != job.key()).isEmpty()) {
      at = index + 1;
    }
    return Optional.empty();
  }

  /** The error that the event next on the way catches. */
  private Optional<String> errorAhead() {
    return IntStream.range(at, Math.min(at + 2, plan.length()))
        .mapToObj(plan::element)
        .flatMap(element -> draft.errorCaughtBy(element).stream())
        .findFirst();
  }

  private boolean isServed(Job job) {
    return job.type().equals(JobTypes.USER_TASK)
        || job.type().equals(SandboxEngine.CALLED)
        || order.jobTypes().contains(job.type());
  }

  private End unserved(Job job) {
    return stuck(
        job.element(),
        "停在“%s”：系统不会办理“%s”这种作业，没有人来做。".formatted(draft.name(job.element()), job.type()));
  }

  private void letTermsRunOut(String task) {
    List<Instant> moments =
        state.timers().stream()
            .filter(timer -> draft.isDeadlineTimer(timer.element()))
            .filter(timer -> attachedTo(timer.element()).equals(Optional.of(task)))
            .map(CaseState.Timer::due)
            .sorted()
            .toList();
    for (Instant moment : moments) {
      engine.moveTo(moment.plusSeconds(1));
      engine.settle(state);
    }
  }

  private Optional<String> attachedTo(String event) {
    return draft.find(event, BoundaryEvent.class).map(one -> one.getAttachedTo().getId());
  }

  /** Lets an event happen; answers whether the case waits for it. */
  private boolean happens(String element, int index) {
    Optional<CaseState.Timer> timer = state.timer(element);
    Optional<CaseState.Subscription> subscription = state.subscription(element);
    if (timer.isPresent() && isSoonEnough(timer.get())) {
      engine.moveTo(timer.get().due().plusSeconds(1));
    } else if (subscription.isPresent()) {
      engine.publish(
          subscription.get().message(),
          subscription.get().correlationKey(),
          Map.of(
              Variables.WORKDAYS, order.variables().getOrDefault(Variables.WORKDAYS, List.of())));
    } else {
      return false;
    }
    at = index + 1;
    return true;
  }

  private boolean isSoonEnough(CaseState.Timer timer) {
    return Duration.between(engine.now(), timer.due()).compareTo(LONGEST_WAIT) < 0;
  }

  /** What has to be done beside the way: on other branches, and at reminders. */
  private Optional<End> besides() {
    List<Job> open = new ArrayList<>(state.jobs());
    Optional<Job> job =
        open.stream()
            .filter(one -> !held.contains(one.key()))
            .findFirst()
            .or(() -> open.stream().findFirst());
    if (job.isPresent()) {
      if (!isServed(job.get())) {
        return Optional.of(unserved(job.get()));
      }
      engine.complete(job.get().key(), answerOf(usual(job.get().element())));
      return Optional.empty();
    }
    Optional<CaseState.Timer> timer =
        state.timers().stream()
            .filter(one -> !draft.isDeadlineTimer(one.element()))
            .filter(this::isSoonEnough)
            .min((one, other) -> one.due().compareTo(other.due()));
    if (timer.isPresent()) {
      engine.moveTo(timer.get().due().plusSeconds(1));
      return Optional.empty();
    }
    return Optional.of(silent());
  }

  private End silent() {
    List<String> places = state.standsAt();
    String element = places.isEmpty() ? state.last().orElse("") : places.getLast();
    return stuck(element, "停在“" + draft.name(element) + "”：既没有可办的事，也没有可等的时间，案件再也不会动。");
  }

  private Map<String, Object> usual(String element) {
    Map<String, Object> values = new HashMap<>();
    known
        .of(element)
        .forEach((name, all) -> all.stream().findFirst().ifPresent(one -> values.put(name, one)));
    return values;
  }

  private Map<String, Object> answerOf(Map<String, Object> chosen) {
    Map<String, Object> values = new HashMap<>();
    Optional.ofNullable(order.variables().get(Variables.WORKDAYS))
        .ifPresent(days -> values.put(Variables.WORKDAYS, days));
    chosen.forEach(
        (name, value) ->
            values.put(
                name,
                value instanceof Duration ahead
                    ? engine.now().plus(ahead).atZone(CHINA).toOffsetDateTime().toString()
                    : value));
    return values;
  }
}
