package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Township and county acceptance with checklist, and the final account (NT-12, NT-13). */
@Component
class AcceptanceSteps implements StepRules {

  private static final String PRELIMINARY = "preliminary-acceptance";
  private static final String COUNTY = "county-acceptance";
  private static final String FINAL_ACCOUNT = "final-account";

  private final ProjectStore store;
  private final Parameters parameters;

  AcceptanceSteps(ProjectStore store, Parameters parameters) {
    this.store = store;
    this.parameters = parameters;
  }

  @Override
  public Set<String> taskTypes() {
    return Set.of(PRELIMINARY, COUNTY, FINAL_ACCOUNT);
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Project project, Task task) {
    if (task.taskType().equals(FINAL_ACCOUNT)) {
      return Map.of("limit", limit(project));
    }
    List<Map<String, String>> checklist =
        parameters.words(file, "project.acceptance.checklist").stream()
            .map(item -> Map.of("item", item))
            .toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("checklist", checklist);
    data.put("plan", store.milestones(file.getId()));
    return data;
  }

  @Override
  public void onDecision(Step step) {
    if (step.task().taskType().equals(FINAL_ACCOUNT)) {
      settle(step);
      return;
    }
    store.moveTo(step.caseId(), Project.Stage.ACCEPTANCE);
    if (step.isApproval()) {
      requireAllPassed(step);
    }
  }

  private static void requireAllPassed(Step step) {
    String failed =
        step.answers().rows("checklist").stream()
            .filter(row -> !row.yes("passed"))
            .map(row -> row.text("item"))
            .collect(Collectors.joining("、"));
    if (!failed.isEmpty()) {
      throw new Refusal.Conflict("清单中有不合格项（" + failed + "），不能验收合格。请选择“须整改”。");
    }
  }

  private void settle(Step step) {
    BigDecimal amount = step.answers().money("finalAmount");
    BigDecimal limit = limit(step.project());
    if (amount.compareTo(limit) > 0) {
      throw Step.fault("finalAmount", "决算金额不能超过合同价加上批准的变更，合计 " + Money.words(limit));
    }
    store.settle(step.caseId(), amount);
    store.moveTo(step.caseId(), Project.Stage.PAYMENT);
  }

  private BigDecimal limit(Project project) {
    return project
        .contractAmount()
        .map(contract -> contract.add(store.approvedChanges(project.caseId())))
        .orElseGet(project::limit);
  }
}
