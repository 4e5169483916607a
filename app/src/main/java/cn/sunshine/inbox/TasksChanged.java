package cn.sunshine.inbox;

/** Something about a task changed; open screens look again. */
public record TasksChanged(String taskId, String caseId, String region) {

  static TasksChanged of(Task task) {
    return new TasksChanged(task.getId(), task.caseId(), task.region());
  }
}
