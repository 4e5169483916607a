package cn.sunshine.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Passwords that cannot be guessed but can be read out: four groups without look-alikes. */
final class RandomPasswords {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomPasswords() {}

  static String next() {
    return IntStream.range(0, 4).mapToObj(group -> group()).collect(Collectors.joining("-"));
  }

  private static String group() {
    return RANDOM
        .ints(4, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
