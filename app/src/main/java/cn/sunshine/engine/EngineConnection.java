package cn.sunshine.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.ZeebeClientConfiguration;
import io.camunda.zeebe.client.impl.ZeebeClientImpl;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The connection to the broker. gRPC waits longer and longer between two attempts to connect, up to
 * two minutes, and the client has no setting for that: so as long as the broker is away, somebody
 * knocks every second.
 */
class EngineConnection implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);

  private final ManagedChannel channel;
  private final ZeebeClient client;
  private boolean away;

  EngineConnection(ZeebeClientConfiguration settings) {
    channel = ZeebeClientImpl.buildChannel(settings);
    client = new ZeebeClientImpl(settings, channel);
  }

  ZeebeClient client() {
    return client;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void knock() {
    ConnectivityState state = channel.getState(false);
    if (state == ConnectivityState.TRANSIENT_FAILURE) {
      if (!away) {
        log.warn("The engine is away; commands wait in the database");
      }
      away = true;
      channel.resetConnectBackoff();
    } else if (away && state == ConnectivityState.READY) {
      log.info("The engine is back");
      away = false;
    }
  }

  /** Closes the channel, too. */
  @Override
  public void close() {
    client.close();
  }
}
