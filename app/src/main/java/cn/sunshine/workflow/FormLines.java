package cn.sunshine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form as lines that people can compare: one for each field, and one for each outcome. */
final class FormLines {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What a line begins with, and what is not seen. */
  private static final Set<String> TOLD =
      Set.of("type", "id", "label", "dateLabel", "timeLabel", "text", "key", "path", "components");

  private FormLines() {}

  /**
   * @throws RuntimeException when the content is no JSON
   */
  static List<String> of(String content) {
    JsonNode form = JSON.readTree(content);
    List<String> lines = new ArrayList<>();
    add(form.path("components"), "", lines);
    form.at("/sunshine/outcomes")
        .forEach(
            outcome ->
                lines.add(
                    "结论 %s（%s）%s"
                        .formatted(
                            outcome.path("label").asString(""),
                            outcome.path("value").asString(""),
                            outcome.path("commentRequired").asBoolean(false) ? "　须写意见" : "")));
    form.path("sunshine")
        .properties()
        .forEach(
            property -> {
              if (!property.getKey().equals("outcomes")) {
                lines.add(property.getKey() + " " + property.getValue());
              }
            });
    return lines;
  }

  private static void add(JsonNode components, String within, List<String> lines) {
    for (JsonNode component : components) {
      String name =
          Stream.of("label", "dateLabel", "timeLabel", "text")
              .map(label -> component.path(label).asString("").strip())
              .filter(label -> !label.isEmpty())
              .findFirst()
              .orElse("");
      String key = component.path("key").asString(component.path("path").asString(""));
      lines.add(
          Stream.concat(
                  Stream.of(
                      within
                          + kind(component.path("type").asString(""))
                          + " "
                          + name
                          + (key.isEmpty() ? "" : "（" + key + "）")),
                  rules(component, "").stream().sorted())
              .collect(Collectors.joining("　")));
      add(component.path("components"), within + "　", lines);
    }
  }

  /** All that is said of an answer, one thing each. */
  private static List<String> rules(JsonNode component, String within) {
    List<String> rules = new ArrayList<>();
    component
        .properties()
        .forEach(
            property -> {
              String name = within + property.getKey();
              JsonNode value = property.getValue();
              if (name.equals("values")) {
                value.forEach(
                    choice ->
                        rules.add(
                            "选项 %s（%s）"
                                .formatted(
                                    choice.path("label").asString(""),
                                    choice.path("value").asString(""))));
              } else if (value.isObject()) {
                rules.addAll(rules(value, name + "."));
              } else if (!TOLD.contains(name) && !name.startsWith("layout.")) {
                rules.add(words(name, value.isString() ? value.asString() : value.toString()));
              }
            });
    return rules;
  }

  private static String words(String name, String value) {
    return switch (name) {
      case "validate.required" -> value.equals("true") ? "必填" : "可不填";
      case "validate.min" -> "最小 " + value;
      case "validate.max" -> "最大 " + value;
      case "validate.minLength" -> "至少 " + value + " 字";
      case "validate.maxLength" -> "最多 " + value + " 字";
      case "validate.pattern" -> "格式 " + value;
      case "conditional.hide" -> "隐藏条件 " + value;
      case "description" -> "说明 " + value;
      case "defaultValue" -> "默认值 " + value;
      case "disabled" -> value.equals("true") ? "停用" : "启用";
      case "readonly" -> "只读 " + value;
      case "decimalDigits" -> "小数 " + value + " 位";
      case "appearance.prefixAdorner" -> "前缀 " + value;
      case "appearance.suffixAdorner" -> "后缀 " + value;
      default -> name + " " + value;
    };
  }

  private static String kind(String type) {
    return switch (type) {
      case "textfield" -> "文字";
      case "textarea" -> "多行文字";
      case "number" -> "数字";
      case "datetime" -> "日期";
      case "select" -> "下拉选择";
      case "radio" -> "单选";
      case "checkbox" -> "勾选";
      case "checklist" -> "多选";
      case "text" -> "说明";
      case "group" -> "分组";
      case "dynamiclist" -> "可增减的列表";
      default -> type;
    };
  }
}
