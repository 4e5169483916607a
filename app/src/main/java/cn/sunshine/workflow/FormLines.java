package cn.sunshine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form as lines that people can compare: one for each field, and one for each outcome. */
final class FormLines {

  private static final JsonMapper JSON = JsonMapper.shared();

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
    return lines;
  }

  private static void add(JsonNode components, String within, List<String> lines) {
    for (JsonNode component : components) {
      String name = component.path("label").asString(component.path("text").asString("")).strip();
      String key = component.path("key").asString(component.path("path").asString(""));
      lines.add(
          "%s%s %s%s%s"
              .formatted(
                  within,
                  kind(component.path("type").asString("")),
                  name,
                  key.isEmpty() ? "" : "（" + key + "）",
                  rules(component)));
      add(component.path("components"), within + "　", lines);
    }
  }

  /** What is asked of the answer, in one order whatever the editor wrote. */
  private static String rules(JsonNode component) {
    Map<String, String> rules = new TreeMap<>();
    component
        .path("validate")
        .properties()
        .forEach(rule -> rules.put(rule.getKey(), rule.getValue().asString("")));
    component
        .path("values")
        .forEach(
            value ->
                rules.put(
                    "值 " + value.path("value").asString(""), value.path("label").asString("")));
    return rules.isEmpty() ? "" : "　" + rules;
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
