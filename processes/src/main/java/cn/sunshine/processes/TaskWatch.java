package cn.sunshine.processes;

/**
 * The two processes that run beside a task, started by the application: escalation of an overdue
 * one ({@code NT-16}) and the timers of a term that was moved. Neither touches the task's case.
 */
public final class TaskWatch {

  /** BPMN process id of 逾期督办: the superior at once, the oversight after a term. */
  public static final String ESCALATION = "overdue-escalation";

  /** The term of the superior, a parameter in working days. */
  public static final String OVERSIGHT_TERM = "term.escalation-oversight";

  /** BPMN process id of 调整后的期限: warns and reports at {@code dueSoon} and {@code due}. */
  public static final String MOVED_TERM = "moved-term";

  /** The task is done, cancelled or has another term; correlation key {@link #WATCH_ID}. */
  public static final String SETTLED_MESSAGE = "task-settled";

  /** String; the task that is watched. */
  public static final String TASK_ID = "taskId";

  /** String; this watch over the task, for each breach and each moved term another. */
  public static final String WATCH_ID = "watchId";

  private TaskWatch() {}
}
