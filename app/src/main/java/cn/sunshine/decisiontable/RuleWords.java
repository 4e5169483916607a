package cn.sunshine.decisiontable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rules in DRL say in plain language: the comments that their authors wrote above them. A
 * heading reads {@code // ---- 资料是否齐全 ----}.
 */
final class RuleWords {

  private static final Pattern COMMENT = Pattern.compile("^//\\s*(?:-+\\s*)?(.*?)(?:\\s*-+)?\\s*$");

  private RuleWords() {}

  static List<String> of(String drl) {
    List<String> words = new ArrayList<>();
    for (String line : drl.split("\\R")) {
      Matcher comment = COMMENT.matcher(line.strip());
      if (comment.matches() && !comment.group(1).isBlank()) {
        words.add(comment.group(1));
      }
    }
    return words;
  }
}
