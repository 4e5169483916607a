package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Guessing passwords")
class LogInThrottleTest {

  private static final LogInThrottle.Key HERE = new LogInThrottle.Key("village.1", "10.0.0.1");

  private final AtomicLong nanos = new AtomicLong();
  private final LogInThrottle throttle =
      new LogInThrottle(new AccountProperties.LogIn(5, Duration.ofMinutes(5)), nanos::get);

  @Test
  @DisplayName("has to wait after five wrong ones, even with the right one")
  void waits() {
    wrong(HERE, 5);
    assertThatExceptionOfType(TooManyAttempts.class)
        .isThrownBy(() -> throttle.attempt(HERE, () -> Optional.of("right")))
        .withMessageContaining("5 分钟")
        .satisfies(refusal -> assertThat(refusal.seconds()).isEqualTo(300));
  }

  @Test
  @DisplayName("says how long there is still to wait, and goes on after that")
  void goesOn() {
    wrong(HERE, 5);
    passes(Duration.ofMinutes(3).plusSeconds(30));
    assertThatExceptionOfType(TooManyAttempts.class)
        .isThrownBy(() -> throttle.requirePatience(HERE))
        .withMessageContaining("2 分钟");
    passes(Duration.ofSeconds(91));
    assertThat(throttle.attempt(HERE, () -> Optional.of("right"))).contains("right");
  }

  @Test
  @DisplayName("counts for the account at that address only")
  void elsewhere() {
    wrong(HERE, 5);
    assertThatNoException()
        .isThrownBy(() -> throttle.requirePatience(new LogInThrottle.Key("village.1", "10.0.0.2")));
    assertThatNoException()
        .isThrownBy(() -> throttle.requirePatience(new LogInThrottle.Key("village.2", "10.0.0.1")));
  }

  @Test
  @DisplayName("is forgotten when the right one comes in time")
  void forgotten() {
    wrong(HERE, 4);
    throttle.attempt(HERE, () -> Optional.of("right"));
    wrong(HERE, 4);
    assertThatNoException().isThrownBy(() -> throttle.requirePatience(HERE));
  }

  @Test
  @DisplayName("with many attempts at once gets no more than five looked at")
  void atOnce() {
    AtomicInteger lookedAt = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      for (int i = 0; i < 100; i++) {
        threads.submit(
            () ->
                throttle.attempt(
                    HERE,
                    () -> {
                      lookedAt.incrementAndGet();
                      return Optional.empty();
                    }));
      }
    }
    assertThat(lookedAt).hasValue(5);
  }

  private void wrong(LogInThrottle.Key key, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(throttle.attempt(key, Optional::empty)).isEmpty();
    }
  }

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
