package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps projects with their milestones, changes, payments and decisions. */
@Repository
class ProjectStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  ProjectStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  Project require(String caseId) {
    return find(caseId).orElseThrow(() -> new IllegalStateException("no project " + caseId));
  }

  Optional<Project> find(String caseId) {
    return jdbc.sql("select * from project where case_id = ?")
        .param(caseId)
        .query(ProjectRows::project)
        .optional();
  }

  /** Enters a project, or what a correction changed of it. */
  void register(CaseFile file, ProjectApplication application) {
    jdbc.sql(
            """
            insert into project (case_id, process, pack, region, name, kind, budget, purpose,
              implementing_unit, stage, gate, registered_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'APPLIED', '申报', ?, ?)
            on conflict (case_id) do update set name = excluded.name, kind = excluded.kind,
              budget = excluded.budget, purpose = excluded.purpose,
              implementing_unit = excluded.implementing_unit, stage = 'APPLIED',
              approved_amount = null, changed_at = excluded.changed_at
            """)
        .params(
            file.getId(),
            file.process(),
            file.pack(),
            file.region(),
            application.name(),
            application.kind(),
            application.budget(),
            application.purpose(),
            application.implementingUnit(),
            now(),
            now())
        .update();
  }

  void moveTo(String caseId, Project.Stage stage) {
    set(caseId, "stage", stage.name());
  }

  void standsAt(String caseId, String gate) {
    set(caseId, "gate", gate);
  }

  void approve(String caseId, BigDecimal amount) {
    set(caseId, "approved_amount", amount);
  }

  void contract(String caseId, String contractor, BigDecimal amount) {
    set(caseId, "contractor", contractor);
    set(caseId, "contract_amount", amount);
  }

  void settle(String caseId, BigDecimal finalAmount) {
    set(caseId, "final_amount", finalAmount);
  }

  /** The column is one of this class's own names. */
  private void set(String caseId, String column, Object value) {
    jdbc.sql("update project set " + column + " = ?, changed_at = ? where case_id = ?")
        .params(value, now(), caseId)
        .update();
  }

  void record(CaseFile file, Task task, String gate, Decision decision, String by) {
    jdbc.sql(
            """
            insert into project_gate (case_id, region, task, task_type, gate, outcome, comment,
              answers, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            file.getId(),
            file.region(),
            task.getId(),
            task.taskType(),
            gate,
            decision.outcome(),
            decision.comment(),
            json.writeValueAsString(decision.data()),
            by,
            now())
        .update();
  }

  List<ProjectRows.GateEntry> history(String caseId) {
    return jdbc.sql("select * from project_gate where case_id = ? order by id")
        .param(caseId)
        .query(ProjectRows::gateEntry)
        .list();
  }

  /** The answers of the last approval of a step. */
  Optional<Answers> lastApproved(String caseId, String taskType) {
    return jdbc.sql(
            "select answers from project_gate where case_id = ? and task_type = ?"
                + " and outcome = 'approve' order by id desc limit 1")
        .params(caseId, taskType)
        .query(String.class)
        .optional()
        .map(text -> new Answers(json.readValue(text, ProjectCase.DATA)));
  }

  void plan(CaseFile file, List<ProjectRows.Milestone> milestones) {
    jdbc.sql("delete from project_milestone where case_id = ?").param(file.getId()).update();
    for (ProjectRows.Milestone milestone : milestones) {
      jdbc.sql(
              "insert into project_milestone (case_id, region, position, name, planned_on)"
                  + " values (?, ?, ?, ?, ?)")
          .params(
              file.getId(),
              file.region(),
              milestone.position(),
              milestone.name(),
              milestone.plannedOn())
          .update();
    }
  }

  List<ProjectRows.Milestone> milestones(String caseId) {
    return jdbc.sql("select * from project_milestone where case_id = ? order by position")
        .param(caseId)
        .query(ProjectRows::milestone)
        .list();
  }

  void reach(String caseId, int position, LocalDate doneOn, String progress) {
    jdbc.sql(
            "update project_milestone set done_on = ?, progress = ?"
                + " where case_id = ? and position = ?")
        .params(doneOn, progress, caseId, position)
        .update();
  }

  void askChange(CaseFile file, String content, BigDecimal amount) {
    jdbc.sql(
            "insert into project_change (case_id, region, content, amount, state, asked_at)"
                + " values (?, ?, ?, ?, 'OPEN', ?)")
        .params(file.getId(), file.region(), content, amount, now())
        .update();
  }

  List<ProjectRows.Change> changes(String caseId) {
    return jdbc.sql("select * from project_change where case_id = ? order by id")
        .param(caseId)
        .query(ProjectRows::change)
        .list();
  }

  void decideChange(long id, String state) {
    jdbc.sql("update project_change set state = ?, decided_at = ? where id = ?")
        .params(state, now(), id)
        .update();
  }

  /** What approved changes add to the contract, in yuan. */
  BigDecimal approvedChanges(String caseId) {
    return Money.sum(
        changes(caseId).stream()
            .filter(change -> change.state().equals("APPROVED"))
            .map(ProjectRows.Change::amount)
            .toList());
  }

  void pay(CaseFile file, ProjectRows.Payment payment, String by) {
    jdbc.sql(
            """
            insert into project_payment (case_id, region, step, payee, amount, paid_on, voucher,
              entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            file.getId(),
            file.region(),
            payment.step().name(),
            payment.payee(),
            payment.amount(),
            payment.paidOn(),
            payment.voucher(),
            by,
            now())
        .update();
  }

  List<ProjectRows.Payment> payments(String caseId) {
    return jdbc.sql("select * from project_payment where case_id = ? order by id")
        .param(caseId)
        .query(ProjectRows::payment)
        .list();
  }

  BigDecimal paid(String caseId, PaymentStep step) {
    return Money.sum(
        payments(caseId).stream()
            .filter(payment -> payment.step() == step)
            .map(ProjectRows.Payment::amount)
            .toList());
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
