package cn.sunshine.bench;

import cn.sunshine.inbox.TaskOpened;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Notes when tasks come into the inboxes: once the transaction that lays them there has committed,
 * for then the next person sees them.
 */
class Arrivals {

  /** Longer than any inbox may take; a case that waits longer hangs. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ConcurrentMap<String, BlockingQueue<Arrival>> byCase = new ConcurrentHashMap<>();
  private final AtomicLong all = new AtomicLong();

  /**
   * @param at of {@link System#nanoTime()}
   */
  record Arrival(String taskId, long at) {}

  @TransactionalEventListener
  void onTask(TaskOpened opened) {
    long at = System.nanoTime();
    all.incrementAndGet();
    of(opened.caseId()).add(new Arrival(opened.taskId(), at));
  }

  /** Waits for the next task of a case; each is handed out once. */
  Arrival next(String caseId) throws InterruptedException {
    Arrival arrival = of(caseId).poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
    if (arrival == null) {
      throw new IllegalStateException(caseId + " 没有等到下一项任务 / its next task never came");
    }
    return arrival;
  }

  long count() {
    return all.get();
  }

  private BlockingQueue<Arrival> of(String caseId) {
    return byCase.computeIfAbsent(caseId, id -> new LinkedBlockingQueue<>());
  }
}
