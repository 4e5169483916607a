package cn.sunshine.engine;

/**
 * Whether a case still runs. The engine learns of a withdrawal after the people do, so it may hand
 * out work of a case that has ended. Implemented by the capability that keeps the cases.
 */
public interface CaseGate {

  /**
   * Holds the case for the rest of the transaction, so that nothing is decided about it meanwhile.
   *
   * @return false when it has ended
   */
  boolean holdRunning(String caseId);
}
