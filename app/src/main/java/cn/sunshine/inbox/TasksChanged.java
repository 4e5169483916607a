package cn.sunshine.inbox;

/**
 * Something about a task changed; open screens look again. In the same transaction.
 *
 * @param state where the task is in its life after the change
 */
public record TasksChanged(String taskId, String caseId, String region, Task.State state) {

  static TasksChanged of(Task task) {
    return new TasksChanged(task.getId(), task.caseId(), task.region(), task.state());
  }
}
