package cn.sunshine.expert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Draws lots from a seed, in a way that anybody can repeat with {@code sha256sum}. */
final class Lot {

  private Lot() {}

  /** The ids with the smallest SHA-256 of {@code seed:id}, the smallest first. */
  static List<String> draw(String seed, Collection<String> ids, int wanted) {
    return ids.stream()
        .sorted(Comparator.comparing(id -> sha256(seed + ":" + id)))
        .limit(wanted)
        .toList();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
