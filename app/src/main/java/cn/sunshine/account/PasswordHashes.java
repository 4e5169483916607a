package cn.sunshine.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes and checks BCrypt hashes. BCrypt is slow on purpose, and HTTP Basic sends the password with
 * every call: so a password that was right is remembered for a few minutes, as a keyed digest of
 * the stored hash and the password. A changed password has another stored hash, and so counts at
 * once.
 */
class PasswordHashes {

  private static final String DIGEST = "HmacSHA256";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
  private final SecretKeySpec processKey;
  private final Cache<String, Boolean> verified;

  /** What an account that does not exist is checked against, to take as long as one that does. */
  private final String nobodysHash;

  PasswordHashes(Ticker ticker) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.processKey = new SecretKeySpec(key, DIGEST);
    this.verified =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(5))
            .maximumSize(100_000)
            .ticker(ticker)
            .build();
    this.nobodysHash = bcrypt.encode(HexFormat.of().formatHex(key));
  }

  String hash(String password) {
    return bcrypt.encode(password);
  }

  boolean matches(String password, String hash) {
    if (isKnownToMatch(password, hash)) {
      return true;
    }
    boolean matches = bcrypt.matches(password, hash);
    if (matches) {
      verified.put(digest(password, hash), true);
    }
    return matches;
  }

  /** Whether this has matched in the last minutes: fast either way. */
  boolean isKnownToMatch(String password, String hash) {
    return verified.getIfPresent(digest(password, hash)) != null;
  }

  /** Takes as long as a wrong password for an account that exists. */
  void pretendToCheck() {
    bcrypt.matches("nobody", nobodysHash);
  }

  private String digest(String password, String hash) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(processKey);
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
