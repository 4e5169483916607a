package cn.sunshine.forms;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A choice of several (checklist, taglist). */
record SomeOf(String label, boolean required, Options options) implements Field {

  @Override
  public void checkGiven(JsonNode answer, Place place, Examination examination) {
    if (!answer.isArray()) {
      examination.fault(place, "应是一个列表（JSON 数组，形如 […]）。" + options.sentence());
      return;
    }
    if (answer.isEmpty() && required) {
      examination.gap(place, "这一项必填，请至少选一项");
    }
    Set<String> chosen = new HashSet<>();
    for (JsonNode value : answer) {
      if (!value.isString() || !options.have(value.stringValue())) {
        examination.fault(place, "选项不存在。" + options.sentence());
        return;
      }
      if (!chosen.add(value.stringValue())) {
        examination.fault(place, "同一个选项选了两次，请去掉重复的");
        return;
      }
    }
  }

  @Override
  public JsonNode cleanGiven(JsonNode answer) {
    return answer;
  }

  /** Always an array, as with rows. */
  @Override
  public Optional<JsonNode> clean(JsonNode answer) {
    return Field.super.clean(answer).or(() -> Optional.of(JsonNodeFactory.instance.arrayNode()));
  }
}
