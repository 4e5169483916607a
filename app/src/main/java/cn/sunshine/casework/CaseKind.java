package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.region.Region;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One kind of case: who may start it, and what its data mean. */
public interface CaseKind {

  /** The plain process id. */
  String process();

  /** The Chinese name of the kind, as a menu says it. */
  String title();

  /**
   * Checks an application before a case is opened.
   *
   * @throws cn.sunshine.problem.Refusal when the actor may not start it here, or the data are wrong
   */
  Application check(String pack, Region region, Map<String, Object> data, Actor actor);

  /** The case has been opened, or its data corrected; in the same transaction. */
  void onApplication(CaseFile file);

  /** What somebody who decides a task sees beside the application itself. */
  Map<String, Object> dataFor(CaseFile file, Task task);

  /** A decision is being taken on one of its tasks; in the same transaction. */
  void onDecision(CaseFile file, Task task, Decision decision, Actor actor);

  /**
   * The roles that work on cases of this kind beside those who work on every case: they see them
   * whole and add evidence.
   */
  default Set<Role> workers() {
    return Set.of();
  }

  /** Whether the actor holds one of {@link #workers()} over the region of the case. */
  default boolean isWorkedOnBy(CaseFile file, Actor actor) {
    return actor.holdsOver(file.region(), workers().toArray(Role[]::new));
  }

  /** The case has ended without its aim: refused or withdrawn; in the same transaction. */
  void onFailure(CaseFile file);

  /**
   * The data as a role may see them that does not need identities: ID numbers and phones masked.
   */
  Map<String, Object> masked(Map<String, Object> data);

  /** The account of the household that the case is about; empty when it has none. */
  default Optional<String> householdAccount(CaseFile file) {
    return Optional.empty();
  }

  /**
   * The roles that alone may look into cases of this kind; beside them only an office that has or
   * had a task in the case. Empty when the usual ones may.
   */
  default Set<Role> circle() {
    return Set.of();
  }

  /**
   * Whether lists and counts of cases hold cases of this kind. One that carries other cases, such
   * as a round of reviews, is found on a page of its own.
   */
  default boolean isListed() {
    return true;
  }

  /** Data that are not kept with the case, as much of them as the actor may see. */
  default Map<String, Object> moreFor(CaseFile file, Actor actor) {
    return Map.of();
  }

  /** What people read before they withdraw a case: what becomes of it. */
  default String afterWithdrawal() {
    return "案件就此结束，不再办理；以后可以重新申请。";
  }

  /** What the result of a case that ends says beside its outcome. */
  default Map<String, Object> resultFor(CaseFile file, String outcome) {
    return Map.of();
  }
}
