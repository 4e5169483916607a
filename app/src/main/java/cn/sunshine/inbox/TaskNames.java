package cn.sunshine.inbox;

import cn.sunshine.engine.Deployments;
import cn.sunshine.processes.ProcessElement;
import org.springframework.stereotype.Component;

/** The Chinese names of tasks, as the models say them. */
@Component
class TaskNames {

  private final Deployments deployments;

  TaskNames(Deployments deployments) {
    this.deployments = deployments;
  }

  String nameOf(String process, String element) {
    return deployments.model(process).element(element).map(ProcessElement::name).orElse(element);
  }
}
