package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import java.util.Map;
import java.util.Optional;

/**
 * What the inbox asks of the cases that its tasks belong to. Implemented by the capability that
 * keeps the cases, so that the inbox knows none of them.
 */
public interface TaskCase {

  CaseDescription describe(String caseId);

  /** The account of the household that the case is about, for a step that is its own. */
  Optional<String> householdAccount(String caseId);

  /**
   * Holds the case for the rest of the transaction: only one thing is decided about it at a time.
   */
  void hold(String caseId);

  /** What the person needs to see to decide: the application, findings, doubts. */
  Map<String, Object> dataFor(Task task, Actor actor);

  /**
   * A decision is about to be taken, in the same transaction. May refuse it, and records what it
   * means for the case.
   */
  void onDecision(Task task, Decision decision, Actor actor);
}
