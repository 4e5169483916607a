package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A verified password")
class PasswordHashesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final PasswordHashes hashes = new PasswordHashes(nanos::get);

  @Test
  @DisplayName("is remembered for five minutes, so that calls with HTTP Basic are fast")
  void remembered() {
    String hash = hashes.hash("Kx7p-9mQd");
    assertThat(hashes.isKnownToMatch("Kx7p-9mQd", hash)).isFalse();
    assertThat(hashes.matches("Kx7p-9mQd", hash)).isTrue();
    assertThat(hashes.isKnownToMatch("Kx7p-9mQd", hash)).isTrue();
    nanos.addAndGet(Duration.ofMinutes(5).plusNanos(1).toNanos());
    assertThat(hashes.isKnownToMatch("Kx7p-9mQd", hash)).isFalse();
  }

  @Test
  @DisplayName("counts for its hash only, so that a change of the password takes effect at once")
  void changed() {
    String before = hashes.hash("Kx7p-9mQd");
    hashes.matches("Kx7p-9mQd", before);
    String after = hashes.hash("another-1");
    assertThat(hashes.isKnownToMatch("Kx7p-9mQd", after)).isFalse();
    assertThat(hashes.matches("Kx7p-9mQd", after)).isFalse();
  }

  @Test
  @DisplayName("is never remembered when it was wrong")
  void wrong() {
    String hash = hashes.hash("Kx7p-9mQd");
    assertThat(hashes.matches("kx7p-9mqd", hash)).isFalse();
    assertThat(hashes.isKnownToMatch("kx7p-9mqd", hash)).isFalse();
  }
}
