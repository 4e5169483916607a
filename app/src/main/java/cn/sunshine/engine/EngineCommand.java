package cn.sunshine.engine;

/**
 * A command on its way to the engine.
 *
 * @param name the message's name; {@code complete} for a completion
 * @param target the correlation key, or the job's key for a completion
 * @param attempts how often it has been sent, this time included
 */
record EngineCommand(
    long id,
    String caseId,
    Kind kind,
    String name,
    String target,
    String messageId,
    String variables,
    int attempts) {

  enum Kind {
    START,
    COMPLETE,
    MESSAGE
  }

  /** How a command ended. */
  enum Outcome {
    SENT,
    /** The engine said that it has been done: by an earlier attempt whose answer was lost. */
    DONE_BEFORE,
    /** The task or wait was gone before the command arrived, for example by a withdrawal. */
    SUPERSEDED,
    /** The engine will never take it. */
    REFUSED
  }
}
