package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CaseMoves;
import cn.sunshine.casework.Cases;
import cn.sunshine.casework.Journeys;
import cn.sunshine.engine.Deployments;
import cn.sunshine.engine.InstanceMoves;
import cn.sunshine.policychange.Changes;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.ModelMove;
import cn.sunshine.processes.ModelMove.Way;
import cn.sunshine.processes.ProcessModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running cases to the current version of their workflow: by the engine's migration command
 * where the engine can, else in a new instance that begins at the step where the case waits. Policy
 * staff of the pack's root see which cases run by an earlier version; those who approve there move
 * them. What cannot be moved stays where it is and says why.
 */
@Service
class Migrations {

  /** As many as somebody looks through; the next ones come up when these are moved or ended. */
  static final int MOST = 200;

  private static final int LONGEST_REASON = 1_000;

  private final PackWorkflows workflows;
  private final Changes changes;
  private final Cases cases;
  private final CaseMoves moves;
  private final Journeys journeys;
  private final Deployments deployments;
  private final InstanceMoves engine;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Migrations(
      PackWorkflows workflows,
      Changes changes,
      Cases cases,
      CaseMoves moves,
      Journeys journeys,
      Deployments deployments,
      InstanceMoves engine,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.workflows = workflows;
    this.changes = changes;
    this.cases = cases;
    this.moves = moves;
    this.journeys = journeys;
    this.deployments = deployments;
    this.engine = engine;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * The cases that run by another model than the one in force, oldest first.
   *
   * @param model the id of the one in force, and its version on the engine
   * @param more how many there are beyond the listed ones
   */
  record Listing(String title, String model, int version, List<Behind> cases, long more) {}

  /**
   * A case that runs by an earlier version.
   *
   * @param standsAt the names of the steps where it stands
   * @param way how it can go on by the new version, as far as that is known
   */
  record Behind(
      String caseId, String region, String model, int version, List<String> standsAt, Way way) {

    boolean isMovable() {
      return !(way instanceof Way.None);
    }
  }

  /** What became of a case that was to be moved; it is where it was when there is a refusal. */
  record Moved(String caseId, Optional<String> refusal) {}

  boolean mayMove(String pack, Actor actor) {
    return changes.mayApprove(pack, actor);
  }

  /**
   * @throws Refusal.Forbidden when the pack's policy is not the actor's concern
   * @throws Refusal.NotFound when the pack has no such workflow
   */
  @Transactional(readOnly = true)
  Listing of(String pack, String process, Actor actor) {
    changes.requireSight(pack, actor);
    ProcessModel current = inForce(pack, process);
    int version = deployments.currentVersion(current.id());
    List<String> ids = behind(pack, process);
    Map<String, ModelMove> moves = new HashMap<>();
    List<Behind> behind =
        ids.stream()
            .limit(MOST)
            .map(cases::require)
            .map(
                file ->
                    behind(
                        file,
                        moves.computeIfAbsent(
                            file.model() + " " + file.modelVersion(), key -> move(file, current))))
            .toList();
    return new Listing(
        current.name(), current.id(), version, behind, Math.max(0, ids.size() - MOST));
  }

  /** The ids of the running cases that run by another model than the one in force, oldest first. */
  List<String> behind(String pack, String process) {
    String model = inForce(pack, process).id();
    return jdbc.sql(
            """
            select id from casefile
            where status = 'RUNNING' and pack = ? and process = ?
              and (model <> ? or model_version <> ?)
            order by started_at, id
            """)
        .params(pack, process, model, deployments.currentVersion(model))
        .query(String.class)
        .list();
  }

  private ProcessModel inForce(String pack, String process) {
    return Optional.of(process)
        .filter(workflows.begun(pack)::contains)
        .flatMap(begun -> workflows.inForce(pack, begun))
        .orElseThrow(() -> new Refusal.NotFound("没有流程“" + process + "”。"));
  }

  private ModelMove move(CaseFile file, ProcessModel current) {
    return ModelMove.between(deployments.model(file.model(), file.modelVersion()), current);
  }

  private Behind behind(CaseFile file, ModelMove move) {
    List<String> standsAt = journeys.of(file).legs().getFirst().active();
    return new Behind(
        file.getId(),
        file.region(),
        file.model(),
        file.modelVersion(),
        standsAt.stream().map(move::nameOf).toList(),
        file.processInstance().isEmpty()
            ? new Way.None(List.of("流程引擎还没有开始办这个案件，请稍后再试。"))
            : move.wayFor(standsAt));
  }

  /**
   * Moves cases to the current version, each for itself: what the engine refuses holds up none of
   * the others. Should the answer of the engine get lost, the case is still listed, and moving it
   * again only writes down what has happened.
   *
   * @param reason is kept in the history of each case
   * @throws Refusal.Forbidden when the actor does not approve the policy of the pack
   */
  List<Moved> move(String pack, String process, List<String> caseIds, String reason, Actor actor) {
    changes.requireSight(pack, actor);
    if (!mayMove(pack, actor)) {
      throw new Refusal.Forbidden("只有当地的政策审批人员可以让在办案件改用新版流程。");
    }
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new Refusal.Invalid("请写明改用新版流程的理由（不超过 " + LONGEST_REASON + " 字）。");
    }
    return caseIds.stream()
        .distinct()
        .map(id -> new Moved(id, move(pack, process, id, why, actor)))
        .toList();
  }

  /**
   * Moves one case, as somebody has decided who may.
   *
   * @return why it stays; empty when it has been moved
   */
  Optional<String> move(String pack, String process, String id, String why, Actor actor) {
    ProcessModel current = inForce(pack, process);
    return transaction.execute(tx -> move(pack, process, id, current, why, actor));
  }

  /** Holds the case while the engine moves it, so that nobody ends or withdraws it meanwhile. */
  private Optional<String> move(
      String pack, String process, String id, ProcessModel current, String why, Actor actor) {
    if (!isOf(pack, process, id)) {
      return Optional.of("这个案件不在这个流程的在办案件里。");
    }
    cases.hold(id);
    CaseFile file = cases.require(id);
    int version = deployments.currentVersion(current.id());
    if (!file.isRunning()) {
      return Optional.of("这个案件" + file.status().chinese() + "，不能再改动。");
    }
    if (file.model().equals(current.id()) && file.modelVersion() == version) {
      return Optional.empty();
    }
    ModelMove move = move(file, current);
    return switch (behind(file, move).way()) {
      case Way.None none -> Optional.of(String.join("", none.reasons()));
      case Way.Restart restart -> moves.restart(id, restart, current.id(), why, actor);
      case Way.Migration migration -> {
        Optional<String> refusal =
            engine
                .move(file.processInstance().orElseThrow(), current.id(), migration.elements())
                .map(words -> EngineRefusal.words(words, move));
        if (refusal.isEmpty()) {
          moves.moved(id, current.id(), why, actor);
        }
        yield refusal;
      }
    };
  }

  private boolean isOf(String pack, String process, String id) {
    return jdbc.sql(
            "select exists (select 1 from casefile where id = ? and pack = ? and process = ?)")
        .params(id, pack, process)
        .query(Boolean.class)
        .single();
  }
}
