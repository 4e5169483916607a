package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Task;
import java.util.Map;
import java.util.Set;

/** What some steps of a project mean: what they show, refuse and record. */
interface StepRules {

  /** The task types they are about. */
  Set<String> taskTypes();

  /** A decision is being taken; may refuse it. */
  void onDecision(Step step);

  /** What who decides sees beside the project itself; keys of the form fill it in. */
  default Map<String, Object> dataFor(CaseFile file, Project project, Task task) {
    return Map.of();
  }
}
