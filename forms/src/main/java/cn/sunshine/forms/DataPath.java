package cn.sunshine.forms;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A path through answers that may pass lists, for example {@code members[].idNumber}. */
record DataPath(List<String> steps) {

  private static final String EVERY_ROW = "[]";

  /** One answer and where it stands. */
  record Answer(Place place, JsonNode value) {}

  static DataPath of(String text) {
    return new DataPath(List.of(text.split("\\.")));
  }

  /** The answers that are there, in order, each with the labels of the form. */
  List<Answer> in(JsonNode answers, Section form) {
    List<Answer> found = new ArrayList<>();
    walk(0, answers, form, Place.ROOT, found);
    return found;
  }

  /** Whether the form asks for this path at all. */
  boolean isAskedIn(Section form) {
    Part part = form;
    for (String step : steps) {
      Part next = part instanceof Section section ? section.parts().get(key(step)) : null;
      if (next == null || next instanceof Rows != step.endsWith(EVERY_ROW)) {
        return false;
      }
      part = next instanceof Rows rows ? rows.row() : next;
    }
    return part instanceof Field;
  }

  private void walk(int depth, JsonNode node, Section section, Place place, List<Answer> found) {
    String key = key(steps.get(depth));
    Part part = section.parts().get(key);
    JsonNode value = node.path(key);
    Place here = place.field(key, part.label());
    if (part instanceof Rows rows && value.isArray() && value.size() <= rows.most()) {
      for (int i = 0; i < value.size(); i++) {
        walk(depth + 1, value.get(i), rows.row(), here.row(i), found);
      }
    } else if (part instanceof Section inner && value.isObject()) {
      walk(depth + 1, value, inner, here, found);
    } else if (part instanceof Field && !Part.isAbsent(value)) {
      found.add(new Answer(here, value));
    }
  }

  private static String key(String step) {
    return step.endsWith(EVERY_ROW) ? step.substring(0, step.length() - EVERY_ROW.length()) : step;
  }
}
