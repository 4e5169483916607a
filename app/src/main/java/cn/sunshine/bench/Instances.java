package cn.sunshine.bench;

import io.camunda.zeebe.client.ZeebeClient;
import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/**
 * Begins many instances of a model at one of its steps, as if the steps before had been done: what
 * is measured begins there, and the way to it would only take time.
 */
final class Instances {

  /** As many as the application keeps on their way; more would only earn rejections. */
  private static final int IN_FLIGHT = 64;

  private static final long PAUSE_MILLIS = 20;

  private final ZeebeClient engine;
  private final String process;
  private final String element;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Instances(ZeebeClient engine, String process, String element) {
    this.engine = engine;
    this.process = process;
    this.element = element;
  }

  /**
   * Begins them and waits until the broker has all.
   *
   * @param variables of the instance with this number, from 0 on
   */
  void begin(int count, IntFunction<Map<String, Object>> variables) throws InterruptedException {
    for (int number = 0; number < count; number++) {
      free.acquire();
      requireNoFailure();
      begin(variables.apply(number));
    }
    free.acquire(IN_FLIGHT);
    free.release(IN_FLIGHT);
    requireNoFailure();
  }

  private void begin(Map<String, Object> variables) {
    engine
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .startBeforeElement(element)
        .send()
        .whenComplete(
            (instance, fault) -> {
              if (fault != null && isTooMuch(fault)) {
                beginLater(variables);
              } else {
                if (fault != null) {
                  failure.compareAndSet(null, fault);
                }
                free.release();
              }
            });
  }

  /** A command that the broker has turned away for its load has done nothing. */
  private static boolean isTooMuch(Throwable fault) {
    return Status.fromThrowable(fault).getCode() == Status.Code.RESOURCE_EXHAUSTED;
  }

  private void beginLater(Map<String, Object> variables) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                begin(variables);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                free.release();
              }
            });
  }

  private void requireNoFailure() {
    Throwable fault = failure.get();
    if (fault != null) {
      throw new IllegalStateException("an instance could not be begun", fault);
    }
  }
}
