package cn.sunshine.rules;

import java.util.regex.Pattern;

/** Finds out from the text of rules what they look for in the descriptions of asset records. */
final class DescriptionUse {

  private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern MENTION = Pattern.compile("escription");
  private static final Pattern SEARCH =
      Pattern.compile("\\bdescription\\.contains\\(\\s*\\$word\\s*\\)");
  private static final Pattern EXEMPT_WORD =
      Pattern.compile("ExemptWord\\(\\s*\\$item\\s*:\\s*item\\s*,\\s*\\$word\\s*:\\s*word\\s*\\)");
  private static final Pattern WORD_BOUND = Pattern.compile("\\$word\\s*:");

  private DescriptionUse() {}

  /**
   * Whether descriptions are searched for the exempt words of their kind and used for nothing else.
   * In doubt it says no.
   */
  static boolean isOnlyForExemptWords(String drl) {
    String text = COMMENT.matcher(drl).replaceAll(" ");
    return count(MENTION, text) == count(SEARCH, text)
        && count(WORD_BOUND, text) == count(EXEMPT_WORD, text);
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }
}
