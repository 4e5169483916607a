package cn.sunshine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A clock that runs with the machine's, a fixed offset ahead of it. It never goes back. */
final class MovableClock extends Clock {

  /** The moment of the story that this thread tells, when it does. */
  private static final ThreadLocal<Instant> TOLD = new ThreadLocal<>();

  private final Clock machine;
  private final AtomicReference<Duration> offset;

  MovableClock(Clock machine, Duration offset) {
    this.machine = machine;
    this.offset = new AtomicReference<>(offset);
  }

  Duration offset() {
    return offset.get();
  }

  void advanceTo(Duration newOffset) {
    offset.updateAndGet(current -> newOffset.compareTo(current) > 0 ? newOffset : current);
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovableClock(machine.withZone(zone), offset.get());
  }

  @Override
  public Instant instant() {
    Instant told = TOLD.get();
    return told != null ? told : machine.instant().plus(offset.get());
  }

  /** Lets this thread do something as if it were an earlier moment. */
  <T> T at(Instant moment, Supplier<T> act) {
    Instant before = TOLD.get();
    if (moment.isAfter(instant())) {
      throw new IllegalArgumentException("a story is not told before it happens: " + moment);
    }
    TOLD.set(moment);
    return andBackTo(before, act);
  }

  /** Lets this thread do something outside the story that it tells. */
  <T> T today(Supplier<T> act) {
    Instant before = TOLD.get();
    TOLD.remove();
    return andBackTo(before, act);
  }

  private static <T> T andBackTo(Instant before, Supplier<T> act) {
    try {
      return act.get();
    } finally {
      if (before == null) {
        TOLD.remove();
      } else {
        TOLD.set(before);
      }
    }
  }
}
