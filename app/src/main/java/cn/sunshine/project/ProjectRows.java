package cn.sunshine.project;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads what belongs to a project from the database. */
final class ProjectRows {

  private ProjectRows() {}

  /**
   * A step of the plan.
   *
   * @param doneOn empty while it is open
   */
  record Milestone(
      int position,
      String name,
      LocalDate plannedOn,
      Optional<LocalDate> doneOn,
      String progress) {}

  /** A change that was asked for: its content and what it adds to the contract, in yuan. */
  record Change(long id, String content, BigDecimal amount, String state, Instant askedAt) {}

  /** Money that was paid, in yuan. */
  record Payment(
      PaymentStep step, String payee, BigDecimal amount, LocalDate paidOn, String voucher) {}

  /** A decision at a gate. */
  record GateEntry(
      String taskType, String gate, String outcome, String comment, String by, Instant at) {}

  static Project project(ResultSet row, int n) throws SQLException {
    return new Project(
        row.getString("case_id"),
        ProjectType.ofProcess(row.getString("process")).orElseThrow(),
        row.getString("region"),
        row.getString("name"),
        row.getString("kind"),
        row.getBigDecimal("budget"),
        row.getString("purpose"),
        row.getString("implementing_unit"),
        Project.Stage.valueOf(row.getString("stage")),
        row.getString("gate"),
        Optional.ofNullable(row.getBigDecimal("approved_amount")),
        Optional.ofNullable(row.getString("contractor")),
        Optional.ofNullable(row.getBigDecimal("contract_amount")),
        Optional.ofNullable(row.getBigDecimal("final_amount")),
        instant(row, "registered_at"),
        instant(row, "changed_at"));
  }

  static Milestone milestone(ResultSet row, int n) throws SQLException {
    return new Milestone(
        row.getInt("position"),
        row.getString("name"),
        row.getObject("planned_on", LocalDate.class),
        Optional.ofNullable(row.getObject("done_on", LocalDate.class)),
        row.getString("progress"));
  }

  static Change change(ResultSet row, int n) throws SQLException {
    return new Change(
        row.getLong("id"),
        row.getString("content"),
        row.getBigDecimal("amount"),
        row.getString("state"),
        instant(row, "asked_at"));
  }

  static Payment payment(ResultSet row, int n) throws SQLException {
    return new Payment(
        PaymentStep.valueOf(row.getString("step")),
        row.getString("payee"),
        row.getBigDecimal("amount"),
        row.getObject("paid_on", LocalDate.class),
        row.getString("voucher"));
  }

  static GateEntry gateEntry(ResultSet row, int n) throws SQLException {
    return new GateEntry(
        row.getString("task_type"),
        row.getString("gate"),
        row.getString("outcome"),
        row.getString("comment"),
        row.getString("decided_by"),
        instant(row, "decided_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
