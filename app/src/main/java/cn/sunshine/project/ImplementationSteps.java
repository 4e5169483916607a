package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Milestones, changes and the tolerance decision (NT-12, NT-16, JY-7, YC-3). */
@Component
class ImplementationSteps implements StepRules {

  private final ProjectStore store;

  ImplementationSteps(ProjectStore store) {
    this.store = store;
  }

  @Override
  public Set<String> taskTypes() {
    return Set.of("implementation-plan", "milestone-report", "change-review", "tolerance-review");
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Project project, Task task) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (!task.taskType().equals("implementation-plan")) {
      data.put("plan", store.milestones(file.getId()));
      data.put("changes", store.changes(file.getId()));
      next(file.getId()).ifPresent(milestone -> data.put("nextMilestone", milestone.name()));
    }
    return data;
  }

  @Override
  public void onDecision(Step step) {
    switch (step.task().taskType()) {
      case "implementation-plan" -> plan(step);
      case "milestone-report" -> report(step);
      case "change-review" -> decideChange(step);
      default -> judgeTolerance(step);
    }
  }

  private void plan(Step step) {
    List<ProjectRows.Milestone> milestones = new ArrayList<>();
    for (Answers row : step.answers().rows("milestones")) {
      milestones.add(
          new ProjectRows.Milestone(
              milestones.size() + 1,
              row.text("name"),
              row.date("plannedOn", "请填写计划完成日期"),
              Optional.empty(),
              ""));
    }
    store.plan(step.file(), milestones);
    store.moveTo(step.caseId(), Project.Stage.BUILDING);
  }

  private void report(Step step) {
    Answers answers = step.answers();
    switch (step.decision().outcome()) {
      case "change" ->
          store.askChange(
              step.file(),
              answers.required("change", "申请变更时必须写明变更内容和理由"),
              answers.money("changeAmount"));
      case "risk" -> answers.required("risk", "报告风险时必须写明风险情况和原因");
      default -> {
        ProjectRows.Milestone milestone =
            next(step.caseId()).orElseThrow(() -> new Refusal.Conflict("全部节点都已经完成。"));
        store.reach(
            step.caseId(),
            milestone.position(),
            answers.date("doneOn", "请填写“" + milestone.name() + "”的完成日期"),
            answers.required("progress", "请填写“" + milestone.name() + "”的完成情况"));
      }
    }
  }

  private void decideChange(Step step) {
    ProjectRows.Change change =
        store.changes(step.caseId()).stream()
            .filter(one -> one.state().equals("OPEN"))
            .findFirst()
            .orElseThrow(() -> new Refusal.Conflict("没有待审批的变更。"));
    if (!step.isApproval()) {
      store.decideChange(change.id(), "REJECTED");
      return;
    }
    BigDecimal contract = step.project().contractAmount().orElseGet(step.project()::limit);
    BigDecimal changed = contract.add(store.approvedChanges(step.caseId())).add(change.amount());
    if (changed.compareTo(step.project().limit()) > 0) {
      throw new Refusal.Conflict(
          "变更后合同金额 "
              + Money.words(changed)
              + " 超过批复金额 "
              + Money.words(step.project().limit())
              + "，不能同意。");
    }
    if (changed.signum() <= 0) {
      throw new Refusal.Conflict("变更后合同金额不能为零或负数，不能同意。");
    }
    store.decideChange(change.id(), "APPROVED");
  }

  /** A risk not caused by intent or negligence is exempt, and only such a risk (JY-7). */
  private static void judgeTolerance(Step step) {
    boolean atFault = step.answers().yes("intent") || step.answers().yes("negligence");
    if (step.isApproval() && atFault) {
      throw new Refusal.Conflict("有主观故意或者失职渎职的，不能容错免责（JY-7）。请选择“不予容错，依规追责”。");
    }
    if (!step.isApproval() && !atFault) {
      throw new Refusal.Conflict("没有主观故意、也没有失职渎职的风险，应当免于追责、问责（JY-7）。如认定有责，请在表中选择。");
    }
  }

  private Optional<ProjectRows.Milestone> next(String caseId) {
    return store.milestones(caseId).stream()
        .filter(milestone -> milestone.doneOn().isEmpty())
        .findFirst();
  }
}
