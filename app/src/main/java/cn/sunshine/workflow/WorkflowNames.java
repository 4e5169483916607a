package cn.sunshine.workflow;

import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.Packs;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.UserTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What people of a place call the things that its models name by their ids. */
@Component
class WorkflowNames {

  private final ProcessLibrary library;
  private final FormLibrary forms;
  private final Packs packs;

  WorkflowNames(ProcessLibrary library, FormLibrary forms, Packs packs) {
    this.library = library;
    this.forms = forms;
    this.packs = packs;
  }

  /** The ids of the pack's forms, in their order. */
  List<String> forms(String pack) {
    return forms.ids(pack).stream().sorted().toList();
  }

  /** For the lines of a comparison. */
  WorkflowLines.Names of(String pack) {
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

  /** What the pack's models call the steps whose term a parameter is. */
  Map<String, String> termSteps(String pack) {
    Map<String, String> titles = new HashMap<>();
    library.models(pack).stream()
        .flatMap(model -> model.userTasks().stream())
        .forEach(task -> titles.putIfAbsent(task.term(), task.name()));
    return titles;
  }

  /** What the pack's models call the jobs of a type: the shortest of the names. */
  Map<String, String> jobTitles(String pack) {
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
}
