package cn.sunshine.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one evaluation on its day. Remembers what was read, for the decision's record.
 */
final class ValidParameters {
  private final ParameterSource source;
  private final LocalDate day;
  private final Map<String, Optional<Parameter>> read = new HashMap<>();
  private final List<Parameter> used = new ArrayList<>();

  ValidParameters(ParameterSource source, LocalDate day) {
    this.source = source;
    this.day = day;
  }

  LocalDate day() {
    return day;
  }

  /** The row valid on the day, when its unit and value are such that it can be used. */
  Optional<Parameter> find(String name, Unit unit) {
    return read.computeIfAbsent(name, this::read)
        .filter(parameter -> parameter.unit() == unit && parameter.isWellFormed());
  }

  /** Every row that was read, in order. */
  List<Parameter> used() {
    return List.copyOf(used);
  }

  private Optional<Parameter> read(String name) {
    Optional<Parameter> parameter = source.valueAt(name, day);
    parameter.ifPresent(used::add);
    return parameter;
  }
}
