package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import java.util.List;

/** A decision being taken at a step of a project. */
record Step(CaseFile file, Project project, Task task, Decision decision, Actor actor) {

  String caseId() {
    return file.getId();
  }

  Answers answers() {
    return new Answers(decision.data());
  }

  boolean isApproval() {
    return decision.outcome().equals(Decision.APPROVE);
  }

  boolean hasOutcome(String outcome) {
    return decision.outcome().equals(outcome);
  }

  static Refusal.Invalid fault(String field, String sentence) {
    return new Refusal.Invalid(sentence + "。", List.of(new Refusal.FieldFault(field, sentence)));
  }
}
