package cn.sunshine.sandbox;

import java.util.Optional;

/** Where the value comes from that a variable has at some point of a way. */
sealed interface Source {

  /** Always the same. */
  record Fixed(Optional<Object> value) implements Source {}

  /** What a step answers, still to be chosen or chosen already. */
  record Answered(Answer answer) implements Source {}

  /** The answers of a step that is done several times, as a list. */
  record Collected(Answer answer) implements Source {}

  /** Worked out by an expression: only the engine knows. */
  record Computed() implements Source {}
}
