package cn.sunshine.casework;

import cn.sunshine.casework.Journey.Leg;
import cn.sunshine.engine.Deployments;
import cn.sunshine.engine.StepTrace;
import cn.sunshine.engine.StepTrace.Step;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.ProcessElement;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.ProcessPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reconstructs the way of a case from the steps that the engine handed out. What lies between two
 * steps (gateways, events, calls) is the shortest way between them in the model.
 */
@Service
public class Journeys {

  private final StepTrace trace;
  private final Deployments deployments;
  private final Inbox inbox;

  Journeys(StepTrace trace, Deployments deployments, Inbox inbox) {
    this.trace = trace;
    this.deployments = deployments;
    this.inbox = inbox;
  }

  /** The way of a case that the person who asks may see. */
  @Transactional(readOnly = true)
  public Journey of(CaseFile file) {
    List<Step> all = trace.of(file.getId());
    // A timer beside a step is not on the way of the case.
    Map<Boolean, List<Step>> byKind =
        all.stream()
            .collect(
                Collectors.partitioningBy(
                    step -> Deadlines.timerToldBy(step.element()).isPresent()));
    List<Step> steps = byKind.get(false);
    List<Step> timers = byKind.get(true);
    if (steps.isEmpty()) {
      ProcessModel model = deployments.model(file.model(), file.modelVersion());
      return new Journey(
          List.of(leg(model, model.name(), file.modelVersion(), List.of(), List.of(), List.of())));
    }
    Set<Long> openJobs = openJobs(file);
    Map<Long, List<Step>> instances =
        steps.stream()
            .collect(
                Collectors.groupingBy(
                    Step::processInstanceKey, LinkedHashMap::new, Collectors.toList()));
    List<Step> own = ownSteps(file, instances);
    // It is drawn on the model that carries it now: a case that has been moved to a newer one may
    // have passed steps that are not there any more.
    ProcessModel model = deployments.model(file.model(), file.modelVersion());
    List<Step> drawn = own.stream().filter(step -> isIn(model, step.element())).toList();
    List<Visit> visits = new ArrayList<>(drawn.stream().map(Visit::of).toList());
    List<Leg> calledLegs = new ArrayList<>();
    for (List<Step> called : instances.values()) {
      Optional<String> call = callTo(model, called, visits);
      call.ifPresent(id -> visits.add(new Visit(id, called.getFirst().jobKey())));
      visits.sort(Comparator.comparingLong(Visit::jobKey));
      boolean goneOn = steps.getLast().jobKey() > called.getLast().jobKey();
      calledLegs.add(
          leg(
              modelOf(called),
              call.flatMap(model::element)
                  .map(ProcessElement::name)
                  .orElseGet(() -> modelOf(called).name()),
              called.getFirst().processVersion(),
              called.stream().map(Visit::of).toList(),
              firedIn(called, timers),
              file.isRunning() ? standing(modelOf(called), called, goneOn, openJobs) : List.of()));
    }
    List<Leg> legs = new ArrayList<>();
    legs.add(
        leg(
            model,
            model.name(),
            file.modelVersion(),
            visits,
            firedIn(own, timers).stream().filter(timer -> isIn(model, timer)).toList(),
            file.isRunning() ? ownStanding(model, drawn, visits, openJobs) : List.of()));
    legs.addAll(calledLegs);
    return new Journey(legs);
  }

  /**
   * Takes the steps of the case's own process out of those of all instances. The first step of all
   * is the opening of the case; one that has been moved may have gone on in further instances,
   * which begin at the step where the one before it waited.
   */
  private static List<Step> ownSteps(CaseFile file, Map<Long, List<Step>> instances) {
    List<Step> own = new ArrayList<>(instances.remove(instances.keySet().iterator().next()));
    for (List<Step> further : List.copyOf(instances.values())) {
      Step first = further.getFirst();
      if (first.process().equals(file.model())) {
        instances.remove(first.processInstanceKey());
        if (own.getLast().element().equals(first.element())) {
          own.removeLast();
        }
        own.addAll(further);
      }
    }
    return own;
  }

  /** An element that the case reached; jobs are numbered in the order in which they were made. */
  private record Visit(String element, long jobKey) {

    static Visit of(Step step) {
      return new Visit(step.element(), step.jobKey());
    }
  }

  private Set<Long> openJobs(CaseFile file) {
    return inbox.ofCase(file.getId()).stream()
        .filter(task -> task.state() == Task.State.OPEN)
        .flatMap(task -> task.jobKey().stream())
        .collect(Collectors.toSet());
  }

  private ProcessModel modelOf(List<Step> instance) {
    Step first = instance.getFirst();
    return deployments.model(first.process(), first.processVersion());
  }

  /** The timers on terms that have fired in an instance. */
  private static List<String> firedIn(List<Step> instance, List<Step> timers) {
    return timers.stream()
        .filter(step -> step.processInstanceKey() == instance.getFirst().processInstanceKey())
        .flatMap(step -> Deadlines.timerToldBy(step.element()).stream())
        .distinct()
        .toList();
  }

  /**
   * Which of the steps that call this process is the next one from where the case was; empty when
   * something else started it, such as a breach of a term.
   */
  private static Optional<String> callTo(
      ProcessModel model, List<Step> called, List<Visit> visits) {
    long begun = called.getFirst().jobKey();
    String before =
        visits.stream()
            .filter(visit -> visit.jobKey() < begun)
            .reduce((earlier, later) -> later)
            .map(Visit::element)
            .orElse(model.start());
    return model.callsOf(called.getFirst().process()).stream()
        .min(Comparator.comparingInt(call -> distance(model, before, call)));
  }

  private static int distance(ProcessModel model, String from, String to) {
    int flows = model.pathBetween(from, to).flows().size();
    return flows == 0 ? Integer.MAX_VALUE : flows;
  }

  private static boolean isIn(ProcessModel model, String element) {
    return model.element(element).isPresent();
  }

  private static List<String> ownStanding(
      ProcessModel model, List<Step> own, List<Visit> visits, Set<Long> openJobs) {
    if (own.isEmpty()) {
      return List.of();
    }
    Visit last = visits.getLast();
    boolean inACall = own.stream().noneMatch(step -> step.jobKey() == last.jobKey());
    return inACall ? List.of(last.element()) : standing(model, own, false, openJobs);
  }

  /** Where an instance stands: at its open tasks, or waiting behind its last step. */
  private static List<String> standing(
      ProcessModel model, List<Step> instance, boolean goneOn, Set<Long> openJobs) {
    List<String> open =
        instance.stream()
            .filter(step -> openJobs.contains(step.jobKey()))
            .map(Step::element)
            .distinct()
            .toList();
    if (!open.isEmpty() || goneOn) {
      return open;
    }
    String last = instance.getLast().element();
    return List.of(model.after(last).orElse(last));
  }

  private static Leg leg(
      ProcessModel model,
      String title,
      int version,
      List<Visit> visits,
      List<String> fired,
      List<String> active) {
    Set<String> completed = new LinkedHashSet<>();
    Set<String> flows = new LinkedHashSet<>();
    String from = model.start();
    completed.add(from);
    for (Visit visit : visits) {
      follow(model.pathBetween(from, visit.element()), completed, flows);
      completed.add(visit.element());
      from = visit.element();
    }
    if (active.isEmpty() && !visits.isEmpty()) {
      followToTheEnd(model, from, completed, flows);
    }
    for (String timer : fired) {
      String told = Deadlines.told(timer);
      follow(model.pathBetween(timer, told), completed, flows);
      completed.addAll(List.of(timer, told));
    }
    completed.removeAll(active);
    return new Leg(
        title,
        model.id(),
        version,
        model.text(),
        List.copyOf(completed),
        List.copyOf(flows),
        active);
  }

  private static void follow(ProcessPath path, Set<String> completed, Set<String> flows) {
    flows.addAll(path.flows());
    completed.addAll(path.elements());
  }

  private static void followToTheEnd(
      ProcessModel model, String from, Set<String> completed, Set<String> flows) {
    model.ends().stream()
        .min(Comparator.comparingInt(end -> distance(model, from, end)))
        .filter(end -> distance(model, from, end) < Integer.MAX_VALUE)
        .ifPresent(
            end -> {
              follow(model.pathBetween(from, end), completed, flows);
              completed.add(end);
            });
  }
}
