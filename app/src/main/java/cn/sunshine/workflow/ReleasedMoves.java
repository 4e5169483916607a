package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.TaskOpened;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policy.Versions;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Moves running cases to a workflow's version in force where its approver has said so: at once
 * those that wait for a person, the others as soon as they do. After a restart of the application
 * it looks again, so that none is left out.
 */
@Component
class ReleasedMoves {

  private static final Logger log = LoggerFactory.getLogger(ReleasedMoves.class);

  private final Migrations migrations;
  private final Versions versions;
  private final Cases cases;
  private final Map<Artefact, PolicyVersion> moving = new ConcurrentHashMap<>();
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private volatile boolean wanted = true;

  ReleasedMoves(Migrations migrations, Versions versions, Cases cases) {
    this.migrations = migrations;
    this.versions = versions;
    this.cases = cases;
  }

  @TransactionalEventListener
  void onRelease(WorkflowReleased released) {
    wanted = true;
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT10S")
  void move() {
    if (wanted) {
      moveAll();
    }
    for (String caseId = waiting.poll(); caseId != null; caseId = waiting.poll()) {
      move(caseId);
    }
  }

  private void moveAll() {
    wanted = false;
    try {
      Map<Artefact, PolicyVersion> now = inForceForRunningCases();
      moving.putAll(now);
      moving.keySet().retainAll(now.keySet());
      now.forEach(
          (workflow, version) ->
              migrations
                  .behind(workflow.pack(), workflow.name())
                  .forEach(caseId -> move(caseId, version)));
    } catch (RuntimeException later) {
      wanted = true;
      log.warn("Running cases are moved later: {}", later.getMessage());
    }
  }

  private Map<Artefact, PolicyVersion> inForceForRunningCases() {
    return versions.of(ArtefactKind.WORKFLOW).stream()
        .map(PolicyVersion::artefact)
        .distinct()
        .flatMap(workflow -> versions.current(workflow).stream())
        .filter(version -> version.runningCases() == RunningCases.MOVE)
        .collect(Collectors.toMap(PolicyVersion::artefact, Function.identity()));
  }

  /** A case that could not be moved before may wait for a person now. */
  @TransactionalEventListener
  void onTask(TaskOpened opened) {
    if (!moving.isEmpty()) {
      waiting.add(opened.caseId());
    }
  }

  private void move(String caseId) {
    CaseFile file = cases.require(caseId);
    Optional.ofNullable(moving.get(Workflows.artefact(file.pack(), file.process())))
        .ifPresent(version -> move(caseId, version));
  }

  private void move(String caseId, PolicyVersion version) {
    Artefact workflow = version.artefact();
    Actor approver = new Actor(version.approver(), "", Set.of());
    try {
      migrations
          .move(workflow.pack(), workflow.name(), caseId, version.reason(), approver)
          .ifPresent(why -> log.info("Case {} keeps its workflow for now: {}", caseId, why));
    } catch (RuntimeException later) {
      wanted = true;
      log.warn("Case {} is moved later: {}", caseId, later.getMessage());
    }
  }
}
