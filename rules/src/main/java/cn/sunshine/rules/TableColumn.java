package cn.sunshine.rules;

import cn.sunshine.rules.CompiledModel.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A condition column, read: what its cells accept.
 *
 * @param label as the table's head says it
 * @param cells of the rows, in order
 * @param allowed the values that can come at all; empty for any
 */
record TableColumn(String label, Kind kind, List<CellText> cells, Optional<CellText> allowed) {

  private static final String ANOTHER_TEXT = "\u0000";

  /**
   * Values among which the column makes no difference.
   *
   * @param words the values as people read them
   * @param rows those whose cells accept them
   */
  record Part(String words, BitSet rows) {}

  /** The parts of this column; together they are every value that can come, except none at all. */
  List<Part> parts() {
    Set<Object> constants = new LinkedHashSet<>();
    cells.forEach(cell -> constants.addAll(cell.constants()));
    allowed.ifPresent(values -> constants.addAll(values.constants()));
    return switch (kind) {
      case TRUTH -> parts(List.of(true, false), Object::toString);
      case TEXT -> texts(constants);
      case NUMBER -> numbers(NumberLine.at(constants));
    };
  }

  String name() {
    return Objects.requireNonNullElse(label, "条件");
  }

  private List<Part> texts(Set<Object> constants) {
    List<Object> samples = new ArrayList<>(constants);
    samples.add(ANOTHER_TEXT);
    return parts(samples, text -> text.equals(ANOTHER_TEXT) ? "其他文字" : "“" + text + "”");
  }

  private List<Part> parts(List<Object> samples, Function<Object, String> words) {
    return partsOf(
        samples,
        places -> places.stream().map(samples::get).map(words).collect(Collectors.joining("或")));
  }

  private List<Part> numbers(NumberLine line) {
    List<Object> samples =
        IntStream.range(0, line.pieces()).<Object>mapToObj(line::sample).toList();
    return partsOf(samples, line::words);
  }

  /**
   * @param words tells some samples, by their places
   */
  private List<Part> partsOf(List<Object> samples, Function<List<Integer>, String> words) {
    Map<BitSet, List<Integer>> byRows = new LinkedHashMap<>();
    for (int place = 0; place < samples.size(); place++) {
      CheckStopped.ifInterrupted();
      Object sample = samples.get(place);
      if (allowed.map(values -> values.accepts(sample)).orElse(true)) {
        BitSet rows = new BitSet(cells.size());
        for (int row = 0; row < cells.size(); row++) {
          rows.set(row, cells.get(row).accepts(sample));
        }
        byRows.computeIfAbsent(rows, none -> new ArrayList<>()).add(place);
      }
    }
    return byRows.entrySet().stream()
        .map(entry -> new Part(words.apply(entry.getValue()), entry.getKey()))
        .toList();
  }
}
