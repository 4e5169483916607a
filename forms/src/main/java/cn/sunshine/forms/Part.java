package cn.sunshine.forms;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A part of a form that has a place in the answers. */
sealed interface Part permits Section, Rows, Field, Shown {

  /** What people call it. */
  String label();

  /** Checks the answer; the node is missing or null where none is given. */
  void check(JsonNode answer, Place place, Examination examination);

  /**
   * The answer as it is stored; empty when there is nothing to store. Only for answers without
   * faults.
   */
  Optional<JsonNode> clean(JsonNode answer);

  static boolean isAbsent(JsonNode answer) {
    return answer.isMissingNode() || answer.isNull();
  }
}
