package cn.sunshine.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what another part of the system brings about. */
final class Patience {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** Longer than any benchmark takes; what has not come by then has been lost. */
  static final Duration LONGEST = Duration.ofMinutes(20);

  private Patience() {}

  /** Whether it has come about. */
  interface Question {
    boolean isAnswered() throws InterruptedException;
  }

  /** Asks again and again; answers whether it came about in time. */
  static boolean until(Question question) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!question.isAnswered()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
    }
    return true;
  }
}
