package cn.sunshine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs with the machine's, a fixed offset ahead of it. It never goes back. */
final class MovableClock extends Clock {

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
    return machine.instant().plus(offset.get());
  }
}
