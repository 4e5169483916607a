package cn.sunshine.policychange;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Application;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CaseKind;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A change of policy as a kind of case: its author submits it, somebody else approves. */
@Component
class PolicyChangeCase implements CaseKind {

  private final Changes changes;
  private final ChangeRepository repository;
  private final Clock clock;

  PolicyChangeCase(Changes changes, ChangeRepository repository, Clock clock) {
    this.changes = changes;
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public String process() {
    return cn.sunshine.processes.PolicyChange.PROCESS_ID;
  }

  @Override
  public String title() {
    return "政策修改";
  }

  @Override
  public Application check(String pack, Region region, Map<String, Object> data, Actor actor) {
    long id = id(data);
    PolicyChange change = changes.find(id, actor);
    if (!change.region().equals(region.code()) || !change.author().equals(actor.username())) {
      throw new Refusal.Forbidden("只有起草人可以在政策包所在地区提交这份修改。");
    }
    if (!change.isWritable()) {
      throw new Refusal.Conflict("这份修改" + change.state().chinese() + "，不能再提交。");
    }
    Submission submission = SubmittedData.read(data, LocalDate.now(clock));
    changes.requireSound(change);
    return application(id, submission);
  }

  private static Application application(long id, Submission submission) {
    return new Application(
        SubmittedData.write(id, submission),
        "政策修改：" + submission.title(),
        submission.title() + " " + submission.document());
  }

  private static long id(Map<String, Object> data) {
    try {
      if (data.get("change") instanceof Number number) {
        return new BigDecimal(number.toString()).longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException notWhole) {
      // the same answer: half a change, or one beyond all numbers, is none
    }
    throw new Refusal.Invalid("请给出 change：要提交的修改的编号。");
  }

  @Override
  public void onApplication(CaseFile file) {
    PolicyChange change = repository.lockById(id(file.data())).orElseThrow();
    change.submit(
        SubmittedData.read(file.data(), LocalDate.now(clock)), file.getId(), clock.instant());
    repository.saveAndFlush(change);
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Task task) {
    return file.data();
  }

  @Override
  public void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    PolicyChange change = repository.lockByCaseId(file.getId()).orElseThrow();
    switch (task.taskType()) {
      case cn.sunshine.processes.PolicyChange.APPROVAL -> decide(change, decision, actor);
      case cn.sunshine.processes.PolicyChange.CORRECTION -> submitAgain(change, decision);
      default -> throw new IllegalStateException("no step " + task.taskType());
    }
    repository.saveAndFlush(change);
  }

  /** With what was said at first, or with all that is said anew. */
  private void submitAgain(PolicyChange change, Decision decision) {
    changes.requireSound(change);
    if (decision.data().containsKey("title")) {
      Submission submission = SubmittedData.read(decision.data(), LocalDate.now(clock));
      changes.correct(change, application(change.id(), submission));
    } else {
      change.submitAgain(clock.instant());
    }
  }

  private void decide(PolicyChange change, Decision decision, Actor actor) {
    if (change.author().equals(actor.username())) {
      throw new Refusal.Forbidden("不能审批自己起草的修改，请由另一人审批。");
    }
    switch (decision.outcome()) {
      case Decision.APPROVE -> {
        changes.requireSound(change);
        change.approve(actor.username(), clock.instant());
      }
      case Decision.REJECT -> change.refuse(clock.instant());
      default -> change.giveBack(clock.instant());
    }
  }

  @Override
  public void onFailure(CaseFile file) {
    repository
        .lockByCaseId(file.getId())
        .filter(change -> change.state() != PolicyChange.State.REFUSED)
        .ifPresent(
            change -> {
              change.takeBack(clock.instant());
              repository.saveAndFlush(change);
            });
  }

  @Override
  public String afterWithdrawal() {
    return "案件就此结束；这份修改回到草稿，内容都在，可以接着改、再提交或者放弃。";
  }

  @Override
  public Map<String, Object> masked(Map<String, Object> data) {
    return data;
  }

  /** Policy is public when it is in force; while it is being written it concerns these alone. */
  @Override
  public Set<Role> circle() {
    return Set.of(Role.POLICY, Role.POLICY_APPROVER);
  }
}
