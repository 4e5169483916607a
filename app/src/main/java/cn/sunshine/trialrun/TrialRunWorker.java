package cn.sunshine.trialrun;

import cn.sunshine.audit.AuditTrail;
import cn.sunshine.problem.Outage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through the trial runs, one after the other, whoever still looks on. What compiled rules a
 * run compares is only in memory, so a run that a restart interrupts is marked as such and started
 * again by whoever wants it.
 */
@Component
class TrialRunWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TrialRunWorker.class);
  private static final String INTERRUPTED = "系统重启，试算中断了。请重新试算。";

  /** A run that waits for its turn or has it. */
  record Job(String id, String region, Books books, Supply supply) {}

  /** Opens the households of a run when its turn has come. */
  @FunctionalInterface
  interface Supply {
    OpenHouseholds open() throws Exception;
  }

  /** Households that have to be closed. */
  interface OpenHouseholds extends AutoCloseable {
    Households households();
  }

  private final TrialRunStore runs;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();
  private volatile boolean running;
  private volatile Optional<Thread> worker = Optional.empty();
  private volatile Optional<TrialRunJob> now = Optional.empty();

  TrialRunWorker(
      TrialRunStore runs,
      AuditTrail audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.runs = runs;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
  }

  /** To be called after the commit of the run. */
  void submit(Job job) {
    waiting.add(job);
  }

  /** Stops judging; the state of the run has been changed already. */
  void cancel(String id) {
    waiting.removeIf(job -> job.id().equals(id));
    now.filter(job -> job.id().equals(id)).ifPresent(TrialRunJob::cancel);
  }

  @Override
  public void start() {
    runs.unfinished().forEach(id -> end(id, "", TrialRun.State.FAILED, INTERRUPTED));
    running = true;
    worker = Optional.of(Thread.ofPlatform().daemon().name("trial-run").start(this::workAlways));
  }

  @Override
  public void stop() {
    running = false;
    now.ifPresent(TrialRunJob::cancel);
    worker.ifPresent(
        thread -> {
          thread.interrupt();
          try {
            thread.join(Duration.ofSeconds(5));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    worker = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void workAlways() {
    while (running) {
      try {
        work(waiting.take());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // Not even the failure could be written down; the next start marks the run.
        log.error("A trial run could not be ended", e);
      }
    }
  }

  private void work(Job job) throws InterruptedException {
    if (!runs.begin(job.id())) {
      return;
    }
    TrialRunJob running = new TrialRunJob(job.id(), job.books(), runs::keep, this::tell);
    now = Optional.of(running);
    try (OpenHouseholds open = job.supply().open()) {
      TrialRunJob.Result result = running.judge(open.households());
      if (!running.isCancelled()) {
        done(job, result);
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (ScreeningDisagrees e) {
      log.error("Trial run {}: the screening disagrees with Drools", job.id());
      end(job.id(), job.region(), TrialRun.State.FAILED, e.getMessage());
    } catch (Exception e) {
      log.error("Trial run {} failed", job.id(), e);
      end(
          job.id(),
          job.region(),
          TrialRun.State.FAILED,
          Outage.isBehind(e) ? "数据库暂时连不上，请稍后重新试算。" : "系统出错，试算没有完成。请重新试算；再次出错请联系管理员。");
    } finally {
      now = Optional.empty();
      events.publishEvent(new TrialRunChanged(job.id()));
    }
  }

  private void tell(String id, long total, long judged) {
    runs.progress(id, total, judged);
    events.publishEvent(new TrialRunChanged(id));
  }

  private void done(Job job, TrialRunJob.Result result) {
    transaction.executeWithoutResult(
        status -> {
          if (runs.done(
              job.id(), result.judged(), result.explained(), result.work(), result.obstacle())) {
            audit.append(
                "trial-run:" + job.id(),
                "system",
                job.region(),
                "trial-run-done",
                "",
                Map.of(
                    "judged", result.judged(),
                    "changed", result.work().changed(),
                    "checked", result.work().checked()));
          }
        });
  }

  /** Ends a run that did not come to its end by itself. */
  void end(String id, String region, TrialRun.State state, String problem) {
    transaction.executeWithoutResult(
        status -> {
          if (runs.end(id, state, problem)) {
            audit.append(
                "trial-run:" + id,
                "system",
                region,
                "trial-run-failed",
                problem,
                Map.of("state", state.name()));
          }
        });
  }
}
