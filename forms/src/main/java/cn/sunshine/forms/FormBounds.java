package cn.sunshine.forms;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What texts of a form may not be: expressions, which the browser of everybody who opens the form
 * would calculate; HTML, pictures and links, which lead out of the system; names that mean
 * something else to JavaScript.
 */
final class FormBounds {

  static final int LONGEST_TEXT = 2_000;

  private static final Set<String> RESERVED =
      Set.of("__proto__", "prototype", "constructor", "toString", "valueOf", "hasOwnProperty");
  private static final Pattern EXPRESSION = Pattern.compile("^\\s*=|\\{\\{");
  private static final Pattern MARKUP = Pattern.compile("<[/!?a-zA-Z]|\\]\\s*[(\\[:]");

  /** Signs that turn the direction of writing deceive who reads the question. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r\\t]]");

  private FormBounds() {}

  /** Whether JavaScript has its own meaning for a key. */
  static boolean isReserved(String key) {
    return RESERVED.contains(key);
  }

  /**
   * Looks at every text of a component; its children look at their own.
   *
   * @throws InvalidFormException naming what is wrong
   */
  static void check(Component component, JsonNode json) {
    json.properties().stream()
        .filter(property -> !property.getKey().equals("components"))
        .forEach(property -> check(component, property.getKey(), property.getValue()));
  }

  private static void check(Component component, String name, JsonNode value) {
    if (value.isContainer()) {
      if (value.size() > Component.MOST_OPTIONS) {
        throw component.refuse("“%s”太多，最多 %d 个".formatted(name, Component.MOST_OPTIONS));
      }
      value.properties().forEach(one -> check(component, one.getKey(), one.getValue()));
      value
          .valueStream()
          .filter(one -> value.isArray())
          .forEach(one -> check(component, name, one));
    } else if (value.isString() && !name.equals("pattern")) {
      check(component, name, value.stringValue());
    }
  }

  private static void check(Component component, String name, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw component.refuse("“%s”太长，最多 %,d 字".formatted(name, LONGEST_TEXT));
    }
    if (INVISIBLE.matcher(text).find()) {
      throw component.refuse("“" + name + "”里有看不见的控制字符，请删去");
    }
    if (EXPRESSION.matcher(text).find()) {
      throw component.refuse("“" + name + "”不支持表达式（以 = 开头，或者 {{ }}），请直接写文字");
    }
    if (MARKUP.matcher(text).find()) {
      throw component.refuse("“" + name + "”里不能有 HTML、图片和链接，请直接写文字");
    }
  }
}
