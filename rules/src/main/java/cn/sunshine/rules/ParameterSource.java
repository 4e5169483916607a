package cn.sunshine.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an evaluation gets its policy numbers from. A {@link PolicyPack} is one; the application's
 * table is another.
 */
@FunctionalInterface
public interface ParameterSource {

  /** The row valid on this day; empty when none is. */
  Optional<Parameter> valueAt(String name, LocalDate day);
}
