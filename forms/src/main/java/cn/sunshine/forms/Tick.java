package cn.sunshine.forms;

import tools.jackson.databind.JsonNode;

/** A checkbox; a required one must be ticked. */
record Tick(String label, boolean required) implements Field {

  @Override
  public void checkGiven(JsonNode answer, Place place, Examination examination) {
    if (!answer.isBoolean()) {
      examination.fault(place, "应填是或否（true 或 false）");
    } else if (required && !answer.booleanValue()) {
      examination.gap(place, "请勾选这一项");
    }
  }

  @Override
  public JsonNode cleanGiven(JsonNode answer) {
    return answer;
  }
}
