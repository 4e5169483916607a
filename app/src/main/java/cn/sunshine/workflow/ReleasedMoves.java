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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
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

  private final PackWorkflows workflows;
  private final Migrations migrations;
  private final Versions versions;
  private final Cases cases;
  private final Map<Artefact, PolicyVersion> moving = new ConcurrentHashMap<>();
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private volatile boolean wanted = true;

  ReleasedMoves(PackWorkflows workflows, Migrations migrations, Versions versions, Cases cases) {
    this.workflows = workflows;
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
                  .forEach(caseId -> move(caseId, workflow, version)));
    } catch (RuntimeException later) {
      wanted = true;
      log.warn("Running cases are moved later: {}", later.getMessage());
    }
  }

  /** By the workflows that cases begin with: what was released last for them or what they call. */
  private Map<Artefact, PolicyVersion> inForceForRunningCases() {
    Map<Artefact, PolicyVersion> released = new HashMap<>();
    // Oldest first, so that the newest of each is put last.
    versions.of(ArtefactKind.WORKFLOW).forEach(one -> released.put(one.artefact(), one));
    Map<Artefact, PolicyVersion> last = new HashMap<>();
    released.keySet().stream()
        .map(Artefact::pack)
        .distinct()
        .forEach(
            pack ->
                workflows
                    .begun(pack)
                    .forEach(
                        process ->
                            lastOf(pack, process, released)
                                .ifPresent(
                                    version ->
                                        last.put(Workflows.artefact(pack, process), version))));
    last.values().removeIf(version -> version.runningCases() != RunningCases.MOVE);
    return last;
  }

  private Optional<PolicyVersion> lastOf(
      String pack, String process, Map<Artefact, PolicyVersion> released) {
    return workflows.partsOf(pack, process).stream()
        .flatMap(part -> Stream.ofNullable(released.get(Workflows.artefact(pack, part))))
        .max(Comparator.comparing(PolicyVersion::effectiveAt).thenComparing(PolicyVersion::id));
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
    Artefact workflow = Workflows.artefact(file.pack(), file.process());
    Optional.ofNullable(moving.get(workflow)).ifPresent(version -> move(caseId, workflow, version));
  }

  private void move(String caseId, Artefact workflow, PolicyVersion version) {
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
