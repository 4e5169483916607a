package cn.sunshine.complaint;

import static cn.sunshine.processes.Complaint.ACCEPTANCE;
import static cn.sunshine.processes.Complaint.DISCIPLINE_CHECK;
import static cn.sunshine.processes.Complaint.EXTENSION_APPROVAL;
import static cn.sunshine.processes.Complaint.HAND_OVER;
import static cn.sunshine.processes.Complaint.INVESTIGATION;
import static cn.sunshine.processes.Complaint.REASSIGNMENT;
import static cn.sunshine.processes.Complaint.REINVESTIGATION;
import static cn.sunshine.processes.Complaint.REPLY;
import static cn.sunshine.processes.Complaint.RESULT_CHECK;
import static cn.sunshine.processes.Complaint.REVIEW_CONCLUSION;
import static cn.sunshine.processes.Complaint.REVIEW_HAND_OVER;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.ResponsibleDepartment;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What decisions on the tasks of a request mean, and what the tasks' forms begin with. */
@Component
class RequestTasks {

  private final ComplaintRepository complaints;
  private final Correspondence correspondence;
  private final RequestClock requestClock;
  private final ObjectProvider<Cases> cases;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  /** The cases come late: they know the kinds of case themselves. */
  RequestTasks(
      ComplaintRepository complaints,
      Correspondence correspondence,
      RequestClock requestClock,
      ObjectProvider<Cases> cases,
      Clock clock,
      ApplicationEventPublisher events) {
    this.complaints = complaints;
    this.correspondence = correspondence;
    this.requestClock = requestClock;
    this.cases = cases;
    this.clock = clock;
    this.events = events;
  }

  Map<String, Object> dataFor(CaseFile file, Task task) {
    Complaint complaint = complaints.findByCaseId(file.getId()).orElseThrow();
    Map<String, Object> data = new LinkedHashMap<>();
    complaint
        .department()
        .filter(code -> !code.equals(ResponsibleDepartment.DISCIPLINE.code()))
        .ifPresent(code -> data.put("department", code));
    complaint.severity().ifPresent(severity -> data.put("severity", severity.name()));
    if (task.taskType().equals(RESULT_CHECK) || task.taskType().equals(REVIEW_CONCLUSION)) {
      complaint.result().ifPresent(result -> data.put("answer", result));
    }
    return data;
  }

  void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    Complaint complaint = complaints.lockByCaseId(file.getId()).orElseThrow();
    switch (task.taskType()) {
      case ACCEPTANCE -> accept(complaint, decision, actor);
      case REPLY -> reply(complaint, task, decision);
      case HAND_OVER -> handOver(complaint, decision);
      case INVESTIGATION -> investigate(complaint, task, decision);
      case REASSIGNMENT -> reassign(complaint, decision);
      case EXTENSION_APPROVAL -> decideExtension(complaint, file, decision);
      case RESULT_CHECK -> checkResult(complaint, decision);
      case DISCIPLINE_CHECK -> checkClue(complaint, decision);
      case REVIEW_HAND_OVER -> arrangeReview(complaint, decision);
      case REINVESTIGATION -> complaint.report(words(decision, "result", "重新调查结果"));
      case REVIEW_CONCLUSION -> concludeReview(complaint, decision);
      default -> {
        // tasks of other chains about this case, such as an escalation, change nothing here
      }
    }
    events.publishEvent(RequestMoved.of(complaint));
  }

  private void accept(Complaint complaint, Decision decision, Actor actor) {
    switch (decision.outcome()) {
      case Decision.APPROVE -> {
        Severity severity =
            Severity.of(decision.data().get("severity"))
                .or(complaint::severity)
                .orElse(Severity.ORDINARY);
        boolean serious = severity == Severity.SERIOUS;
        String department =
            serious
                ? ResponsibleDepartment.DISCIPLINE.code()
                : department(decision).or(() -> ordinary(complaint)).orElseThrow(this::nobody);
        complaint.accept(department, severity, clock.instant());
        correspondence.step(
            complaint, serious ? "已受理，转有关机关核查" : "已受理，由" + complaint.departmentName() + "承办");
      }
      case "merge" -> merge(complaint, decision, actor);
      default -> {
        // not accepted: the end of the case says it
      }
    }
  }

  private static Optional<String> ordinary(Complaint complaint) {
    return complaint
        .department()
        .filter(code -> !code.equals(ResponsibleDepartment.DISCIPLINE.code()));
  }

  private Refusal nobody() {
    return fault("department", "请选择承办部门");
  }

  private void merge(Complaint complaint, Decision decision, Actor actor) {
    String other = text(decision, "mergeInto").orElse(decision.comment()).strip();
    if (other.isEmpty()) {
      throw fault("mergeInto", "请写明并入哪个正在办理的案件");
    }
    CaseFile target;
    try {
      target = cases.getObject().find(other, actor);
    } catch (Refusal.NotFound unknown) {
      throw fault("mergeInto", "没有这个案件，请核对案件号");
    }
    if (other.equals(complaint.caseId())) {
      throw fault("mergeInto", "不能并入自己");
    }
    if (RequestKind.ofCode(target.process()).isEmpty() || !target.isRunning()) {
      throw fault("mergeInto", "只能并入正在办理的投诉举报或求助");
    }
    complaint.merge(other);
    correspondence.step(complaint, "与已在办理的同一件事一并办理");
  }

  private void reply(Complaint complaint, Task task, Decision decision) {
    complaint.clockRuns(task.due());
    switch (decision.outcome()) {
      case Decision.APPROVE -> complaint.prepareAnswer(words(decision, "answer", "给群众的答复"));
      case "ask" -> ask(complaint, task, decision);
      case "transfer" -> transfer(complaint);
      case "clue" -> clue(complaint);
      default -> {
        complaint.moveTo(RequestState.HANDING_OVER);
        correspondence.step(complaint, "需要调查，准备下达交办单");
      }
    }
  }

  private void ask(Complaint complaint, Task task, Decision decision) {
    String question = words(decision, "question", "请群众补充什么");
    complaint.clockStands(task.due(), requestClock.daysLeft(task.due()));
    complaint.ask(question);
    correspondence.write(complaint, Correspondence.Author.DEPARTMENT, question);
    correspondence.step(complaint, "请您补充情况，等待期间暂停计时");
  }

  private void transfer(Complaint complaint) {
    correspondence.step(complaint, "不属于" + complaint.departmentName() + "职责，正在改派");
  }

  private void clue(Complaint complaint) {
    complaint.assign(ResponsibleDepartment.DISCIPLINE.code());
    complaint.moveTo(RequestState.DISCIPLINE);
    correspondence.step(complaint, "转有关机关核查");
  }

  private void handOver(Complaint complaint, Decision decision) {
    if (decision.outcome().equals("clue")) {
      clue(complaint);
      return;
    }
    String department =
        department(decision).or(() -> ordinary(complaint)).orElseThrow(this::nobody);
    complaint.handOver(department, text(decision, "order").orElse(""), clock.instant());
    correspondence.step(complaint, "已下达交办单，由" + complaint.departmentName() + "调查办理");
  }

  private void investigate(Complaint complaint, Task task, Decision decision) {
    complaint.clockRuns(task.due());
    switch (decision.outcome()) {
      case "ask" -> ask(complaint, task, decision);
      case "extend" -> complaint.askExtension();
      case "transfer" -> transfer(complaint);
      case "clue" -> clue(complaint);
      default -> {
        complaint.report(words(decision, "result", "调查和办理结果"));
        // The office's check is not the department's time, should the result come back.
        complaint.clockStands(task.due(), requestClock.daysLeft(task.due()));
        complaint.moveTo(RequestState.CHECKING);
        correspondence.step(complaint, "承办部门已报办理结果，正在审核");
      }
    }
  }

  private void reassign(Complaint complaint, Decision decision) {
    if (decision.outcome().equals(Decision.APPROVE)) {
      String department = department(decision).orElseThrow(() -> fault("department", "请选择改派到哪个部门"));
      if (complaint.department().filter(department::equals).isPresent()) {
        throw fault("department", "现在就是这个部门承办，请选择另一个部门，或选“仍由原部门办理”");
      }
      complaint.assign(department);
    }
    correspondence.step(complaint, "由" + complaint.departmentName() + "承办");
  }

  private void decideExtension(Complaint complaint, CaseFile file, Decision decision) {
    boolean granted = decision.outcome().equals(Decision.APPROVE);
    complaint.decideExtension(granted ? Complaint.Extension.GRANTED : Complaint.Extension.REFUSED);
    if (granted) {
      complaint.clockRuns(requestClock.extended(complaint.clockDue(), file.pack()));
      correspondence.step(complaint, "情况复杂，经批准延长了办理期限");
    }
  }

  private void checkResult(Complaint complaint, Decision decision) {
    switch (decision.outcome()) {
      case "redo" -> {
        complaint.moveTo(RequestState.INVESTIGATING);
        correspondence.step(complaint, "办理结果还不清楚，已退回重新调查");
      }
      case "clue" -> clue(complaint);
      default ->
          complaint.prepareAnswer(
              text(decision, "answer").or(complaint::result).orElse(decision.comment()));
    }
  }

  private void checkClue(Complaint complaint, Decision decision) {
    if (decision.outcome().equals(Decision.REJECT)) {
      complaint.moveTo(RequestState.HANDING_OVER);
      correspondence.step(complaint, "转由业务部门办理，准备下达交办单");
    } else {
      complaint.prepareAnswer(words(decision, "answer", "可以告知群众的结果"));
    }
  }

  private void arrangeReview(Complaint complaint, Decision decision) {
    if (decision.outcome().equals(Decision.REJECT)) {
      complaint.prepareAnswer("维持原答复。" + decision.comment());
    } else {
      department(decision).ifPresent(complaint::assign);
      correspondence.step(complaint, "上一级已安排重新调查");
    }
  }

  private void concludeReview(Complaint complaint, Decision decision) {
    if (!decision.outcome().equals("redo")) {
      complaint.prepareAnswer(
          text(decision, "answer").or(complaint::result).orElse(decision.comment()));
    }
  }

  /** The department that the form names. */
  private static Optional<String> department(Decision decision) {
    return text(decision, "department")
        .map(
            code ->
                ResponsibleDepartment.of(code)
                    .filter(one -> one != ResponsibleDepartment.DISCIPLINE)
                    .map(ResponsibleDepartment::code)
                    .orElseThrow(() -> fault("department", "没有这个部门，请从列表中选择")));
  }

  /** What the form says at a field, or else the comment: somebody has to be told something. */
  private static String words(Decision decision, String field, String label) {
    return text(decision, field)
        .or(() -> Optional.of(decision.comment()).filter(comment -> !comment.isEmpty()))
        .orElseThrow(() -> fault(field, "请填写" + label));
  }

  private static Optional<String> text(Decision decision, String field) {
    return Optional.ofNullable(decision.data().get(field))
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }

  private static Refusal.Invalid fault(String field, String message) {
    return new Refusal.Invalid(
        message + "。", List.of(new Refusal.FieldFault("data." + field, message)));
  }
}
