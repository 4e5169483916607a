package cn.sunshine.deadline;

import java.time.Instant;

/** How a task stands against its term. */
public enum Sla {
  ON_TRACK("正常"),
  DUE_SOON("即将到期"),
  OVERDUE("已逾期");

  private final String label;

  Sla(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** The state at a moment; at the due moment itself (24:00) the term is over. */
  public static Sla of(Instant due, Instant dueSoon, Instant now) {
    if (!now.isBefore(due)) {
      return OVERDUE;
    }
    return now.isBefore(dueSoon) ? ON_TRACK : DUE_SOON;
  }
}
