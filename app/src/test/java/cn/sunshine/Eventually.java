package cn.sunshine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what the engine brings about in its own time. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Eventually() {}

  /** The value as soon as it is there; fails the test when it does not come. */
  public static <T> T present(Supplier<String> complaint, Supplier<Optional<T>> value) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<T> found = value.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > until) {
        throw new AssertionError(complaint.get());
      }
      pause();
    }
  }

  /** Waits until it is true. */
  public static void holds(String complaint, Supplier<Boolean> condition) {
    present(() -> complaint, () -> Optional.of(true).filter(yes -> condition.get()));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
