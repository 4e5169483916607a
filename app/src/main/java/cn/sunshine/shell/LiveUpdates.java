package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Tells open screens that something has changed, so that they can look again. Topics are plain
 * words such as {@code tasks}. However many announcements come, a screen refreshes at most twice a
 * second: a thousand cases that move at once must not make every browser redraw a thousand times.
 */
@Service
public class LiveUpdates implements DisposableBean {

  /** How long announcements are collected, in milliseconds. */
  private static final long COLLECT_MILLIS = 500;

  private final Map<String, Queue<Listener>> listeners = new ConcurrentHashMap<>();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("live-updates").unstarted(task));

  private record Listener(UI ui, Command refresh, AtomicBoolean waiting) {}

  /** Says that something of this topic has changed; returns at once. */
  public void announce(String topic) {
    listenersOf(topic).stream()
        .filter(listener -> listener.waiting.compareAndSet(false, true))
        .forEach(
            listener ->
                scheduler.schedule(() -> tell(listener), COLLECT_MILLIS, TimeUnit.MILLISECONDS));
  }

  /**
   * Calls {@code refresh} in the screen's own session after each announcement, as long as the
   * screen is open.
   */
  public void listen(Component screen, String topic, Command refresh) {
    screen.addAttachListener(event -> start(screen, event.getUI(), topic, refresh));
    screen.getUI().ifPresent(ui -> start(screen, ui, topic, refresh));
  }

  private void start(Component screen, UI ui, String topic, Command refresh) {
    Listener listener = new Listener(ui, refresh, new AtomicBoolean());
    listenersOf(topic).add(listener);
    Registration[] detach = new Registration[1];
    detach[0] =
        screen.addDetachListener(
            event -> {
              listenersOf(topic).remove(listener);
              detach[0].remove();
            });
  }

  private void tell(Listener listener) {
    listener.waiting.set(false);
    if (listener.ui.isAttached()) {
      listener.ui.access(listener.refresh);
    }
  }

  private Queue<Listener> listenersOf(String topic) {
    return listeners.computeIfAbsent(topic, any -> new ConcurrentLinkedQueue<>());
  }

  @Override
  public void destroy() {
    scheduler.shutdownNow();
  }
}
