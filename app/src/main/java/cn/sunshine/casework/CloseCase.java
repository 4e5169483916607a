package cn.sunshine.casework;

import cn.sunshine.audit.AuditEntry;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.inbox.Decision;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.FindingView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The last step of every process: ends the case and says why. */
@Component
class CloseCase implements JobHandler {

  private final Cases cases;
  private final Decisions decisions;

  CloseCase(Cases cases, Decisions decisions) {
    this.cases = cases;
    this.decisions = decisions;
  }

  @Override
  public String jobType() {
    return "close-case";
  }

  /** Of a withdrawn case the people know the end before the engine does. */
  @Override
  public boolean goesOnAfterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    String outcome = job.header("result");
    CaseFile.Status status =
        switch (outcome) {
          case "REFUSED", "NOT_ACCEPTED" -> CaseFile.Status.REJECTED;
          case "WITHDRAWN" -> CaseFile.Status.WITHDRAWN;
          default -> CaseFile.Status.COMPLETED;
        };
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("outcome", outcome);
    CaseFile file = cases.require(job.caseId());
    result.putAll(cases.kind(file.process()).resultFor(file, outcome));
    for (String name : List.of("householdNumber", "exitedOn", "keptUntil", "exitCase")) {
      job.text(name).ifPresent(value -> result.put(name, value));
    }
    if (status == CaseFile.Status.REJECTED) {
      result.put("reason", reason(job.caseId()));
    }
    cases.close(job.caseId(), status, result);
    return Map.of();
  }

  /** What the person who refused said; when nobody did, what the rules said. */
  private String reason(String caseId) {
    CaseFile file = cases.require(caseId);
    List<AuditEntry> decided =
        cases.timeline(file).stream()
            .filter(entry -> entry.detail().has("taskType") && !isOnlyHandling(entry))
            .toList();
    return Optional.ofNullable(decided.isEmpty() ? null : decided.getLast())
        .filter(last -> last.action().equals(Decision.REJECT))
        .map(AuditEntry::comment)
        .orElseGet(() -> ruleReason(caseId));
  }

  private static boolean isOnlyHandling(AuditEntry entry) {
    return List.of("claim", "give-back", "task-opened", "escalated").contains(entry.action())
        || entry.action().startsWith("term-")
        || entry.action().startsWith("extension-");
  }

  private String ruleReason(String caseId) {
    return decisions
        .latest(caseId)
        .map(
            decision ->
                decision.findings().stream()
                    .map(FindingView::message)
                    .collect(Collectors.joining("；")))
        .orElse("不符合条件");
  }
}
