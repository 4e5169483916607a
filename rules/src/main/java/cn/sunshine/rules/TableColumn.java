package cn.sunshine.rules;

import cn.sunshine.rules.CompiledModel.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A condition column, read: what its cells accept.
 *
 * @param label as the table's head says it
 * @param cells of the rows, in order
 * @param allowed the values that can come at all; empty for any
 */
record TableColumn(String label, Kind kind, List<CellText> cells, Optional<CellText> allowed) {

  private static final String ANOTHER_TEXT = "\u0000";
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * Values among which the column makes no difference.
   *
   * @param words the values as people read them
   * @param rows those whose cells accept them
   */
  record Part(String words, BitSet rows) {}

  private record Sample(Object value, String words) {}

  /** The parts of this column; together they are every value that can come, except none at all. */
  List<Part> parts() {
    Map<BitSet, List<String>> byRows = new LinkedHashMap<>();
    for (Sample sample : samples()) {
      if (allowed.map(values -> values.accepts(sample.value())).orElse(true)) {
        BitSet rows = new BitSet(cells.size());
        for (int row = 0; row < cells.size(); row++) {
          rows.set(row, cells.get(row).accepts(sample.value()));
        }
        byRows.computeIfAbsent(rows, none -> new ArrayList<>()).add(sample.words());
      }
    }
    return byRows.entrySet().stream()
        .map(entry -> new Part(String.join("或", entry.getValue()), entry.getKey()))
        .toList();
  }

  String name() {
    return Objects.requireNonNullElse(label, "条件");
  }

  private List<Sample> samples() {
    Set<Object> constants = new LinkedHashSet<>();
    cells.forEach(cell -> constants.addAll(cell.constants()));
    allowed.ifPresent(values -> constants.addAll(values.constants()));
    return switch (kind) {
      case TRUTH -> List.of(new Sample(true, "true"), new Sample(false, "false"));
      case TEXT -> texts(constants);
      case NUMBER -> numbers(constants);
    };
  }

  private static List<Sample> texts(Set<Object> constants) {
    List<Sample> samples = new ArrayList<>();
    constants.forEach(text -> samples.add(new Sample(text, "“" + text + "”")));
    samples.add(new Sample(ANOTHER_TEXT, "其他文字"));
    return samples;
  }

  private static List<Sample> numbers(Set<Object> constants) {
    List<BigDecimal> points =
        constants.stream()
            .map(constant -> ((BigDecimal) constant).stripTrailingZeros())
            .distinct()
            .sorted()
            .toList();
    if (points.isEmpty()) {
      return List.of(new Sample(BigDecimal.ZERO, "任何数"));
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      BigDecimal point = points.get(i);
      samples.add(
          i == 0
              ? new Sample(point.subtract(BigDecimal.ONE), "小于 " + plain(point))
              : new Sample(
                  point.add(points.get(i - 1)).divide(TWO),
                  "%s 与 %s 之间".formatted(plain(points.get(i - 1)), plain(point))));
      samples.add(new Sample(point, "等于 " + plain(point)));
    }
    samples.add(new Sample(points.getLast().add(BigDecimal.ONE), "大于 " + plain(points.getLast())));
    return samples;
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }
}
