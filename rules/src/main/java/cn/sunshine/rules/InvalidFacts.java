package cn.sunshine.rules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The facts are not what the rule set's interface allows: wrong types, negative numbers, unknown
 * codes, absurd sizes.
 */
public final class InvalidFacts extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<FactError> errors;

  InvalidFacts(List<FactError> errors) {
    super(
        errors.stream()
            .map(error -> error.path() + "：" + error.message())
            .collect(Collectors.joining("；")));
    this.errors = List.copyOf(errors);
  }

  /** Every error found, in the order of the fields; at least one. */
  public List<FactError> errors() {
    return errors;
  }
}
