package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.expert.Appraisals;
import cn.sunshine.expert.Draw;
import cn.sunshine.expert.Expert;
import cn.sunshine.expert.Experts;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Expert appraisal and approval (NT-12, NT-13, JY-7). */
@Component
class AppraisalSteps implements StepRules {

  private static final String SCORING = "expert-scoring";
  private static final String REVIEW = "project-review";
  private static final String APPROVAL = "project-approval";

  private final Appraisals appraisals;
  private final Experts experts;
  private final ProjectStore store;
  private final Parameters parameters;

  AppraisalSteps(
      Appraisals appraisals, Experts experts, ProjectStore store, Parameters parameters) {
    this.appraisals = appraisals;
    this.experts = experts;
    this.store = store;
    this.parameters = parameters;
  }

  @Override
  public Set<String> taskTypes() {
    return Set.of(SCORING, REVIEW, APPROVAL);
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Project project, Task task) {
    Map<String, Object> data = new LinkedHashMap<>();
    appraisals
        .latest(file.getId())
        .ifPresent(
            draw -> {
              if (task.taskType().equals(SCORING)) {
                expertOf(task).ifPresent(id -> data.put("expert", view(experts.find(id))));
              } else {
                data.put("draw", draw);
                data.put("expertScores", appraisals.scores(draw));
                appraisals.average(draw).ifPresent(mean -> data.put("averageScore", mean));
                data.put("passLine", parameters.number(file, "project.appraisal.pass-line"));
              }
            });
    return data;
  }

  @Override
  public void onDecision(Step step) {
    switch (step.task().taskType()) {
      case SCORING -> score(step);
      case REVIEW -> {
        if (step.isApproval()) {
          requirePass(step);
        }
      }
      default -> {
        if (step.isApproval()) {
          approve(step);
        }
      }
    }
  }

  private void score(Step step) {
    appraisals.score(
        draw(step),
        step.file().region(),
        expertOf(step.task()).orElseThrow(),
        step.answers().section("scores"),
        step.answers().text("opinion"),
        step.actor().username());
  }

  private void requirePass(Step step) {
    BigDecimal mean = appraisals.average(draw(step)).orElse(BigDecimal.ZERO);
    int line = parameters.number(step.file(), "project.appraisal.pass-line");
    if (mean.compareTo(BigDecimal.valueOf(line)) < 0) {
      throw new Refusal.Conflict(
          "专家平均分 " + mean.toPlainString() + " 低于合格线 " + line + " 分，不能同意。请选择不同意或退回。");
    }
  }

  private void approve(Step step) {
    BigDecimal amount = step.answers().money("approvedAmount");
    if (amount.compareTo(step.project().budget()) > 0) {
      throw Step.fault("approvedAmount", "批复金额不能超过申报的总预算 " + Money.words(step.project().budget()));
    }
    store.approve(step.caseId(), amount);
    store.moveTo(step.caseId(), Project.Stage.APPROVED);
  }

  private Draw draw(Step step) {
    return appraisals
        .latest(step.caseId())
        .orElseThrow(() -> new IllegalStateException("no draw for " + step.caseId()));
  }

  private static Optional<String> expertOf(Task task) {
    return Optional.ofNullable(task.context().get("expertId")).map(Object::toString);
  }

  private static Map<String, String> view(Expert expert) {
    return Map.of(
        "id", expert.id(),
        "name", expert.name(),
        "unit", expert.unit(),
        "specialty", expert.specialty());
  }
}
