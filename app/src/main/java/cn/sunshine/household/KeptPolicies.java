package cn.sunshine.household;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an exited household stands to the policies it kept for a time (YC-1, WJ-4.4). */
public enum KeptPolicies {
  KEPT("政策保留期内"),
  ENDED("政策保留期已满");

  private final String chinese;

  KeptPolicies(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  static Optional<KeptPolicies> ofWord(String word) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(word.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
