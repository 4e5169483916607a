package cn.sunshine.background;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through what it is given, one thing after the other in the order of submission, on one
 * daemon thread. What still waits when it is stopped is forgotten.
 *
 * @param <T> what there is to do
 */
public final class SerialWorker<T> {

  private static final Logger log = LoggerFactory.getLogger(SerialWorker.class);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final String name;
  private final Work<T> work;
  private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
  private volatile boolean running;
  private volatile Optional<Thread> thread = Optional.empty();

  /** Does one thing. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * @throws InterruptedException when the worker is being stopped
     */
    void on(T one) throws InterruptedException;
  }

  /**
   * @param name of the thread
   * @param work a failure of one thing is written to the log and does not keep the next one waiting
   */
  public SerialWorker(String name, Work<T> work) {
    this.name = name;
    this.work = work;
  }

  /** Begins to work, also on what was submitted before. */
  public void start() {
    running = true;
    thread = Optional.of(Thread.ofPlatform().daemon().name(name).start(this::workAlways));
  }

  /** Interrupts what is being done and waits a little for its end. */
  public void stop() {
    running = false;
    thread.ifPresent(
        busy -> {
          busy.interrupt();
          try {
            busy.join(LONGEST_GOODBYE);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    thread = Optional.empty();
    waiting.clear();
  }

  public boolean isRunning() {
    return running;
  }

  public void submit(T one) {
    waiting.add(one);
  }

  /** Takes out what waits and fits; what is being done goes on. */
  public void removeIf(Predicate<T> unwanted) {
    waiting.removeIf(unwanted);
  }

  /** What waits, the next one first. */
  public List<T> waiting() {
    return List.copyOf(waiting);
  }

  private void workAlways() {
    while (running) {
      try {
        work.on(waiting.take());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.error("{} could not do one of its things", name, e);
      }
    }
  }
}
