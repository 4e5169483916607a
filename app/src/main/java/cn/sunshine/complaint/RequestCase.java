package cn.sunshine.complaint;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Application;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CaseKind;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A complaint or a request for help as a kind of case. Those complained about work in the same
 * region: only the office, the discipline inspection and the auditors look into all of them, others
 * only where their office has a task (NT-4, NT-24).
 */
class RequestCase implements CaseKind {

  private static final Set<Role> CIRCLE = Set.of(Role.OFFICE, Role.DISCIPLINE, Role.AUDIT);

  private final RequestKind kind;
  private final RequestTasks tasks;
  private final ComplaintRepository complaints;
  private final Correspondence correspondence;

  RequestCase(
      RequestKind kind,
      RequestTasks tasks,
      ComplaintRepository complaints,
      Correspondence correspondence) {
    this.kind = kind;
    this.tasks = tasks;
    this.complaints = complaints;
    this.correspondence = correspondence;
  }

  @Override
  public String process() {
    return kind.code();
  }

  @Override
  public String title() {
    return kind.chinese();
  }

  @Override
  public Application check(String pack, Region region, Map<String, Object> data, Actor actor) {
    if (!actor.equals(Actor.PUBLIC)) {
      throw new Refusal.Invalid(
          kind.chinese() + "不从这里提出：请在公开页面“我要反映”填写，或调用 POST /api/v1/complaints。");
    }
    return new Application(
        data, kind.chinese() + "：" + data.get("subject"), data.get("subject").toString());
  }

  @Override
  public void onApplication(CaseFile file) {
    // the register gets its entry from who files
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Task task) {
    return tasks.dataFor(file, task);
  }

  @Override
  public void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    tasks.onDecision(file, task, decision, actor);
  }

  @Override
  public void onFailure(CaseFile file) {
    // the register hears of the end like everybody else
  }

  @Override
  public Map<String, Object> masked(Map<String, Object> data) {
    return data;
  }

  @Override
  public Set<Role> circle() {
    return CIRCLE;
  }

  /** How to reach the person: in full for the office of the region, hidden for everybody else. */
  @Override
  public Map<String, Object> moreFor(CaseFile file, Actor actor) {
    Map<String, Object> more = new LinkedHashMap<>();
    correspondence
        .contact(file.getId())
        .ifPresent(
            contact ->
                more.put(
                    "contact", actor.holdsOver(file.region(), Role.OFFICE) ? contact : "******"));
    more.put("anonymous", more.isEmpty());
    return more;
  }

  @Override
  public Map<String, Object> resultFor(CaseFile file, String outcome) {
    Map<String, Object> result = new LinkedHashMap<>();
    complaints
        .findByCaseId(file.getId())
        .ifPresent(
            complaint -> {
              complaint.mergedInto().ifPresent(other -> result.put("mergedInto", other));
              complaint
                  .reviewAnswer()
                  .or(complaint::answer)
                  .ifPresent(answer -> result.put("answer", answer));
            });
    return result;
  }
}
