package cn.sunshine.engine;

/**
 * Whether work that the engine hands out is still wanted. The engine learns of a withdrawal, or of
 * a case that goes on in another instance, after the people do. Implemented by the capability that
 * keeps the cases.
 */
public interface CaseGate {

  /** How a case stands to a job. */
  enum Admission {
    /** The case runs, in the instance that the job belongs to. */
    RUNNING,
    /** It has ended; the engine is about to hear of it. */
    ENDED,
    /** It goes on in another instance; this one is about to be cancelled. */
    REPLACED,
    /** It runs in another instance, and this one never should have begun. */
    DUPLICATE
  }

  /**
   * Holds the case for the rest of the transaction, so that nothing is decided about it meanwhile.
   * The first job of its own process that comes binds the case to the job's instance.
   */
  Admission admit(EngineJob job);
}
