package cn.sunshine.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The code under which somebody looks up the own request: sixteen letters and digits, 80 bits that
 * nobody guesses, none of which is taken for another when read aloud. Kept only as a hash.
 */
record LookupCode(String text) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  static LookupCode random(SecureRandom random) {
    return new LookupCode(
        IntStream.range(0, LENGTH)
            .mapToObj(
                i ->
                    (i > 0 && i % GROUP == 0 ? "-" : "")
                        + ALPHABET.charAt(random.nextInt(ALPHABET.length())))
            .collect(Collectors.joining()));
  }

  /** What somebody typed, with or without hyphens, blanks and capitals; empty when it is none. */
  static Optional<LookupCode> read(String typed) {
    if (typed == null || typed.length() > 4 * LENGTH) {
      return Optional.empty();
    }
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (plain.length() != LENGTH || plain.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new LookupCode(
            IntStream.range(0, LENGTH / GROUP)
                .mapToObj(i -> plain.substring(i * GROUP, (i + 1) * GROUP))
                .collect(Collectors.joining("-"))));
  }

  /** What is kept of it. */
  String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Not the code: it must not get into a log. */
  @Override
  public String toString() {
    return "LookupCode";
  }
}
