package cn.sunshine.project;

import cn.sunshine.attachment.Evidence;
import cn.sunshine.attachment.RequiredEvidence;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import cn.sunshine.processes.ProcessElement;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The gates of a project (NT-16, JY-7): which there are says the model, what each wants says the
 * form of its steps. A gate does not open without its evidence.
 */
@Component
class Gates {

  private static final String APPLICATION = "application";

  private final FormLibrary forms;
  private final ProcessLibrary models;
  private final RequiredEvidence evidence;
  private final Inbox inbox;
  private final ProjectStore store;

  Gates(
      FormLibrary forms,
      ProcessLibrary models,
      RequiredEvidence evidence,
      Inbox inbox,
      ProjectStore store) {
    this.forms = forms;
    this.models = models;
    this.evidence = evidence;
    this.inbox = inbox;
    this.store = store;
  }

  /** How a gate stands. */
  enum State {
    PASSED,
    CURRENT,
    AHEAD,
    /** The project went on without it: this kind does not need it. */
    SKIPPED
  }

  /** One gate of a project with the evidence that all its steps want. */
  record Gate(String id, String name, State state, List<Evidence> evidence) {}

  /** The gates of a project in the order of its model. */
  List<Gate> of(CaseFile file) {
    Map<String, List<String>> steps = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    // A project that there is has been put forward, whichever steps its kind has for that.
    steps.put(APPLICATION, new ArrayList<>());
    for (String step : stepsOf(file.pack(), file.process(), new LinkedHashSet<>())) {
      gateOf(file.pack(), step)
          .ifPresent(
              gate -> {
                String id = gate.path("id").asString();
                names.put(id, gate.path("name").asString());
                steps.computeIfAbsent(id, key -> new ArrayList<>()).add(step);
              });
    }
    Set<String> current =
        inbox.ofCase(file.getId()).stream()
            .filter(task -> task.state() == Task.State.OPEN)
            .map(Task::taskType)
            .collect(Collectors.toSet());
    Set<String> done =
        store.history(file.getId()).stream()
            .filter(entry -> entry.outcome().equals("approve"))
            .map(ProjectRows.GateEntry::taskType)
            .collect(Collectors.toSet());
    names.putIfAbsent(APPLICATION, "申报");
    Map<String, List<Evidence>> wanted =
        evidence.ofSteps(file, steps.values().stream().flatMap(List::stream).toList());
    List<Gate> gates =
        steps.entrySet().stream()
            .map(
                entry ->
                    new Gate(
                        entry.getKey(),
                        names.get(entry.getKey()),
                        entry.getKey().equals(APPLICATION)
                            ? applied(entry.getValue(), current)
                            : state(entry.getValue(), current, done),
                        entry.getValue().stream()
                            .flatMap(step -> wanted.get(step).stream())
                            .toList()))
            .toList();
    return withSkipped(gates);
  }

  /** A gate that nobody passed, before one that was reached, is one that was not needed. */
  private static List<Gate> withSkipped(List<Gate> gates) {
    int last = -1;
    for (int n = 0; n < gates.size(); n++) {
      last = gates.get(n).state() == State.AHEAD ? last : n;
    }
    List<Gate> result = new ArrayList<>();
    for (Gate gate : gates) {
      boolean skipped = gate.state() == State.AHEAD && result.size() < last;
      result.add(skipped ? new Gate(gate.id(), gate.name(), State.SKIPPED, gate.evidence()) : gate);
    }
    return result;
  }

  /** The Chinese name of the gate that a step belongs to. */
  Optional<String> nameOf(String pack, String taskType) {
    return gateOf(pack, taskType).map(gate -> gate.path("name").asString());
  }

  /** What a task wants before it can be approved. */
  List<Evidence> wanted(CaseFile file, Task task) {
    return evidence.wanted(file, task);
  }

  /**
   * @throws cn.sunshine.problem.Refusal.Invalid when evidence is missing; it says which
   */
  void requireEvidence(CaseFile file, Task task) {
    evidence.requireAll(file, task);
  }

  private Optional<JsonNode> gateOf(String pack, String step) {
    return forms
        .find(pack, step)
        .map(form -> form.json().path("sunshine").path("gate"))
        .filter(JsonNode::isObject);
  }

  private static State applied(List<String> steps, Set<String> current) {
    return steps.stream().anyMatch(current::contains) ? State.CURRENT : State.PASSED;
  }

  private static State state(List<String> steps, Set<String> current, Set<String> done) {
    if (steps.stream().anyMatch(current::contains)) {
      return State.CURRENT;
    }
    return steps.stream().anyMatch(done::contains) ? State.PASSED : State.AHEAD;
  }

  /** The persons' steps of a process and of what it calls, in the order of the models. */
  private Set<String> stepsOf(String pack, String process, Set<String> found) {
    Optional<ProcessModel> model = models.find(pack, process);
    for (ProcessElement element : model.map(ProcessModel::elements).orElse(List.of())) {
      if (model.orElseThrow().userTask(element.id()).isPresent()) {
        found.add(element.id());
      } else {
        models.models(pack).stream()
            .map(ProcessModel::plainId)
            .filter(called -> model.orElseThrow().callsOf(called).contains(element.id()))
            .forEach(called -> stepsOf(pack, called, found));
      }
    }
    return found;
  }
}
