package cn.sunshine.admission;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.comparison.Doubt;
import cn.sunshine.comparison.DoubtFinding;
import cn.sunshine.comparison.DoubtStatus;
import cn.sunshine.comparison.Doubts;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.notice.Notices;
import cn.sunshine.notice.Objection;
import cn.sunshine.policy.Decisions;
import cn.sunshine.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the tasks of an admission show beside the application, and what decisions on them mean. */
@Component
class AdmissionTasks {

  private final Doubts doubts;
  private final Notices notices;
  private final Decisions decisions;

  AdmissionTasks(Doubts doubts, Notices notices, Decisions decisions) {
    this.doubts = doubts;
    this.notices = notices;
    this.decisions = decisions;
  }

  Map<String, Object> dataFor(CaseFile file, Task task) {
    Map<String, Object> data = new LinkedHashMap<>();
    List<Doubt> found = doubts.ofCase(file.getId());
    switch (task.taskType()) {
      case "objection-review" -> data.putAll(objection(task));
      case "doubt-investigation" -> {
        data.put("doubts", found.stream().map(AdmissionTasks::view).toList());
        data.put(
            "findings",
            found.stream()
                .filter(doubt -> doubt.status() == DoubtStatus.OPEN)
                .map(doubt -> Map.of("doubt", doubt.id(), "text", doubt.text()))
                .toList());
      }
      case "correction" -> data.putAll(file.data());
      default -> {
        if (!found.isEmpty()) {
          data.put("doubts", found.stream().map(AdmissionTasks::view).toList());
        }
      }
    }
    return data;
  }

  void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    switch (task.taskType()) {
      case "objection-review" -> settleObjection(task, decision, actor);
      case "doubt-investigation" -> {
        if (decision.outcome().equals(Decision.APPROVE)) {
          doubts.decide(file.getId(), findings(decision), actor.username());
        }
      }
      case "county-sign-off" -> {
        if (decision.outcome().equals(Decision.APPROVE)) {
          requireEligible(file);
        }
      }
      default -> {
        // The other reviews only say yes, no or back.
      }
    }
  }

  private Map<String, Object> objection(Task task) {
    return java.util.Optional.ofNullable(task.context().get("objectionId"))
        .flatMap(id -> notices.objection(id.toString()))
        .map(
            objection ->
                Map.<String, Object>of(
                    "objection",
                    Map.of(
                        "id", objection.id(),
                        "text", objection.text(),
                        "raisedAt", objection.raisedAt().toString())))
        .orElse(Map.of());
  }

  private void settleObjection(Task task, Decision decision, Actor actor) {
    Objection.State how =
        decision.outcome().equals(Decision.APPROVE)
            ? Objection.State.DISMISSED
            : Objection.State.UPHELD;
    java.util.Optional.ofNullable(task.context().get("objectionId"))
        .ifPresent(id -> notices.settle(id.toString(), how, decision.comment(), actor.username()));
  }

  @SuppressWarnings("unchecked")
  private static List<DoubtFinding> findings(Decision decision) {
    List<Map<String, Object>> rows =
        (List<Map<String, Object>>) decision.data().getOrDefault("findings", List.of());
    return rows.stream()
        .map(
            row ->
                new DoubtFinding(
                    String.valueOf(row.get("doubt")),
                    Boolean.parseBoolean(String.valueOf(row.get("upheld"))),
                    row.get("note") == null ? "" : row.get("note").toString()))
        .toList();
  }

  /** The rules have the last word before a signature: nobody signs off what they refuse (NT-9). */
  private void requireEligible(CaseFile file) {
    boolean eligible =
        decisions
            .latest(file.getId())
            .map(decision -> decision.outcome().equals("ELIGIBLE"))
            .orElse(false);
    if (!eligible) {
      throw new Refusal.Conflict("规则判断该户不符合纳入条件，不能同意。请选择不同意或退回。");
    }
  }

  private static Map<String, Object> view(Doubt doubt) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", doubt.id());
    view.put("item", doubt.item());
    view.put("text", doubt.text());
    view.put("policy", doubt.policy());
    view.put("status", doubt.status().name());
    view.put("note", doubt.note());
    return view;
  }
}
