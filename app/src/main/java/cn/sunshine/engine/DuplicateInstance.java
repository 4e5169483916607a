package cn.sunshine.engine;

/** The process instance must not go on: the case runs in another one. It is cancelled. */
final class DuplicateInstance extends RuntimeException {

  DuplicateInstance(String caseId) {
    super("case " + caseId + " runs in another process instance");
  }
}
