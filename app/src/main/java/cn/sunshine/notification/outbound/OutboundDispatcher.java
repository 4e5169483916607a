package cn.sunshine.notification.outbound;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what lies in the outbox, one after the other; does nothing when no channel is configured.
 */
@Component
class OutboundDispatcher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboundDispatcher.class);
  private static final int AT_A_TIME = 20;

  private final Map<OutboundChannel.Name, OutboundChannel> channels =
      new EnumMap<>(OutboundChannel.Name.class);
  private final Outbox outbox;
  private final long pauseMillis;
  private volatile ScheduledExecutorService scheduler;

  OutboundDispatcher(
      List<OutboundChannel> configured,
      Outbox outbox,
      @Value("${sunshine.outbound.pause-millis:1000}") long pauseMillis) {
    configured.forEach(channel -> channels.put(channel.name(), channel));
    this.outbox = outbox;
    this.pauseMillis = pauseMillis;
  }

  @Override
  public void start() {
    scheduler =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("outbound").unstarted(task));
    if (!channels.isEmpty()) {
      scheduler.scheduleWithFixedDelay(
          this::sendAll, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void sendAll() {
    try {
      List<OutboundMessage> taken;
      do {
        taken = outbox.take(AT_A_TIME);
        taken.forEach(this::send);
      } while (!taken.isEmpty() && isRunning());
    } catch (DataAccessException | TransactionException away) {
      log.info("The outbox cannot be read: {}", away.getMessage());
    }
  }

  private void send(OutboundMessage message) {
    OutboundChannel channel = channels.get(message.channel());
    if (channel == null) {
      outbox.failed(message, "这个渠道已停用");
      return;
    }
    try {
      channel.send(message);
      outbox.sent(message.id());
    } catch (DeliveryFailure failure) {
      outbox.failed(message, failure.getMessage());
    }
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = scheduler;
    scheduler = null;
    running.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}
