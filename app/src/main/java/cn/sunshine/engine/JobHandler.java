package cn.sunshine.engine;

import java.util.Map;

/** Works one type of service task. A bean of this type gets its worker by itself. */
public interface JobHandler {

  /** The job type in the models, such as {@code publish-notice}. */
  String jobType();

  /**
   * Does the work, inside a database transaction, and answers the variables for the process. A job
   * can be handed out more than once: the effect has to be keyed by the job or the case.
   */
  Map<String, Object> handle(EngineJob job);
}
