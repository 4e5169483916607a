package cn.sunshine.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Slows down guessing: after some wrong passwords for an account from one address, no further
 * attempt of that pair is looked at for a while, not even one with the right password. Whether the
 * account exists makes no difference.
 */
class LogInThrottle {

  private final int attempts;
  private final Duration pause;
  private final Ticker ticker;
  private final Cache<Key, Failures> failures;

  /**
   * Attempts of a pair go one after the other, so that many at once are no way around the limit.
   */
  private final Lock[] lanes = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

  LogInThrottle(AccountProperties.LogIn limits, Ticker ticker) {
    this.attempts = limits.attempts();
    this.pause = limits.pause();
    this.ticker = ticker;
    this.failures =
        Caffeine.newBuilder().expireAfterWrite(pause).maximumSize(100_000).ticker(ticker).build();
  }

  record Key(String username, String address) {}

  private record Failures(int count, long lastNanos) {}

  /**
   * Makes an attempt, unless too many have failed; an empty answer is a failure.
   *
   * @throws TooManyAttempts when the pair has to wait
   */
  <T> Optional<T> attempt(Key key, Supplier<Optional<T>> attempt) {
    Lock lane = lanes[Math.floorMod(key.hashCode(), lanes.length)];
    lane.lock();
    try {
      requirePatience(key);
      Optional<T> outcome = attempt.get();
      if (outcome.isPresent()) {
        failures.invalidate(key);
      } else {
        failures
            .asMap()
            .merge(
                key,
                new Failures(1, ticker.read()),
                (before, one) -> new Failures(before.count() + 1, one.lastNanos()));
      }
      return outcome;
    } finally {
      lane.unlock();
    }
  }

  /**
   * @throws TooManyAttempts when the pair has to wait
   */
  void requirePatience(Key key) {
    Failures before = failures.getIfPresent(key);
    if (before != null && before.count() >= attempts) {
      throw new TooManyAttempts(pause.minusNanos(ticker.read() - before.lastNanos()));
    }
  }
}
