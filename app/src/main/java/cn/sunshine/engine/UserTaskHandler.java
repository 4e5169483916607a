package cn.sunshine.engine;

/** Puts user tasks in front of people. */
public interface UserTaskHandler {

  /** Called once for a job, inside a database transaction that holds the running case. */
  void onUserTask(EngineJob job);

  /** The engine does not wait for the task any more; inside a database transaction. */
  void onUserTaskGone(long jobKey);
}
