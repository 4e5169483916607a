package cn.sunshine.trialrun;

import cn.sunshine.trialrun.Judge.Change;
import cn.sunshine.trialrun.Judge.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Judges all households of one run, in two threads. */
final class TrialRunJob {

  /** So many changed households are judged again by Drools; further ones when somebody looks. */
  static final long MOST_CONFIRMED = 100_000;

  private static final int THREADS = 2;
  private static final int CHANGES_AT_ONCE = 1_000;
  private static final int BETWEEN_LOOKS = 1_000;
  private static final long TELL_MILLIS = 1_000;

  /** Keeps changed households. */
  @FunctionalInterface
  interface Keeper {
    void keep(String run, List<Change> changes);
  }

  /** Is told how far the run is. */
  @FunctionalInterface
  interface Listener {
    void tell(String run, long total, long judged);
  }

  /** What came of it. */
  record Result(long judged, Work work, String obstacle) {}

  private final String id;
  private final String pack;
  private final Books books;
  private final Keeper keeper;
  private final Listener listener;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicLong judged = new AtomicLong();
  private final AtomicLong confirmed = new AtomicLong();

  TrialRunJob(String id, String pack, Books books, Keeper keeper, Listener listener) {
    this.id = id;
    this.pack = pack;
    this.books = books;
    this.keeper = keeper;
    this.listener = listener;
  }

  String id() {
    return id;
  }

  String pack() {
    return pack;
  }

  void cancel() {
    cancelled.set(true);
  }

  boolean isCancelled() {
    return cancelled.get();
  }

  /**
   * Judges them all, or until it is cancelled.
   *
   * @throws ScreeningDisagrees when the fast way was wrong once
   */
  Result judge(Households households) throws Exception {
    Queue<Households.Portion> portions = new ConcurrentLinkedQueue<>(households.portions());
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, task -> Thread.ofPlatform().daemon().name("trial-run-judge").unstarted(task));
    try {
      List<Future<Desk>> desks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        desks.add(threads.submit(new Desk(households.count(), portions)));
      }
      Work all = new Work();
      TreeSet<String> obstacles = new TreeSet<>();
      for (Future<Desk> future : desks) {
        Desk desk = await(future, households.count());
        all.add(desk.judge.work());
        obstacles.addAll(desk.judge.obstacles());
      }
      return new Result(judged.get(), all, String.join("; ", obstacles));
    } finally {
      // One that failed or was interrupted takes the other along.
      cancelled.compareAndSet(false, portions.peek() != null);
      threads.shutdownNow();
    }
  }

  private Desk await(Future<Desk> future, long total) throws Exception {
    while (true) {
      try {
        return future.get(TELL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        listener.tell(id, total, judged.get());
      } catch (ExecutionException e) {
        cancel();
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }

  /** The work of one thread. */
  private final class Desk implements Callable<Desk> {
    private final Judge judge;
    private final Queue<Households.Portion> portions;
    private final List<Change> changes = new ArrayList<>();
    private int sinceLook;

    Desk(long total, Queue<Households.Portion> portions) {
      this.portions = portions;
      this.judge =
          new Judge(
              books, total, () -> confirmed.getAndIncrement() < MOST_CONFIRMED, this::keepLater);
    }

    @Override
    public Desk call() throws Exception {
      for (Households.Portion next = portions.poll();
          next != null && !cancelled.get();
          next = portions.poll()) {
        next.read(this::take);
      }
      keep();
      judged.addAndGet(sinceLook);
      return this;
    }

    private boolean take(RegisterEntry entry) {
      judge.judge(entry);
      if (++sinceLook == BETWEEN_LOOKS) {
        judged.addAndGet(sinceLook);
        sinceLook = 0;
        return !cancelled.get();
      }
      return true;
    }

    private void keepLater(Change change) {
      changes.add(change);
      if (changes.size() == CHANGES_AT_ONCE) {
        keep();
      }
    }

    private void keep() {
      if (!changes.isEmpty() && !cancelled.get()) {
        keeper.keep(id, changes);
      }
      changes.clear();
    }
  }
}
