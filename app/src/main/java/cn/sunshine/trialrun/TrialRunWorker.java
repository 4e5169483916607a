package cn.sunshine.trialrun;

import cn.sunshine.audit.AuditTrail;
import cn.sunshine.background.SerialWorker;
import cn.sunshine.problem.Outage;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through the trial runs, whoever still looks on: those of one pack one after the other, and
 * no place waits for another one's. What compiled rules a run compares is only in memory, so a run
 * that a restart interrupts is marked as such and started again by whoever wants it.
 */
@Component
class TrialRunWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TrialRunWorker.class);
  private static final String INTERRUPTED = "系统重启，试算中断了。请重新试算。";

  /** A run that waits for its turn or has it. */
  record Job(String id, String pack, String region, Books books, Supply supply) {}

  /** Opens the households of a run when its turn has come. */
  @FunctionalInterface
  interface Supply {
    OpenHouseholds open() throws Exception;
  }

  /** Households that have to be closed. */
  interface OpenHouseholds extends AutoCloseable {
    Households households() throws Exception;
  }

  private final TrialRunStore runs;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Map<String, SerialWorker<Job>> lines;
  private final Map<String, TrialRunJob> now = new ConcurrentHashMap<>();
  private volatile boolean running;

  TrialRunWorker(
      PolicyPacks packs,
      TrialRunStore runs,
      AuditTrail audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.runs = runs;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
    this.lines =
        packs.all().stream()
            .collect(
                Collectors.toMap(
                    PolicyPack::name,
                    pack -> new SerialWorker<>("trial-run-" + pack.name(), this::work)));
  }

  /** To be called after the commit of the run. */
  void submit(Job job) {
    lines.get(job.pack()).submit(job);
  }

  /** Stops judging; the state of the run has been changed already. */
  void cancel(String id) {
    lines.values().forEach(line -> line.removeIf(job -> job.id().equals(id)));
    Optional.ofNullable(now.get(id)).ifPresent(TrialRunJob::cancel);
    lines.values().forEach(this::tellWaiting);
  }

  /** How many runs of the same pack come before one that waits; 0 for any other. */
  int ahead(String id) {
    return lines.entrySet().stream()
        .mapToInt(line -> ahead(id, line.getValue().waiting(), line.getKey()))
        .sum();
  }

  private int ahead(String id, List<Job> waiting, String pack) {
    for (int place = 0; place < waiting.size(); place++) {
      if (waiting.get(place).id().equals(id)) {
        return place + (isBusy(pack) ? 1 : 0);
      }
    }
    return 0;
  }

  private boolean isBusy(String pack) {
    return now.values().stream().anyMatch(job -> job.pack().equals(pack));
  }

  private void tellWaiting(SerialWorker<Job> line) {
    line.waiting().forEach(job -> events.publishEvent(new TrialRunChanged(job.id())));
  }

  @Override
  public void start() {
    runs.unfinished().forEach(id -> end(id, "", TrialRun.State.FAILED, INTERRUPTED));
    running = true;
    lines.values().forEach(SerialWorker::start);
  }

  @Override
  public void stop() {
    running = false;
    now.values().forEach(TrialRunJob::cancel);
    lines.values().forEach(SerialWorker::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work(Job job) throws InterruptedException {
    if (!runs.begin(job.id())) {
      return;
    }
    TrialRunJob running =
        new TrialRunJob(job.id(), job.pack(), job.books(), runs::keep, this::tell);
    now.put(job.id(), running);
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
      now.remove(job.id());
      events.publishEvent(new TrialRunChanged(job.id()));
      tellWaiting(lines.get(job.pack()));
    }
  }

  private void tell(String id, long total, long judged) {
    runs.progress(id, total, judged);
    events.publishEvent(new TrialRunChanged(id));
  }

  private void done(Job job, TrialRunJob.Result result) {
    transaction.executeWithoutResult(
        status -> {
          if (runs.done(job.id(), result.judged(), result.work(), result.obstacle())) {
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
