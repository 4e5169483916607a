package cn.sunshine.project;

import cn.sunshine.bidding.Tender;
import cn.sunshine.bidding.Tenders;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.notice.Notices;
import cn.sunshine.notice.Objection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Objections to a project's public notices; one that is upheld undoes a proposed award (NT-12). */
@Component
class ObjectionSteps implements StepRules {

  private final Notices notices;
  private final Tenders tenders;

  ObjectionSteps(Notices notices, Tenders tenders) {
    this.notices = notices;
    this.tenders = tenders;
  }

  @Override
  public Set<String> taskTypes() {
    return Set.of("objection-review");
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Project project, Task task) {
    return objection(task)
        .map(
            raised ->
                Map.<String, Object>of(
                    "objection",
                    Map.of(
                        "id", raised.id(),
                        "text", raised.text(),
                        "raisedAt", raised.raisedAt().toString())))
        .orElse(Map.of());
  }

  @Override
  public void onDecision(Step step) {
    Objection.State how = step.isApproval() ? Objection.State.DISMISSED : Objection.State.UPHELD;
    objection(step.task())
        .ifPresent(
            raised ->
                notices.settle(
                    raised.id(), how, step.decision().comment(), step.actor().username()));
    if (step.hasOutcome(Decision.REJECT)) {
      tenders
          .latest(step.caseId())
          .filter(tender -> tender.state() == Tender.State.OPENED)
          .ifPresent(tenders::fail);
    }
  }

  private Optional<Objection> objection(Task task) {
    return Optional.ofNullable(task.context().get("objectionId"))
        .flatMap(id -> notices.objection(id.toString()));
  }
}
