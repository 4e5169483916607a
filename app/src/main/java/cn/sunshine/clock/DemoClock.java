package cn.sunshine.clock;

import cn.sunshine.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

/** Moves the application's clock and the broker's together, forward only. */
@Service
@ConditionalOnProperty("sunshine.demo-clock")
public class DemoClock {

  private static final Duration FARTHEST = Duration.ofDays(3660);

  private final MovableClock clock;
  private final ClockOffsetFile offsetFile;
  private final ClockProperties properties;
  private final RestClient http = RestClient.create();

  DemoClock(MovableClock clock, ClockOffsetFile offsetFile, ClockProperties properties) {
    this.clock = clock;
    this.offsetFile = offsetFile;
    this.properties = properties;
  }

  /** Advances by a positive amount of time and answers the new now. */
  public synchronized Instant advance(Duration by) {
    if (by.isNegative()) {
      throw new Refusal.Invalid("演示时钟只能向前移动，不能后退。");
    }
    if (by.compareTo(FARTHEST) > 0) {
      throw new Refusal.Invalid("演示时钟一次最多向前移动十年。");
    }
    Duration offset = clock.offset().plus(by);
    offsetFile.write(offset);
    properties.zeebe().management().ifPresent(management -> moveBroker(management.toString(), by));
    clock.advanceTo(offset);
    return clock.instant();
  }

  /** Advances to a moment that has not passed yet and answers the new now. */
  public synchronized Instant set(Instant moment) {
    return advance(Duration.between(clock.instant(), moment));
  }

  private void moveBroker(String management, Duration by) {
    http.post()
        .uri(management + "/actuator/clock/add")
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("offsetMilli", by.toMillis()))
        .retrieve()
        .toBodilessEntity();
  }
}
