package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * What a supervisor reads of the case behind a task. Every task is counted, but some kinds of case,
 * such as complaints, are looked into by few only: for the others the line has no subject.
 */
@Component
class CaseSight {

  private static final String HIDDEN = "（内容不公开）";

  private final Cases cases;

  CaseSight(Cases cases) {
    this.cases = cases;
  }

  boolean sees(Task task, Actor actor) {
    try {
      cases.find(task.caseId(), actor);
      return true;
    } catch (Refusal.NotFound notTheirs) {
      return false;
    }
  }

  String subject(Task task, Actor actor) {
    return sees(task, actor) ? task.subject() : HIDDEN;
  }
}
