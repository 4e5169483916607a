package cn.sunshine.admission.roster;

import cn.sunshine.audit.AuditTrail;
import cn.sunshine.background.SerialWorker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through the imports, one household after the other, whoever still looks on. What a crash
 * interrupted goes on at the next start.
 */
@Component
class ImportWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

  /** After the hand-over to the engine has started, and stopped before it. */
  private static final int AFTER_THE_ENGINE = 400;

  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration KEPT = Duration.ofDays(30);

  private final ImportStore imports;
  private final HouseholdIntake intake;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final SerialWorker<String> worker = new SerialWorker<>("applicant-import", this::work);

  ImportWorker(
      ImportStore imports,
      HouseholdIntake intake,
      AuditTrail audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.imports = imports;
    this.intake = intake;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
  }

  /** To be called after the commit of the import. */
  void submit(String importId) {
    worker.submit(importId);
  }

  @Override
  public void start() {
    imports.running().forEach(worker::submit);
    worker.start();
  }

  @Override
  public void stop() {
    worker.stop();
  }

  @Override
  public boolean isRunning() {
    return worker.isRunning();
  }

  @Override
  public int getPhase() {
    return AFTER_THE_ENGINE;
  }

  private void work(String importId) throws InterruptedException {
    int attempts = 0;
    boolean more = true;
    while (worker.isRunning() && more) {
      try {
        more = takeNext(importId, attempts);
        attempts = 0;
      } catch (RuntimeException e) {
        attempts++;
        log.warn("Import {} could not go on, attempt {}", importId, attempts, e);
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    }
  }

  /** Deals with one household; answers whether there may be another. */
  private boolean takeNext(String importId, int failedAttempts) {
    ImportRun run = imports.find(importId).orElseThrow();
    if (run.state() != ImportRun.State.RUNNING) {
      return false;
    }
    Optional<ImportStore.Waiting> next = imports.nextWaiting(importId);
    if (next.isEmpty()) {
      finish(run);
    } else if (failedAttempts < ATTEMPTS) {
      intake.take(importId, next.get());
    } else {
      // Never wait for one household for ever: the others are held up behind it.
      CellFault fault =
          new CellFault(next.get().household().line(), "", "系统出错，这一户没有导入。请稍后重新上传；再次出错请联系管理员。");
      imports.failed(importId, next.get().position(), List.of(fault));
    }
    events.publishEvent(new ImportChanged(importId, run.township()));
    return next.isPresent();
  }

  private void finish(ImportRun run) {
    transaction.executeWithoutResult(
        status -> {
          if (imports.end(run.id(), ImportRun.State.FINISHED)) {
            audit.append(
                "import:" + run.id(),
                "system",
                run.township(),
                "import-finished",
                "",
                Map.of("started", run.started(), "failed", run.failed()));
          }
        });
  }

  @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT2H")
  void eraseOld() {
    imports.erase(KEPT);
  }
}
