package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.CaseDescription;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskCase;
import cn.sunshine.policy.Decisions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the inbox what its tasks are about. */
@Component
class InboxCases implements TaskCase {

  private final ObjectProvider<Cases> cases;
  private final Decisions decisions;

  /** The cases come late: they use the inbox themselves. */
  InboxCases(ObjectProvider<Cases> cases, Decisions decisions) {
    this.cases = cases;
    this.decisions = decisions;
  }

  @Override
  public CaseDescription describe(String caseId) {
    return cases.getObject().require(caseId).description();
  }

  @Override
  public Optional<String> householdAccount(String caseId) {
    CaseFile file = cases.getObject().require(caseId);
    return cases.getObject().kind(file.process()).householdAccount(file);
  }

  @Override
  public void hold(String caseId) {
    cases.getObject().hold(caseId);
  }

  @Override
  public Map<String, Object> dataFor(Task task, Actor actor) {
    Cases all = cases.getObject();
    CaseFile file = all.require(task.caseId());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("application", all.dataFor(file, actor));
    decisions
        .latest(file.getId())
        .ifPresent(
            decision -> {
              data.put("ruleOutcome", decision.outcome());
              data.put("ruleFindings", decision.findings());
            });
    data.putAll(all.kind(file.process()).dataFor(file, task));
    return data;
  }

  @Override
  public void onDecision(Task task, Decision decision, Actor actor) {
    Cases all = cases.getObject();
    CaseFile file = all.require(task.caseId());
    file.requireRunning();
    all.kind(file.process()).onDecision(file, task, decision, actor);
  }
}
