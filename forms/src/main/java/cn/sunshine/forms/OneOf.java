package cn.sunshine.forms;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** A choice of one (radio, select). */
record OneOf(String label, boolean required, Options options, Stored stored) implements Field {

  /** Form-js knows only strings as options; a yes-or-no question is stored as what it is. */
  enum Stored {
    TEXT,
    YES_OR_NO
  }

  @Override
  public void checkGiven(JsonNode answer, Place place, Examination examination) {
    boolean kind = answer.isString() || stored == Stored.YES_OR_NO && answer.isBoolean();
    if (!kind || !options.have(answer.asString())) {
      examination.fault(place, options.sentence());
    }
  }

  @Override
  public JsonNode cleanGiven(JsonNode answer) {
    String value = answer.asString();
    return stored == Stored.YES_OR_NO
        ? BooleanNode.valueOf(value.equals("true"))
        : StringNode.valueOf(value);
  }
}
