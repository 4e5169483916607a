package cn.sunshine.escalation;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.inbox.Superior;
import cn.sunshine.inbox.Task;
import cn.sunshine.policy.Packs;
import cn.sunshine.processes.Headers;
import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.TaskWatch;
import cn.sunshine.region.Regions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings an overdue task before those who supervise, stage by stage. */
@Component
class EscalateTask implements JobHandler {

  private static final String SUPERIOR = "superior";

  private final Cases cases;
  private final Packs packs;
  private final Regions regions;
  private final Alerts alerts;
  private final ApplicationEventPublisher events;

  EscalateTask(
      Cases cases, Packs packs, Regions regions, Alerts alerts, ApplicationEventPublisher events) {
    this.cases = cases;
    this.packs = packs;
    this.regions = regions;
    this.alerts = alerts;
    this.events = events;
  }

  @Override
  public String jobType() {
    return JobTypes.ESCALATE_TASK;
  }

  /** It runs beside the case, whose end it may not have heard of: then there is nothing to do. */
  @Override
  public boolean goesOnAfterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    overdueTask(file, job.text(TaskWatch.TASK_ID).orElseThrow())
        .ifPresent(task -> escalate(file, task, job.header(Headers.STAGE)));
    return Map.of();
  }

  private Optional<Task> overdueTask(CaseFile file, String taskId) {
    return cases.tasks(file).stream()
        .filter(task -> task.getId().equals(taskId))
        .filter(task -> task.state() == Task.State.OPEN && task.isReportedOverdue())
        .findFirst();
  }

  private void escalate(CaseFile file, Task task, String stage) {
    List<Grant> offices =
        stage.equals(SUPERIOR)
            ? List.of(Superior.of(task, packs.find(file.pack()).orElseThrow().rootRegion()))
            : Superior.oversight(task);
    Optional<AlertSeverity> severity = alerts.raise(Alerts.Subject.of(task), AlertStage.of(stage));
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("task", task.getId());
    detail.put("taskType", task.taskType());
    detail.put("stage", stage);
    severity.ifPresent(known -> detail.put("severity", known.name()));
    detail.put(
        "owners",
        offices.stream().map(office -> office.role().code() + "." + office.region()).toList());
    cases.note(
        file.getId(),
        Actor.SYSTEM.username(),
        "escalated",
        "逾期未办结"
            + severity.map(known -> "（预警级别：" + known.chinese() + "）").orElse("")
            + "，转"
            + offices.stream().map(this::name).collect(Collectors.joining("、"))
            + "督办。",
        detail);
    offices.forEach(
        office ->
            events.publishEvent(
                new TaskEscalated(
                    task.getId(),
                    task.caseId(),
                    task.name(),
                    task.subject(),
                    office,
                    task.region(),
                    task.due(),
                    severity)));
  }

  private String name(Grant office) {
    return regions.name(office.region()) + office.role().chinese();
  }
}
