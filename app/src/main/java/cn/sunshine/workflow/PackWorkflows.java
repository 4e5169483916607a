package cn.sunshine.workflow;

import cn.sunshine.account.Role;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.TermDays;
import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.PolicyChange;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.Surroundings;
import cn.sunshine.processes.UserTask;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.shell.BpmnEditor.Choice;
import cn.sunshine.shell.BpmnEditor.Choices;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /**
   * The plain ids of the models that the pack can change: those by which its cases begin. The one
   * by which changes themselves are approved is not among them.
   */
  List<String> editable(String pack) {
    return packs.shipped(pack).processes().stream()
        .filter(process -> !process.equals(PolicyChange.PROCESS_ID))
        .filter(process -> library.find(pack, process).isPresent())
        .toList();
  }

  /** The model in force; empty when the pack has none to change by this id. */
  Optional<ProcessModel> inForce(String pack, String process) {
    return editable(pack).contains(process) ? library.find(pack, process) : Optional.empty();
  }

  /** The model that the pack is shipped with; empty when there is none to change by this id. */
  Optional<ProcessModel> shipped(String pack, String process) {
    return editable(pack).contains(process) ? library.shipped(pack, process) : Optional.empty();
  }

  List<String> forms(String pack) {
    return forms.ids(pack).stream().sorted().toList();
  }

  /** What the pack calls its parameters. */
  UnaryOperator<String> parameterTitles(String pack) {
    return packs.shipped(pack)::titleOf;
  }

  /** What the steps of the pack are called that a form belongs to, by the form's key. */
  Map<String, String> formTitles(String pack) {
    Map<String, String> titles = new HashMap<>();
    library.models(pack).stream()
        .flatMap(model -> model.userTasks().stream())
        .forEach(task -> titles.putIfAbsent(task.formKey(), task.name()));
    return titles;
  }

  /** What a model of the pack can refer to, with what is changed together with it. */
  Surroundings surroundings(String pack, String process, List<Proposal> together) {
    Set<String> terms = new HashSet<>(termDays.of(pack, process, clock.instant()).keySet());
    together.stream()
        .filter(proposal -> proposal.artefact().kind() == ArtefactKind.PARAMETER)
        .map(proposal -> proposal.artefact().name())
        .filter(Deadlines::isTerm)
        .forEach(terms::add);
    List<ProcessModel> models = library.models(pack);
    return new Surroundings(
        library.shipped(pack, process).orElseThrow().id(),
        Surroundings.Start.BY_MESSAGE,
        groups().map(Choice::value).collect(Collectors.toSet()),
        Set.copyOf(forms.ids(pack)),
        jobTypes().collect(Collectors.toSet()),
        terms,
        models.stream().map(ProcessModel::id).collect(Collectors.toSet()),
        models.stream()
            .filter(model -> !model.userTasks().isEmpty())
            .map(ProcessModel::id)
            .collect(Collectors.toSet()),
        models.stream()
            .flatMap(model -> model.userTasks().stream())
            .map(UserTask::id)
            .collect(Collectors.toSet()));
  }

  /** The same for people to choose from. */
  Choices choices(String pack, String process) {
    return new Choices(
        groups().toList(),
        named(forms.ids(pack).stream(), formTitles(pack)),
        terms(pack, process),
        named(jobTypes(), jobTitles(pack)),
        library.models(pack).stream()
            .sorted(Comparator.comparing(ProcessModel::name))
            .map(model -> choice(model.id(), model.name()))
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
    titles.putAll(termDays.titles(pack, process));
    return termDays.of(pack, process, clock.instant()).entrySet().stream()
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
