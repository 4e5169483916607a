package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a shipped model can refer to: everything that any shipped model names, and all job types.
 */
final class ShippedSurroundings {

  private static final List<ProcessFile> FILES = ProcessFile.all().toList();

  private ShippedSurroundings() {}

  static Surroundings of(ProcessFile file) {
    StartEvent start =
        file.bpmn()
            .getModelElementsByType(Process.class)
            .iterator()
            .next()
            .getChildElementsByType(StartEvent.class)
            .iterator()
            .next();
    return new Surroundings(
        file.processId(),
        start.getEventDefinitions().isEmpty()
            ? Surroundings.Start.BY_CALL
            : Surroundings.Start.BY_MESSAGE,
        steps().map(ShippedSurroundings::group).collect(Collectors.toSet()),
        steps().map(UserTask::formKey).collect(Collectors.toSet()),
        Arrays.stream(JobTypes.class.getFields())
            .map(ShippedSurroundings::text)
            .collect(Collectors.toSet()),
        steps().map(UserTask::term).collect(Collectors.toSet()),
        FILES.stream().map(ProcessFile::processId).collect(Collectors.toSet()),
        FILES.stream()
            .filter(one -> !one.model().userTasks().isEmpty())
            .map(ProcessFile::processId)
            .collect(Collectors.toSet()),
        steps().map(UserTask::id).collect(Collectors.toSet()),
        FILES.stream()
            .flatMap(caller -> caller.model().takenBackFrom(file.processId()).stream())
            .collect(Collectors.toSet()));
  }

  private static Stream<UserTask> steps() {
    return FILES.stream().flatMap(file -> file.model().userTasks().stream());
  }

  private static String group(UserTask task) {
    return task.group()
        .level()
        .map(level -> task.group().role() + "@" + level)
        .orElse(task.group().role());
  }

  private static String text(java.lang.reflect.Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
