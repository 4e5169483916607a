package cn.sunshine.engine;

import cn.sunshine.engine.EngineCommand.Outcome;
import io.camunda.zeebe.client.ZeebeClient;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends the written commands until the engine has them. Starts after the models have been deployed
 * and stops before the connections close.
 */
@Component
class CommandDispatcher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);

  /**
   * How long the engine keeps a message that nobody waits for yet, and for how long it knows that
   * it has had a message before: longer than anybody leaves a system off, a holiday week included.
   */
  private static final Duration MESSAGE_LIFE = Duration.ofDays(30);

  private static final Duration IDLE_WAIT = Duration.ofMillis(500);

  /** The longest pause between two attempts: a broker that is back gets its commands in seconds. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

  private final CommandOutbox outbox;
  private final ZeebeClient engine;
  private final int inFlight;
  private final Semaphore free;
  private final Semaphore written = new Semaphore(0);
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  /** Taken to send, and what became of it is not written down yet. */
  private final Set<Long> held = ConcurrentHashMap.newKeySet();

  /**
   * Whether commands may be leased that nobody sends: by an earlier run, or while the database
   * went.
   */
  private volatile boolean leasesLost = true;

  private final Counter sent;
  private volatile boolean running;
  private Thread sender;
  private Thread bookkeeper;

  private record Ended(long id, Outcome outcome) {}

  CommandDispatcher(
      CommandOutbox outbox, ZeebeClient engine, EngineProperties properties, MeterRegistry meters) {
    this.outbox = outbox;
    this.engine = engine;
    this.inFlight = properties.inFlight();
    this.free = new Semaphore(inFlight);
    this.sent = meters.counter("sunshine.engine.commands.sent");
    Gauge.builder("sunshine.engine.commands.pending", outbox, CommandOutbox::pending)
        .description("Commands written down that the engine does not have yet")
        .register(meters);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void onWritten(EngineCommands.CommandWritten written) {
    this.written.release();
  }

  @Override
  public void start() {
    running = true;
    sender = Thread.ofPlatform().name("engine-commands").start(this::sendAll);
    bookkeeper = Thread.ofPlatform().name("engine-commands-done").start(this::recordEnded);
  }

  @Override
  public void stop() {
    running = false;
    sender.interrupt();
    bookkeeper.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return EnginePhases.COMMANDS;
  }

  private void sendAll() {
    while (running) {
      try {
        if (leasesLost && !takeOver()) {
          continue;
        }
        free.acquire();
        int places = 1 + free.drainPermits();
        written.drainPermits();
        List<EngineCommand> batch = lease(places);
        free.release(places - batch.size());
        batch.forEach(command -> held.add(command.id()));
        batch.forEach(this::send);
        if (batch.isEmpty()) {
          written.tryAcquire(IDLE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * What was taken to send and is with nobody is sent again at once, not when its lease is over.
   */
  private boolean takeOver() throws InterruptedException {
    try {
      leasesLost = false;
      outbox.endLeases(held);
      return true;
    } catch (RuntimeException e) {
      log.warn("The database does not give out commands: {}", e.getMessage());
      leasesLost = true;
      TimeUnit.SECONDS.sleep(1);
      return false;
    }
  }

  private List<EngineCommand> lease(int places) throws InterruptedException {
    try {
      return outbox.lease(places);
    } catch (RuntimeException e) {
      log.warn("The database does not give out commands: {}", e.getMessage());
      // It may have given them out, and the answer was lost.
      leasesLost = true;
      TimeUnit.SECONDS.sleep(1);
      return List.of();
    }
  }

  private void send(EngineCommand command) {
    CompletionStage<?> answer;
    try {
      answer = request(command);
    } catch (RuntimeException e) {
      failed(command, e);
      return;
    }
    answer.whenComplete(
        (ok, fault) -> {
          if (fault == null) {
            sent.increment();
            end(command, Outcome.SENT);
          } else {
            failed(command, fault);
          }
        });
  }

  private CompletionStage<?> request(EngineCommand command) {
    return switch (command.kind()) {
      case COMPLETE ->
          engine
              .newCompleteCommand(Long.parseLong(command.target()))
              .variables(command.variables())
              .send();
      case START, MESSAGE ->
          engine
              .newPublishMessageCommand()
              .messageName(command.name())
              .correlationKey(command.target())
              .messageId(command.messageId())
              .timeToLive(MESSAGE_LIFE)
              .variables(command.variables())
              .send();
      case RESTART -> restart(command);
    };
  }

  /** Sent again after a lost answer, it finds the old instance gone and may make a second one. */
  private CompletionStage<?> restart(EngineCommand command) {
    return engine
        .newCancelInstanceCommand(Long.parseLong(command.target()))
        .send()
        .handle((cancelled, fault) -> fault == null || isNotFound(fault) ? null : fault)
        .thenCompose(
            fault ->
                fault == null
                    ? engine
                        .newCreateInstanceCommand()
                        .processDefinitionKey(Long.parseLong(command.name()))
                        .startBeforeElement(command.messageId())
                        .variables(command.variables())
                        .send()
                    : CompletableFuture.failedStage(fault));
  }

  private static boolean isNotFound(Throwable fault) {
    return Status.fromThrowable(fault).getCode() == Status.Code.NOT_FOUND;
  }

  private void failed(EngineCommand command, Throwable fault) {
    // The client hands over gRPC's own exceptions, as they are or wrapped in its own.
    switch (Status.fromThrowable(fault).getCode()) {
      case ALREADY_EXISTS -> end(command, Outcome.DONE_BEFORE);
      case NOT_FOUND ->
          end(command, command.attempts() > 1 ? Outcome.DONE_BEFORE : Outcome.SUPERSEDED);
      case INVALID_ARGUMENT -> {
        log.error("The engine refuses command {}: {}", command.id(), fault.getMessage());
        end(command, Outcome.REFUSED);
      }
      default -> retryLater(command, fault);
    }
  }

  private void retryLater(EngineCommand command, Throwable fault) {
    long millis = Math.min(LONGEST_DELAY.toMillis(), 50L << Math.min(command.attempts(), 8));
    held.remove(command.id());
    try {
      outbox.retry(command, Duration.ofMillis(millis), fault.toString());
    } catch (RuntimeException e) {
      log.warn("Command {} is retried when its lease is ended: {}", command.id(), e.getMessage());
      leasesLost = true;
    } finally {
      free.release();
    }
  }

  private void end(EngineCommand command, Outcome outcome) {
    ended.add(new Ended(command.id(), outcome));
    free.release();
  }

  private void recordEnded() {
    List<Ended> batch = new ArrayList<>();
    while (running) {
      try {
        batch.clear();
        batch.add(ended.take());
        ended.drainTo(batch, inFlight);
        record(batch);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void record(List<Ended> batch) throws InterruptedException {
    Map<Outcome, List<Long>> byOutcome = new EnumMap<>(Outcome.class);
    batch.forEach(
        one -> byOutcome.computeIfAbsent(one.outcome(), o -> new ArrayList<>()).add(one.id()));
    for (Map.Entry<Outcome, List<Long>> entry : byOutcome.entrySet()) {
      try {
        outbox.done(entry.getValue(), entry.getKey());
        entry.getValue().forEach(held::remove);
        // The next command of the same case may go now.
        written.release();
      } catch (RuntimeException e) {
        log.warn("The database does not record sent commands: {}", e.getMessage());
        entry.getValue().forEach(id -> ended.add(new Ended(id, entry.getKey())));
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }

  @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT1H")
  void forgetOld() {
    outbox.forgetOld();
  }
}
