package cn.sunshine.forms;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A text, of one line or several.
 *
 * @param lines whether line breaks may occur
 * @param shortest in characters, without blanks around the text
 * @param pattern what the text must contain, in the syntax that JavaScript and Java share
 */
record TextField(
    String label,
    boolean required,
    Lines lines,
    int shortest,
    int longest,
    Optional<Pattern> pattern,
    String patternMessage,
    TextFormat format)
    implements Field {

  /** How many lines a text may have. */
  enum Lines {
    ONE,
    SEVERAL
  }

  /**
   * Line breaks and tabs are the only control characters a person types, and only into a text of
   * several lines.
   */
  private static final Pattern TYPED_CONTROLS = Pattern.compile("[\\n\\r\\t]");

  /**
   * Control characters, halves of characters, and invisible marks (those that turn the direction of
   * writing among them): no person types them, they deceive readers, and PostgreSQL cannot store
   * U+0000. The joiner of emoji may stay.
   */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200D]]");

  @Override
  public void checkGiven(JsonNode answer, Place place, Examination examination) {
    if (!answer.isString()) {
      examination.fault(place, "应填文字（JSON 字符串）");
      return;
    }
    String text = answer.stringValue().strip();
    if (text.length() > longest) {
      examination.fault(place, "最多 " + longest + " 个字，现在是 " + text.length() + " 个字，请缩短");
    } else if (FORBIDDEN.matcher(withoutTypedControls(text)).find()) {
      examination.fault(place, "含有换行或看不见的控制字符，请删去后重新填写");
    } else if (text.length() < shortest) {
      examination.fault(place, "至少 " + shortest + " 个字，请填写完整");
    } else if (pattern.isPresent() && !pattern.get().matcher(text).find()) {
      examination.fault(place, patternMessage);
    } else {
      format
          .problemIn(text, examination.today())
          .ifPresent(problem -> examination.fault(place, problem));
    }
  }

  @Override
  public JsonNode cleanGiven(JsonNode answer) {
    return StringNode.valueOf(format.normal(answer.stringValue().strip()));
  }

  private String withoutTypedControls(String text) {
    return lines == Lines.ONE ? text : TYPED_CONTROLS.matcher(text).replaceAll("");
  }
}
