package cn.sunshine.workflow;

import cn.sunshine.engine.JobHandler;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.OfficeWords;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.TermDays;
import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.ModelLint;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.Surroundings;
import cn.sunshine.processes.UserTask;
import cn.sunshine.shell.BpmnEditor.Choice;
import cn.sunshine.shell.BpmnEditor.Choices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a model of a pack can refer to: for the checks, and for people to choose from. */
@Component
class WorkflowReferences {

  private static final List<String> PERSONS = List.of("applicant", "household");

  private final PackWorkflows workflows;
  private final WorkflowNames names;
  private final ProcessLibrary library;
  private final FormLibrary forms;
  private final TermDays termDays;
  private final Clock clock;
  private final ObjectProvider<JobHandler> workers;

  WorkflowReferences(
      PackWorkflows workflows,
      WorkflowNames names,
      ProcessLibrary library,
      FormLibrary forms,
      TermDays termDays,
      Clock clock,
      ObjectProvider<JobHandler> workers) {
    this.workflows = workflows;
    this.names = names;
    this.library = library;
    this.forms = forms;
    this.termDays = termDays;
    this.clock = clock;
    this.workers = workers;
  }

  /** What a model of the pack can refer to, with what is changed together with it. */
  Surroundings surroundings(String pack, String process, List<Proposal> together) {
    Set<String> terms = new HashSet<>(termDays(pack, process).keySet());
    together.stream()
        .filter(proposal -> proposal.artefact().kind() == ArtefactKind.PARAMETER)
        .map(proposal -> proposal.artefact().name())
        .filter(Deadlines::isTerm)
        .forEach(terms::add);
    ProcessModel shipped = library.shipped(pack, process).orElseThrow();
    List<ProcessModel> models = models(pack, together);
    List<ProcessModel> callable = callable(models, process);
    return new Surroundings(
        shipped.id(),
        shipped.isCalled() ? Surroundings.Start.BY_CALL : Surroundings.Start.BY_MESSAGE,
        groups().map(Choice::value).collect(Collectors.toSet()),
        Set.copyOf(forms.ids(pack)),
        jobTypes().collect(Collectors.toSet()),
        terms,
        callable.stream().map(ProcessModel::plainId).collect(Collectors.toSet()),
        callable.stream()
            .filter(model -> !model.userTasks().isEmpty())
            .map(ProcessModel::plainId)
            .collect(Collectors.toSet()),
        Stream.concat(
                models.stream().flatMap(model -> model.userTasks().stream()).map(UserTask::id),
                // A shared model names the steps of other packs, too; here nobody is offered them.
                shipped.userTasks().stream().flatMap(task -> task.returnTo().stream()))
            .collect(Collectors.toSet()),
        models.stream()
            .flatMap(model -> model.takenBackFrom(process).stream())
            .collect(Collectors.toSet()));
  }

  /** The models of a pack as a change would have them. */
  private List<ProcessModel> models(String pack, List<Proposal> together) {
    Map<String, ProcessModel> models = new LinkedHashMap<>();
    library.models(pack).forEach(model -> models.put(model.plainId(), model));
    together.stream()
        .filter(proposal -> proposal.artefact().kind() == ArtefactKind.WORKFLOW)
        .forEach(
            proposal ->
                ModelLint.parse(proposal.content().getBytes(StandardCharsets.UTF_8))
                    .ifPresent(model -> models.put(proposal.artefact().name(), model)));
    return List.copyOf(models.values());
  }

  /** What a process can call: no case begins with it, and it does not lead back to the process. */
  private static List<ProcessModel> callable(List<ProcessModel> models, String process) {
    Map<String, Set<String>> calls = new HashMap<>();
    models.forEach(model -> calls.put(model.plainId(), model.calledProcesses()));
    return models.stream()
        .filter(ProcessModel::isCalled)
        .filter(model -> !leadsTo(process, model.plainId(), calls, new HashSet<>()))
        .toList();
  }

  private static boolean leadsTo(
      String goal, String from, Map<String, Set<String>> calls, Set<String> seen) {
    return from.equals(goal)
        || seen.add(from)
            && calls.getOrDefault(from, Set.of()).stream()
                .anyMatch(called -> leadsTo(goal, called, calls, seen));
  }

  /** The terms of all cases that come to run through a process, and their working days. */
  Map<String, Integer> termDays(String pack, String process) {
    Map<String, Integer> days = new TreeMap<>();
    workflows
        .beginnings(pack, process)
        .forEach(root -> termDays.of(pack, root, clock.instant()).forEach(days::putIfAbsent));
    return days;
  }

  /** The same for people to choose from. */
  Choices choices(String pack, String process) {
    return new Choices(
        groups().toList(),
        named(forms.ids(pack).stream(), names.formTitles(pack)),
        terms(pack, process),
        named(jobTypes(), names.jobTitles(pack)),
        callable(library.models(pack), process).stream()
            .sorted(Comparator.comparing(ProcessModel::name))
            .map(model -> choice(model.plainId(), model.name()))
            .toList());
  }

  /** By their Chinese names, what has one; else by what the model calls them. */
  private static List<Choice> named(Stream<String> values, Map<String, String> titles) {
    return values
        .map(value -> choice(value, titles.getOrDefault(value, "")))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private static Choice choice(String value, String title) {
    return new Choice(value, title.isEmpty() ? value : title + "　" + value);
  }

  /** What somebody works: a job of another type would wait for ever. */
  private Stream<String> jobTypes() {
    return workers.stream().map(JobHandler::jobType);
  }

  private List<Choice> terms(String pack, String process) {
    Map<String, String> titles = names.termSteps(pack);
    workflows.beginnings(pack, process).forEach(root -> titles.putAll(termDays.titles(pack, root)));
    return termDays(pack, process).entrySet().stream()
        .map(term -> term(term.getKey(), titles.getOrDefault(term.getKey(), ""), term.getValue()))
        .toList();
  }

  private static Choice term(String name, String title, int days) {
    String key = name.substring("term.".length());
    return new Choice(
        name, "%s（%d 个工作日）".formatted(title.isEmpty() ? key : title + "　" + key, days));
  }

  private static Stream<Choice> groups() {
    return Stream.concat(
        PERSONS.stream()
            .map(person -> new Choice(person, person.equals("applicant") ? "申请人" : "案件所涉的户")),
        OfficeWords.all().stream()
            .map(
                office ->
                    new Choice(
                        office.code(), office.level().chinese() + "　" + office.role().chinese())));
  }
}
