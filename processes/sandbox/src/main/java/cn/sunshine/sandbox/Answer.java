package cn.sunshine.sandbox;

import java.util.List;
import java.util.Optional;

/** A variable in the answer of a step: what it can be, and what a way needs it to be. */
final class Answer {

  private final List<?> values;
  private Optional<Object> chosen = Optional.empty();

  /**
   * @param values the usual one first; empty when it can be anything
   */
  Answer(List<?> values) {
    this.values = List.copyOf(values);
  }

  List<?> values() {
    return chosen.isPresent() ? List.of(chosen.get()) : values;
  }

  boolean isOpen() {
    return values.isEmpty() && chosen.isEmpty();
  }

  void choose(Object value) {
    chosen = Optional.of(value);
  }

  /** What the step shall answer; empty when that does not matter and nothing is usual. */
  Optional<Object> value() {
    return chosen.or(() -> values.stream().findFirst());
  }
}
