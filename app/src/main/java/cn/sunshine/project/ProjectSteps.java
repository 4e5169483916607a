package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseEnded;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the steps of all kinds of project have in common: evidence, record, gate. */
@Component
class ProjectSteps {

  private final ProjectStore store;
  private final Gates gates;
  private final List<StepRules> rules;

  ProjectSteps(ProjectStore store, Gates gates, List<StepRules> rules) {
    this.store = store;
    this.gates = gates;
    this.rules = rules;
  }

  Map<String, Object> dataFor(CaseFile file, Task task) {
    Project project = store.require(file.getId());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("project", summary(project));
    data.put("evidence", gates.wanted(file, task));
    rulesOf(task).ifPresent(found -> data.putAll(found.dataFor(file, project, task)));
    return data;
  }

  void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    Project project = store.require(file.getId());
    Step step = new Step(file, project, task, decision, actor);
    rulesOf(task).ifPresent(found -> found.onDecision(step));
    if (step.isApproval()) {
      gates.requireEvidence(file, task);
    }
    String gate = gates.nameOf(file.pack(), task.taskType()).orElse(task.name());
    store.standsAt(file.getId(), gate);
    store.record(file, task, gate, decision, actor.username());
  }

  @EventListener
  void onCaseEnded(CaseEnded ended) {
    if (ended.status() == CaseFile.Status.COMPLETED && store.find(ended.caseId()).isPresent()) {
      store.moveTo(ended.caseId(), Project.Stage.COMPLETED);
    }
  }

  private Optional<StepRules> rulesOf(Task task) {
    return rules.stream().filter(one -> one.taskTypes().contains(task.taskType())).findFirst();
  }

  private static Map<String, Object> summary(Project project) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("name", project.name());
    summary.put("stage", project.stage().name());
    summary.put("budget", project.budget());
    project.approvedAmount().ifPresent(amount -> summary.put("approvedAmount", amount));
    project.contractor().ifPresent(who -> summary.put("contractor", who));
    project.contractAmount().ifPresent(amount -> summary.put("contractAmount", amount));
    project.finalAmount().ifPresent(amount -> summary.put("finalAmount", amount));
    return summary;
  }
}
