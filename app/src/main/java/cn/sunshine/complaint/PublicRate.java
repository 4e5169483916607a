package cn.sunshine.complaint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down a flood: each address may send some requests at once and then one after each pause.
 * Addresses are remembered only here, in memory, and only while they send.
 */
@Component
class PublicRate {

  private static final int MOST_ADDRESSES = 100_000;

  private final long pause;
  private final long most;
  private final Ticker ticker;

  /** For each address the moment at which its last request would have been paid for. */
  private final Cache<String, AtomicLong> paidUntil;

  @Autowired
  PublicRate(ComplaintProperties limits) {
    this(limits, Ticker.systemTicker());
  }

  PublicRate(ComplaintProperties limits, Ticker ticker) {
    this.pause = limits.refill().toNanos();
    this.most = pause * limits.burst();
    this.ticker = ticker;
    this.paidUntil =
        Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofNanos(most))
            .maximumSize(MOST_ADDRESSES)
            .ticker(ticker)
            .build();
  }

  /** Takes a request of an address; answers how long it has to wait when it sent too many. */
  Optional<Duration> take(String address) {
    long now = ticker.read();
    AtomicLong account = paidUntil.get(address, unknown -> new AtomicLong(now));
    while (true) {
      long before = account.get();
      long after = Math.max(before - now, 0) + pause;
      if (after > most) {
        return Optional.of(Duration.ofNanos(after - most));
      }
      if (account.compareAndSet(before, now + after)) {
        return Optional.empty();
      }
    }
  }
}
