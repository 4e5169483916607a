package cn.sunshine.workflow;

import cn.sunshine.account.Role;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.TermDays;
import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.ModelLint;
import cn.sunshine.processes.PolicyChange;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.Surroundings;
import cn.sunshine.processes.UserTask;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.shell.BpmnEditor.Choice;
import cn.sunshine.shell.BpmnEditor.Choices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which models of a pack can be changed, and what they can refer to there. */
@Component
class PackWorkflows {

  private static final List<String> PERSONS = List.of("applicant", "household");

  private final ProcessLibrary library;
  private final FormLibrary forms;
  private final Packs packs;
  private final TermDays termDays;
  private final Clock clock;
  private final ObjectProvider<JobHandler> workers;

  PackWorkflows(
      ProcessLibrary library,
      FormLibrary forms,
      Packs packs,
      TermDays termDays,
      Clock clock,
      ObjectProvider<JobHandler> workers) {
    this.library = library;
    this.forms = forms;
    this.packs = packs;
    this.termDays = termDays;
    this.clock = clock;
    this.workers = workers;
  }

  /** The plain ids of the models by which cases of the pack begin. */
  List<String> begun(String pack) {
    return packs.shipped(pack).processes().stream()
        .filter(process -> !process.equals(PolicyChange.PROCESS_ID))
        .filter(process -> library.find(pack, process).isPresent())
        .toList();
  }

  /** The plain ids of the models that these call, directly or not. */
  List<String> called(String pack) {
    return begun(pack).stream()
        .flatMap(process -> parts(pack, process))
        .filter(ProcessModel::isCalled)
        .map(ProcessModel::plainId)
        .distinct()
        .toList();
  }

  /**
   * The plain ids of the models that the system itself lives by: whoever spoilt the one by which
   * changes are approved could never approve its repair. They can be read.
   */
  List<String> fixed(String pack) {
    return library.models(pack).stream()
        .filter(model -> !model.isCalled())
        .map(ProcessModel::plainId)
        .filter(process -> !begun(pack).contains(process))
        .toList();
  }

  boolean isEditable(String pack, String process) {
    return begun(pack).contains(process) || called(pack).contains(process);
  }

  /** The plain ids of the models by which cases begin that come to run through a process. */
  List<String> beginnings(String pack, String process) {
    return begun(pack).stream()
        .filter(root -> parts(pack, root).anyMatch(part -> part.plainId().equals(process)))
        .toList();
  }

  /** The plain ids of a process and of all that it calls, directly or not. */
  List<String> partsOf(String pack, String process) {
    return parts(pack, process).map(ProcessModel::plainId).toList();
  }

  /** The models that call a process themselves. */
  List<ProcessModel> callers(String pack, String process) {
    return library.models(pack).stream()
        .filter(model -> model.calledProcesses().contains(process))
        .toList();
  }

  private Stream<ProcessModel> parts(String pack, String process) {
    return library.withCalled(pack, process).stream();
  }

  /** The model in force; empty when the pack has none by this id. */
  Optional<ProcessModel> inForce(String pack, String process) {
    return library.find(pack, process);
  }

  /** The model that the pack is shipped with; empty when there is none by this id. */
  Optional<ProcessModel> shipped(String pack, String process) {
    return library.shipped(pack, process);
  }

  List<String> forms(String pack) {
    return forms.ids(pack).stream().sorted().toList();
  }

  /** What the pack calls things. */
  WorkflowLines.Names names(String pack) {
    UnaryOperator<String> parameters = packs.shipped(pack)::titleOf;
    Map<String, String> jobs = jobTitles(pack);
    return new WorkflowLines.Names() {
      @Override
      public String ofParameter(String parameter) {
        return parameters.apply(parameter);
      }

      @Override
      public String ofStep(String step) {
        return library.userTask(pack, step).map(UserTask::name).orElse(step);
      }

      @Override
      public String ofProcess(String process) {
        return library.find(pack, process).map(ProcessModel::name).orElse(process);
      }

      @Override
      public String ofJob(String jobType) {
        return jobs.getOrDefault(jobType, jobType);
      }
    };
  }

  /** What the forms of the pack are called: as the step they belong to, else as what is done. */
  Map<String, String> formTitles(String pack) {
    Map<String, String> titles = new HashMap<>();
    library.models(pack).stream()
        .flatMap(model -> model.userTasks().stream())
        .forEach(task -> titles.putIfAbsent(task.formKey(), task.name()));
    forms(pack)
        .forEach(form -> titles.computeIfAbsent(form, id -> firstOutcome(pack, id).orElse(id)));
    return titles;
  }

  private Optional<String> firstOutcome(String pack, String form) {
    return forms.find(pack, form).stream()
        .flatMap(found -> found.outcomes().stream())
        .map(outcome -> outcome.label() + "（" + form + "）")
        .findFirst();
  }

  String formTitle(String pack, String form) {
    return formTitles(pack).getOrDefault(form, form);
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
    beginnings(pack, process)
        .forEach(root -> termDays.of(pack, root, clock.instant()).forEach(days::putIfAbsent));
    return days;
  }

  /** The same for people to choose from. */
  Choices choices(String pack, String process) {
    return new Choices(
        groups().toList(),
        named(forms.ids(pack).stream(), formTitles(pack)),
        terms(pack, process),
        named(jobTypes(), jobTitles(pack)),
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

  /** What the pack's models call the steps whose term a parameter is. */
  private Map<String, String> termSteps(String pack) {
    Map<String, String> titles = new HashMap<>();
    library.models(pack).stream()
        .flatMap(model -> model.userTasks().stream())
        .forEach(task -> titles.putIfAbsent(task.term(), task.name()));
    return titles;
  }

  /** What the pack's models call the jobs of a type: the shortest of the names. */
  private Map<String, String> jobTitles(String pack) {
    Map<String, String> titles = new HashMap<>();
    library.models(pack).stream()
        .flatMap(model -> model.jobNames().entrySet().stream())
        .forEach(
            job ->
                titles.merge(
                    job.getKey(),
                    job.getValue(),
                    (one, other) -> other.length() < one.length() ? other : one));
    return titles;
  }

  /** What somebody works: a job of another type would wait for ever. */
  private Stream<String> jobTypes() {
    return workers.stream().map(JobHandler::jobType);
  }

  private List<Choice> terms(String pack, String process) {
    Map<String, String> titles = termSteps(pack);
    beginnings(pack, process).forEach(root -> titles.putAll(termDays.titles(pack, root)));
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
        Arrays.stream(Role.values())
            .filter(role -> role != Role.ADMIN)
            .flatMap(
                role ->
                    role.levels().stream()
                        .sorted()
                        .map(
                            level ->
                                new Choice(
                                    role.code() + "@" + code(level),
                                    level.chinese() + "　" + role.chinese()))));
  }

  private static String code(RegionLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
