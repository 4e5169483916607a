package cn.sunshine.clock;

import cn.sunshine.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/** Moves the application's clock and the broker's together, forward only. */
@Service
@ConditionalOnProperty("sunshine.demo-clock")
public class DemoClock {

  private static final Duration FARTHEST = Duration.ofDays(3660);

  /** A broker that was killed is back before that. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

  private final MovableClock clock;
  private final ClockOffsetFile offsetFile;
  private final Optional<BrokerClock> broker;

  DemoClock(MovableClock clock, ClockOffsetFile offsetFile, ClockProperties properties) {
    this.clock = clock;
    this.offsetFile = offsetFile;
    this.broker =
        properties
            .zeebe()
            .management()
            .map(management -> new BrokerClock(management, Clock.systemUTC()));
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
    // The file first: it holds after a crash. The broker last: what its timers set off must find
    // the application's clock where it is going to be.
    offsetFile.write(offset);
    clock.advanceTo(offset);
    broker.ifPresent(it -> takeAlong(it, offset));
    return clock.instant();
  }

  /** Advances to a moment that has not passed yet and answers the new now. */
  public synchronized Instant set(Instant moment) {
    return advance(Duration.between(clock.instant(), moment));
  }

  private static void takeAlong(BrokerClock broker, Duration offset) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        broker.moveTo(offset);
        return;
      } catch (RestClientException away) {
        if (System.nanoTime() > deadline) {
          throw new Refusal.Conflict("演示时钟已经前移，但流程引擎没有应答；引擎恢复后会自动跟上。");
        }
        LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      }
    }
  }
}
