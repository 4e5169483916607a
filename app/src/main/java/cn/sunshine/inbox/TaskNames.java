package cn.sunshine.inbox;

import cn.sunshine.engine.Deployments;
import cn.sunshine.processes.ProcessElement;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.UserTask;
import org.springframework.stereotype.Component;

/** The Chinese names of tasks, as the models say them. */
@Component
class TaskNames {

  private final Deployments deployments;
  private final ProcessLibrary models;

  TaskNames(Deployments deployments, ProcessLibrary models) {
    this.deployments = deployments;
    this.models = models;
  }

  String nameOf(String process, String element) {
    return deployments.model(process).element(element).map(ProcessElement::name).orElse(element);
  }

  /** The name of a task type, in whichever of the models of the task's pack it is. */
  String nameInCaseOf(Task task, String taskType) {
    return models.userTask(task.pack(), taskType).map(UserTask::name).orElse(taskType);
  }
}
