package cn.sunshine.forms;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A part that only shows what the system knows. A browser sends it back; whatever it says then is
 * not looked at.
 */
record Shown(String label) implements Part {

  @Override
  public void check(JsonNode answer, Place place, Examination examination) {}

  @Override
  public Optional<JsonNode> clean(JsonNode answer) {
    return Optional.empty();
  }
}
