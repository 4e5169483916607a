package cn.sunshine.forms;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A dynamic list: the same questions once for each row. */
record Rows(String label, Section row, int fewest, int most) implements Part {

  @Override
  public void check(JsonNode answer, Place place, Examination examination) {
    if (!Part.isAbsent(answer) && !answer.isArray()) {
      examination.fault(place, "应是一个列表（JSON 数组，形如 […]）");
      return;
    }
    if (answer.size() < fewest) {
      examination.gap(place, "至少填 " + fewest + " 行，现在是 " + answer.size() + " 行");
    }
    if (answer.size() > most) {
      examination.fault(place, "最多填 " + most + " 行，现在是 " + answer.size() + " 行，请删去多余的");
      return;
    }
    for (int i = 0; i < answer.size(); i++) {
      row.check(answer.get(i), place.row(i), examination);
    }
  }

  /** Always an array, so that whoever reads the answers need not ask whether there is a list. */
  @Override
  public Optional<JsonNode> clean(JsonNode answer) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    answer.forEach(
        given -> rows.add(row.clean(given).orElseGet(JsonNodeFactory.instance::objectNode)));
    return Optional.of(rows);
  }
}
