package cn.sunshine.engine;

/** Puts user tasks in front of people. */
public interface UserTaskHandler {

  /** Called inside a database transaction, possibly more than once for a job. */
  void onUserTask(EngineJob job);
}
