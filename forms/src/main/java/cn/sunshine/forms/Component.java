package cn.sunshine.forms;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One component of form-js JSON, read with suspicion: an attribute that is not known for its type,
 * or whose value is an expression, is refused, because the server could not hold what the form
 * promises.
 */
final class Component {

  static final int MOST_OPTIONS = 500;

  /** 1e999999999 is soon written, and would fill the memory once it is written out. */
  private static final int MOST_DIGITS = 20;

  private static final String EVERYWHERE = "id type layout properties ";
  private static final String INPUT =
      EVERYWHERE + "key label description defaultValue readonly disabled validate ";

  /** What each type may say; the names are those of the form-js schema, version 19. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          type("textfield", INPUT + "appearance"),
          type("textarea", INPUT),
          type("number", INPUT + "appearance decimalDigits"),
          type("checkbox", INPUT),
          type("radio", INPUT + "values"),
          type("select", INPUT + "values searchable"),
          type("checklist", INPUT + "values"),
          type("taglist", INPUT + "values"),
          type(
              "datetime",
              INPUT + "subtype dateLabel timeLabel use24h timeInterval timeSerializingFormat"),
          type("group", EVERYWHERE + "label path components showOutline verticalAlignment"),
          type(
              "dynamiclist",
              EVERYWHERE
                  + "label path components showOutline verticalAlignment isRepeating allowAddRemove"
                  + " defaultRepetitions disableCollapse nonCollapsedItems"),
          type("text", EVERYWHERE + "text"),
          type("separator", EVERYWHERE),
          type("spacer", EVERYWHERE + "height"));

  private static final Map<String, Set<String>> VALIDATION =
      Map.of(
          "textfield",
              words("required minLength maxLength pattern patternErrorMessage validationType"),
          "textarea", words("required minLength maxLength"),
          "number", words("required min max"));

  private static final Map<String, Set<String>> PROPERTIES =
      Map.of(
          "textfield", words("format"),
          "radio", words("valueType"),
          "select", words("valueType"),
          "datetime", words("latest"),
          "dynamiclist", words("minRows maxRows"));

  private final String form;
  private final JsonNode json;

  Component(String form, JsonNode json) {
    this.form = form;
    this.json = json;
    Set<String> known = ATTRIBUTES.get(type());
    if (known == null) {
      throw refuse("组件类型“" + type() + "”不受支持");
    }
    refuseUnknown(json, known, "属性");
    refuseUnknown(
        json.path("validate"), VALIDATION.getOrDefault(type(), Set.of("required")), "校验条件");
    refuseUnknown(json.path("properties"), PROPERTIES.getOrDefault(type(), Set.of()), "自定义属性");
    FormBounds.check(this, json);
    Set<String> kinds = Set.of("", "custom");
    if (!kinds.contains(json.path("validate").path("validationType").asString(""))) {
      throw refuse("校验方式“validationType”不受支持，请改用 pattern");
    }
  }

  String type() {
    return json.path("type").asString("");
  }

  String label() {
    return Stream.of("label", "dateLabel", "timeLabel")
        .map(name -> json.path(name).asString(""))
        .filter(label -> !label.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The key of a field or the path of a container; empty where there is none. */
  String path() {
    return json.path(json.has("key") ? "key" : "path").asString("");
  }

  Stream<Component> children() {
    return json.path("components").valueStream().map(child -> new Component(form, child));
  }

  boolean isRequired() {
    return flag(json.path("validate").path("required"), "required");
  }

  /** Read-only and not required back: the answer says nothing. */
  boolean isOnlyShown() {
    return flag(json.path("disabled"), "disabled")
        || flag(json.path("readonly"), "readonly") && !isRequired();
  }

  /**
   * @param most what the server and the browser of whoever fills the form in can carry
   */
  int whole(String name, int otherwise, int most) {
    Optional<BigDecimal> number = number(name);
    if (number.isEmpty()) {
      return otherwise;
    }
    try {
      int whole = number.get().intValueExact();
      if (whole >= 0 && whole <= most) {
        return whole;
      }
    } catch (ArithmeticException notWhole) {
      // the same answer
    }
    throw refuse("“%s”应是整数，0 到 %,d".formatted(name, most));
  }

  /**
   * A number of the component, of its conditions, or of its custom properties (which are strings by
   * custom).
   */
  Optional<BigDecimal> number(String name) {
    JsonNode value = setting(name);
    if (Part.isAbsent(value)) {
      return Optional.empty();
    }
    String text = value.asString("");
    try {
      Optional<BigDecimal> number =
          Optional.of(text)
              .filter(digits -> digits.length() <= MOST_DIGITS)
              .map(BigDecimal::new)
              .filter(read -> Math.abs(read.scale()) <= MOST_DIGITS);
      if (number.isPresent()) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // the same answer
    }
    throw refuse("“" + name + "”应是数字，最多 " + MOST_DIGITS + " 位");
  }

  String text(String name) {
    return setting(name).asString("");
  }

  Options options() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (JsonNode option : json.path("values")) {
      String value = option.path("value").asString("");
      if (!option.path("value").isString() || value.isEmpty() || !option.path("label").isString()) {
        throw refuse("每个选项都要有文字的 label 和 value");
      }
      if (labels.put(value, option.path("label").stringValue()) != null) {
        throw refuse("选项“" + value + "”重复");
      }
    }
    if (labels.isEmpty()) {
      throw refuse("没有选项");
    }
    return new Options(labels);
  }

  InvalidFormException refuse(String reason) {
    String name = path().isEmpty() ? json.path("id").asString(type()) : path();
    return new InvalidFormException(
        json.path("id").asString(path()), "表单 " + form + " 的“" + name + "”：" + reason);
  }

  private JsonNode setting(String name) {
    return Stream.of(json, json.path("validate"), json.path("properties"))
        .filter(place -> place.has(name))
        .map(place -> place.get(name))
        .findFirst()
        .orElse(json.path(name));
  }

  private boolean flag(JsonNode value, String name) {
    if (!Part.isAbsent(value) && !value.isBoolean()) {
      throw refuse("“" + name + "”只能是 true 或 false，不支持表达式");
    }
    return value.asBoolean(false);
  }

  private void refuseUnknown(JsonNode object, Set<String> known, String what) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw refuse(what + "“" + name + "”不受支持");
      }
    }
  }

  private static Map.Entry<String, Set<String>> type(String name, String attributes) {
    return Map.entry(name, words(attributes));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
