package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.engine.Deployments;
import cn.sunshine.engine.EngineCommands;
import cn.sunshine.engine.StepTrace;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.processes.ModelMove.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets running cases go on by another model than the one they began with (JY-17). */
@Service
public class CaseMoves {

  private final CaseRepository files;
  private final Cases cases;
  private final Deployments deployments;
  private final StepTrace trace;
  private final EngineCommands engine;
  private final Inbox inbox;

  CaseMoves(
      CaseRepository files,
      Cases cases,
      Deployments deployments,
      StepTrace trace,
      EngineCommands engine,
      Inbox inbox) {
    this.files = files;
    this.cases = cases;
    this.deployments = deployments;
    this.trace = trace;
    this.engine = engine;
    this.inbox = inbox;
  }

  /**
   * Writes down that the engine has moved a running case to the current version of a model.
   *
   * @param reason what the actor says why
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void moved(String id, String model, String reason, Actor actor) {
    CaseFile file = lock(id);
    Map<String, Object> detail = detail(file, model);
    file.continueBy(model, deployments.currentVersion(model));
    cases.note(id, actor.username(), "case-migrated", reason, detail);
  }

  /**
   * Lets a running case go on by the current version of a model in a new instance that begins at
   * the step where it waits for a person. The task stays what it is: who has it, and its term.
   *
   * @param reason what the actor says why
   * @return why that cannot be, for people; empty when it will be done
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> restart(
      String id, Way.Restart way, String model, String reason, Actor actor) {
    CaseFile file = lock(id);
    Optional<Map<String, Object>> scope =
        file.processInstance()
            .flatMap(instance -> inbox.jobAt(instance, way.element()))
            .flatMap(trace::scopeOf);
    if (scope.isEmpty()) {
      return Optional.of("案件这时正在流转，请稍后再试。");
    }
    Map<String, Object> variables = new HashMap<>(scope.get());
    variables.keySet().removeAll(way.local());
    Map<String, Object> detail = detail(file, model);
    long replaced = file.goOnInANewInstance(model, deployments.currentVersion(model));
    inbox.awaitNewJobAt(replaced, way.element());
    engine.restart(id, replaced, deployments.currentKey(model), way.element(), variables);
    detail.put("newInstance", true);
    cases.note(id, actor.username(), "case-migrated", reason, detail);
    return Optional.empty();
  }

  private Map<String, Object> detail(CaseFile file, String model) {
    return new HashMap<>(
        Map.of(
            "fromModel",
            file.model(),
            "fromVersion",
            file.modelVersion(),
            "toModel",
            model,
            "toVersion",
            deployments.currentVersion(model)));
  }

  private CaseFile lock(String id) {
    return files.lockById(id).orElseThrow(() -> new IllegalStateException("no case " + id));
  }
}
