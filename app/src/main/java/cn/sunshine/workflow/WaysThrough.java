package cn.sunshine.workflow;

import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.ProcessElement;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.ProcessPath;
import cn.sunshine.processes.UserTask;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a model from its start to each of its ends, and to each step that is not on these ways. */
final class WaysThrough {

  private WaysThrough() {}

  static Workflows.Trial of(ProcessModel model, Optional<String> refusal) {
    List<Workflows.Way> ways = new ArrayList<>();
    Set<String> passed = new LinkedHashSet<>();
    for (String end : model.ends()) {
      ProcessPath path = model.pathBetween(model.start(), end);
      passed.addAll(path.elements());
      ways.add(new Workflows.Way(name(model, end), names(model, path)));
    }
    for (UserTask task : model.userTasks()) {
      ProcessPath path = model.pathBetween(model.start(), task.id());
      if (!passed.contains(task.id()) && !path.flows().isEmpty()) {
        passed.addAll(path.elements());
        passed.add(task.id());
        ways.add(new Workflows.Way(task.name(), names(model, path)));
      }
    }
    return new Workflows.Trial(
        refusal,
        List.copyOf(ways),
        model.userTasks().stream()
            .filter(task -> !passed.contains(task.id()))
            .map(UserTask::name)
            .toList());
  }

  private static List<String> names(ProcessModel model, ProcessPath path) {
    return path.elements().stream()
        .filter(element -> Deadlines.timerToldBy(element).isEmpty())
        .map(element -> name(model, element))
        .toList();
  }

  private static String name(ProcessModel model, String element) {
    return model
        .element(element)
        .map(ProcessElement::name)
        .filter(name -> !name.isBlank())
        .orElse(element);
  }
}
