package cn.sunshine.engine;

/**
 * A command on its way to the engine.
 *
 * @param name the message's name; {@code complete} for a completion; the engine's key of the model
 *     for a restart
 * @param target the correlation key, the job's key for a completion, the key of the instance that
 *     is replaced for a restart
 * @param messageId for a restart the id of the element at which it begins
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
    MESSAGE,
    RESTART
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
