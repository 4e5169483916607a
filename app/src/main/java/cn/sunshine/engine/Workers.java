package cn.sunshine.engine;

import cn.sunshine.problem.Outage;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.worker.JobClient;
import io.camunda.zeebe.client.api.worker.JobWorker;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a worker for each {@link JobHandler} and one for the user tasks. */
@Component
class Workers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final String USER_TASK = "io.camunda.zeebe:userTask";

  /**
   * How long a job is ours before the engine hands it out again. A job that was lost with the
   * process that had it waits so long; one that only takes longer is still worked once.
   */
  private static final Duration SHORT = Duration.ofSeconds(15);

  /** How long a user task may lie in an inbox; completing by key works even after that. */
  private static final Duration LONG = Duration.ofDays(365);

  /** How long a job that failed rests before it is tried again. */
  private static final Executor AFTER_A_PAUSE =
      CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

  private final ZeebeClient engine;
  private final List<JobHandler> handlers;
  private final UserTaskHandler userTasks;
  private final CaseGate gate;
  private final StepTrace steps;
  private final CaseTerms terms;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;
  private final List<JobWorker> open = new ArrayList<>();
  private volatile boolean running;

  Workers(
      ZeebeClient engine,
      List<JobHandler> handlers,
      UserTaskHandler userTasks,
      CaseGate gate,
      StepTrace steps,
      CaseTerms terms,
      TransactionTemplate transaction,
      MeterRegistry meters) {
    this.engine = engine;
    this.handlers = List.copyOf(handlers);
    this.userTasks = userTasks;
    this.gate = gate;
    this.steps = steps;
    this.terms = terms;
    this.transaction = transaction;
    this.meters = meters;
  }

  @Override
  public void start() {
    running = true;
    for (JobHandler handler : handlers) {
      open.add(worker(handler.jobType(), (client, job) -> serve(client, job, handler)));
    }
    open.add(worker(USER_TASK, this::present));
  }

  /**
   * Fetches jobs as it has room for them. With job streaming the broker pushes all that there are,
   * and the lease of a job runs while it lies here in a queue: a few thousand at once would be
   * handed out again and again, and fill the memory.
   */
  private JobWorker worker(String type, io.camunda.zeebe.client.api.worker.JobHandler handler) {
    return engine
        .newWorker()
        .jobType(type)
        .handler(handler)
        .name("sunshine")
        .timeout(SHORT)
        .streamEnabled(false)
        .pollInterval(Duration.ofMillis(200))
        .open();
  }

  private void serve(JobClient client, ActivatedJob activated, JobHandler handler) {
    EngineJob job = job(activated);
    try {
      inTransaction(
              job,
              handler.goesOnAfterTheEnd(),
              () -> withCalendar(job, steps.once(job, () -> handler.handle(job))))
          .ifPresent(
              answer ->
                  client
                      .newCompleteCommand(job.key())
                      .variables(answer)
                      .send()
                      .exceptionally(this::missed));
    } catch (DuplicateInstance e) {
      cancel(job, e);
    } catch (RuntimeException e) {
      handBack(client, activated, job, e);
    }
  }

  private void present(JobClient client, ActivatedJob activated) {
    EngineJob job = job(activated);
    try {
      inTransaction(job, false, () -> present(job)).ifPresent(this::keepWaiting);
    } catch (DuplicateInstance e) {
      cancel(job, e);
    } catch (RuntimeException e) {
      handBack(client, activated, job, e);
    }
  }

  private EngineJob present(EngineJob job) {
    steps.once(job, () -> userTasks.onUserTask(job));
    return job;
  }

  private void cancel(EngineJob job, DuplicateInstance why) {
    log.warn("Cancelling instance {}: {}", job.processInstanceKey(), why.getMessage());
    engine.newCancelInstanceCommand(job.processInstanceKey()).send().exceptionally(this::missed);
  }

  /**
   * The task lies in the inbox now. Should the engine have given it up in the meantime, it is taken
   * away again: nobody could decide it any more.
   */
  private void keepWaiting(EngineJob job) {
    engine
        .newUpdateTimeoutCommand(job.key())
        .timeout(LONG)
        .send()
        .exceptionally(
            fault -> {
              if (Status.fromThrowable(fault).getCode() == Status.Code.NOT_FOUND) {
                transaction.executeWithoutResult(tx -> userTasks.onUserTaskGone(job.key()));
              }
              return missed(fault);
            });
  }

  /**
   * Does the work of a job. Work of a case that has ended, or goes on in another instance, is left
   * alone: the engine is about to hear of that and takes it back.
   */
  private <T> Optional<T> inTransaction(EngineJob job, boolean afterTheEnd, Supplier<T> work) {
    return transaction.execute(
        status ->
            switch (gate.admit(job)) {
              case RUNNING -> Optional.of(work.get());
              case ENDED -> afterTheEnd ? Optional.of(work.get()) : Optional.empty();
              case REPLACED -> Optional.empty();
              case DUPLICATE -> throw new DuplicateInstance(job.caseId());
            });
  }

  /** The answer with the calendar as it is now, unless the process has that already. */
  private Map<String, Object> withCalendar(EngineJob job, Map<String, Object> answer) {
    Map<String, Object> all = new HashMap<>(terms.calendar(job.caseId()));
    all.entrySet().removeIf(entry -> entry.getValue().equals(job.variables().get(entry.getKey())));
    all.putAll(answer);
    return all;
  }

  /**
   * A job that failed goes back to the engine with its retries kept: a case never hangs for good on
   * a database that was away for an hour. The pause before it is ours, not the engine's: with a
   * retry back-off the broker is known to leave a job alone until its next start now and then
   * (camunda/camunda#16884, open). Should this process die in the pause, the lease ends.
   */
  private void handBack(JobClient client, ActivatedJob activated, EngineJob job, Exception fault) {
    meters.counter("sunshine.engine.jobs.failed", "type", activated.getType()).increment();
    if (Outage.isBehind(fault)) {
      log.warn("Job {} of case {} has to wait for the database", job.key(), job.caseId());
    } else {
      log.error("Job {} of case {} ({}) failed", job.key(), job.caseId(), job.element(), fault);
    }
    AFTER_A_PAUSE.execute(
        () ->
            client
                .newFailCommand(job.key())
                .retries(Math.max(1, activated.getRetries()))
                .errorMessage(String.valueOf(fault.getMessage()))
                .send()
                .exceptionally(this::missed));
  }

  /** Nothing is lost when an answer does not arrive: the engine hands the job out again. */
  private <T> T missed(Throwable fault) {
    log.debug("An answer to the engine did not arrive: {}", fault.getMessage());
    return null;
  }

  private static EngineJob job(ActivatedJob job) {
    Map<String, Object> variables = job.getVariablesAsMap();
    return new EngineJob(
        job.getKey(),
        String.valueOf(variables.get("caseId")),
        job.getBpmnProcessId(),
        job.getProcessDefinitionVersion(),
        job.getProcessInstanceKey(),
        job.getElementInstanceKey(),
        job.getElementId(),
        job.getCustomHeaders(),
        variables);
  }

  @Override
  public void stop() {
    running = false;
    open.forEach(JobWorker::close);
    open.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return EnginePhases.WORKERS;
  }
}
