package cn.sunshine.clock;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * The broker's clock, moved to where the application's stands and never by an amount: a broker that
 * restarts takes the offset from the file itself, and asking twice must not move it twice.
 */
final class BrokerClock {

  private final URI management;
  private final Clock machine;
  private final RestClient http = RestClient.create();

  BrokerClock(URI management, Clock machine) {
    this.management = management;
    this.machine = machine;
  }

  private record Time(long epochMilli) {}

  /**
   * Moves the broker forward to this offset from the machine's time.
   *
   * @throws org.springframework.web.client.RestClientException when the broker does not answer
   */
  void moveTo(Duration offset) {
    Time now = http.get().uri(management + "/actuator/clock").retrieve().body(Time.class);
    Instant target = machine.instant().plus(offset);
    Duration missing = Duration.between(Instant.ofEpochMilli(now.epochMilli()), target);
    if (missing.isPositive()) {
      http.post()
          .uri(management + "/actuator/clock/add")
          .contentType(MediaType.APPLICATION_JSON)
          .body(Map.of("offsetMilli", missing.toMillis()))
          .retrieve()
          .toBodilessEntity();
    }
  }
}
