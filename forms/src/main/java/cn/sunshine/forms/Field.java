package cn.sunshine.forms;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One question. */
sealed interface Field extends Part permits TextField, NumberField, OneOf, SomeOf, Tick, Moment {

  boolean required();

  /** Checks an answer that is there. */
  void checkGiven(JsonNode answer, Place place, Examination examination);

  /** The stored form of an answer that is there. */
  JsonNode cleanGiven(JsonNode answer);

  @Override
  default void check(JsonNode answer, Place place, Examination examination) {
    if (!isEmpty(answer)) {
      checkGiven(answer, place, examination);
    } else if (required()) {
      examination.gap(place, "这一项必填，请填写");
    }
  }

  @Override
  default Optional<JsonNode> clean(JsonNode answer) {
    return isEmpty(answer) ? Optional.empty() : Optional.of(cleanGiven(answer));
  }

  /** A browser sends an empty string or null for a question nobody answered. */
  private static boolean isEmpty(JsonNode answer) {
    return Part.isAbsent(answer) || answer.isString() && answer.stringValue().isBlank();
  }
}
