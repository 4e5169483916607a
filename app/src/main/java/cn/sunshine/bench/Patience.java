package cn.sunshine.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another part of the system brings about. */
final class Patience {

  private Patience() {}

  /**
   * @param between how long to wait before looking again
   * @return whether it came about in time
   */
  static boolean until(BooleanSupplier done, Duration between, Duration longest)
      throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(between.toNanos());
    }
    return true;
  }
}
