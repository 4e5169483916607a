package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A decision model whose tables have been compiled: evaluates in a fraction of a microsecond, but
 * explains nothing beyond the deciding rows. Cases are decided by {@link DecisionModel}; this one
 * screens registers, and what it says is checked against that one. Safe for many threads.
 */
final class CompiledModel {

  /** What a value is. */
  enum Kind {
    NUMBER,
    TEXT,
    TRUTH
  }

  /** Where an input or a decision has its value. */
  record Place(int slot, Kind kind) {}

  /**
   * One decision.
   *
   * @param rowIds the ids of the table's rows, in order
   */
  record CompiledDecision(String id, Place place, CompiledTable table, List<String> rowIds) {}

  private final Map<String, Place> inputs;
  private final List<CompiledDecision> decisions;
  private final CompiledTable[] tables;
  private final int[] slots;
  private final Map<String, Integer> codes;
  private final List<Optional<String>> texts;

  /**
   * @param inputs by id; they take the first slots
   * @param decisions each after those that it needs
   * @param codes of all texts that the model mentions
   */
  CompiledModel(
      Map<String, Place> inputs, List<CompiledDecision> decisions, Map<String, Integer> codes) {
    this.inputs = Map.copyOf(inputs);
    this.decisions = List.copyOf(decisions);
    this.tables = decisions.stream().map(CompiledDecision::table).toArray(CompiledTable[]::new);
    this.slots = decisions.stream().mapToInt(decision -> decision.place().slot()).toArray();
    this.codes = Map.copyOf(codes);
    this.texts =
        codes.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .map(Optional::of)
            .toList();
  }

  /**
   * The values and notes of evaluations, for one thread. Inputs that are not put in are null.
   *
   * @param values of inputs and decisions, by slot
   * @param rows of decisions, in their order
   */
  record Sheet(long[] values, int[] rows) {}

  /** A sheet for any number of evaluations, one after the other. */
  Sheet newSheet() {
    long[] values = new long[inputs.size() + decisions.size()];
    java.util.Arrays.fill(values, Arithmetic.NULL);
    return new Sheet(values, new int[decisions.size()]);
  }

  /**
   * Where an input goes in the values of a sheet.
   *
   * @throws NotCompilable when the model has no such input of this kind
   */
  int slot(String input, Kind kind) {
    return Optional.ofNullable(inputs.get(input))
        .filter(place -> place.kind() == kind)
        .map(Place::slot)
        .orElseThrow(() -> new NotCompilable("no input " + input + " of kind " + kind));
  }

  /** Which of the decisions has this id. */
  Optional<CompiledDecision> decision(String id) {
    return decisions.stream().filter(decision -> decision.id().equals(id)).findFirst();
  }

  List<CompiledDecision> decisions() {
    return decisions;
  }

  /**
   * Evaluates all decisions.
   *
   * @throws ArithmeticException when a number does not fit; ask Drools then
   */
  void evaluate(Sheet sheet) {
    for (int i = 0; i < tables.length; i++) {
      sheet.rows[i] = tables[i].decide(sheet.values, slots[i]);
    }
  }

  /** The text of a decision's value, as long as it is one. */
  Optional<String> text(Sheet sheet, CompiledDecision decision) {
    long value = sheet.values[decision.place.slot];
    return decision.place.kind == Kind.TEXT && value >= 0
        ? texts.get((int) value)
        : Optional.empty();
  }

  /** How a text is put in. */
  long code(String text) {
    // All texts that the model does not mention are alike.
    return codes.getOrDefault(text, codes.size());
  }

  /** How a number is put in; empty when it has too many digits. */
  static OptionalLong fixed(BigDecimal number) {
    if (Math.abs((long) number.precision() - number.scale()) > 15
        || number.signum() != 0 && number.stripTrailingZeros().scale() > Arithmetic.SCALE) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(number.movePointRight(Arithmetic.SCALE).longValueExact());
  }
}
