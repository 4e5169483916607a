package cn.sunshine.engine;

import java.util.Map;

/** Works one type of service task. A bean of this type gets its worker by itself. */
public interface JobHandler {

  /** The job type in the models, such as {@code publish-notice}. */
  String jobType();

  /**
   * Does the work, inside a database transaction that holds the case, and answers the variables for
   * the process. The engine may hand out a job more than once, but it is worked once: the answer is
   * kept in the same transaction and given again.
   */
  Map<String, Object> handle(EngineJob job);

  /** Whether it is worked for a case that has ended, too. */
  default boolean goesOnAfterTheEnd() {
    return false;
  }
}
