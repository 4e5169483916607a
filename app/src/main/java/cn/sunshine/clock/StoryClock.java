package cn.sunshine.clock;

import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/**
 * Lets the demo data tell what happened in the weeks before the start at the time of the story: a
 * notice of last week has run its days, a task of last month is overdue. Only the thread that tells
 * is elsewhere in time; nobody else's clock moves. There is none without demo data.
 */
@Service
@ConditionalOnProperty("sunshine.demo-data")
public class StoryClock {

  private final MovableClock clock;

  StoryClock(MovableClock clock) {
    this.clock = clock;
  }

  /** Does something as if it were that moment, which must have passed. */
  public <T> T at(Instant moment, Supplier<T> act) {
    return clock.at(moment, act);
  }

  /** Does something today in the middle of a story: what it leaves has to hold from now on. */
  public <T> T today(Supplier<T> act) {
    return clock.today(act);
  }
}
