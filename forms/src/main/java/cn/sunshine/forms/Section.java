package cn.sunshine.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions that stand together under one key: the whole form, a path such as {@code head}, or a
 * row of a list.
 */
record Section(String label, Map<String, Part> parts) implements Part {

  private static final int LONGEST_NAME_SHOWN = 40;

  Section() {
    this("", new LinkedHashMap<>());
  }

  @Override
  public void check(JsonNode answer, Place place, Examination examination) {
    if (!Part.isAbsent(answer) && !answer.isObject()) {
      examination.fault(place, "应是一组字段（JSON 对象，形如 {…}），请按表单的字段填写");
      return;
    }
    JsonNode given = Part.isAbsent(answer) ? MissingNode.getInstance() : answer;
    parts.forEach(
        (key, part) -> part.check(given.path(key), place.field(key, part.label()), examination));
    for (String key : given.propertyNames()) {
      if (examination.isFull()) {
        return;
      }
      if (!parts.containsKey(key)) {
        String shown = printable(key);
        examination.fault(place.field(shown, ""), "表单里没有“" + shown + "”这一项，请删去，或核对名称是否写错");
      }
    }
  }

  @Override
  public Optional<JsonNode> clean(JsonNode answer) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    parts.forEach(
        (key, part) -> part.clean(answer.path(key)).ifPresent(value -> result.set(key, value)));
    return result.isEmpty() ? Optional.empty() : Optional.of(result);
  }

  private static String printable(String key) {
    String visible = key.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "�");
    return visible.codePointCount(0, visible.length()) <= LONGEST_NAME_SHOWN
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_NAME_SHOWN)) + "…";
  }
}
