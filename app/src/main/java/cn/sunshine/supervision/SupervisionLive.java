package cn.sunshine.supervision;

import cn.sunshine.inbox.TasksChanged;
import cn.sunshine.shell.LiveUpdates;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has open pages look again: at most every two seconds while tasks change, and now and then because
 * time goes by.
 */
@Component
class SupervisionLive implements SmartLifecycle {

  static final String TOPIC = "supervision";

  private static final long COLLECT_MILLIS = 2_000;
  private static final long TICK_MILLIS = 15_000;

  private final FigureCache figures;
  private final TaskMeters meters;
  private final LiveUpdates updates;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile ScheduledExecutorService scheduler;

  SupervisionLive(FigureCache figures, TaskMeters meters, LiveUpdates updates) {
    this.figures = figures;
    this.meters = meters;
    this.updates = updates;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void onChange(TasksChanged change) {
    ScheduledExecutorService running = scheduler;
    if (running != null && waiting.compareAndSet(false, true)) {
      running.schedule(this::changed, COLLECT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void changed() {
    waiting.set(false);
    figures.forgetStandings();
    updates.announce(TOPIC);
  }

  private void tick() {
    figures.forgetAll();
    meters.refresh();
    updates.announce(TOPIC);
  }

  @Override
  public void start() {
    scheduler =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("supervision").unstarted(task));
    scheduler.scheduleWithFixedDelay(
        this::tick, COLLECT_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    scheduler.shutdownNow();
    scheduler = null;
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}
