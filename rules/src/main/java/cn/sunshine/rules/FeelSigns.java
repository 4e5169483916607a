package cn.sunshine.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Whether a text is written in the signs that tests and sums are made of. Looked at before FEEL's
 * parser sees it: on some texts, such as a long {@code 1 in 1 in 1…}, that takes seconds for each
 * cell, and nothing can stop it. This takes one look at each sign.
 */
final class FeelSigns {

  private static final String NUMBER = "\\d++(?:[eE][+-]?\\d++)?+";
  private static final Pattern TESTS =
      Pattern.compile(
          "(?:\\s|\"(?:[^\"\\\\]|\\\\.)*+\"|(?:true|false|null|not)\\b|"
              + NUMBER
              + "|[-+.,<>=!()\\[\\]])*+");
  private static final Pattern SUM = Pattern.compile("(?:\\s|" + NUMBER + "|[-+.*/()])*+");

  private FeelSigns() {}

  /** Tests against constants, or a constant. */
  static boolean areOfTests(String text) {
    return TESTS.matcher(text).matches();
  }

  /**
   * Sums and products of names and numbers.
   *
   * @param names that it may use
   */
  static boolean areOfASum(String text, Collection<String> names) {
    String rest = text;
    for (String name :
        names.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      rest = name.isBlank() ? rest : rest.replace(name, " ");
    }
    return SUM.matcher(rest).matches() && !rest.contains("**");
  }
}
