package cn.sunshine.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark found: a table for people, with the peer or the limit in the last column, and
 * one JSON object for programs. Every figure of the table is in the object, under a key that names
 * its unit.
 */
final class Report {

  private static final int DIGITS = 4;
  private static final int LABEL_WIDTH = 58;
  private static final int COLUMN_WIDTH = 14;
  private static final JsonMapper JSON = new JsonMapper();

  private final String name;
  private final String peer;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * A number under the key that it has in the JSON object.
   *
   * @param key ends with the unit, or is the thing counted
   */
  record Figure(String key, double value) {

    /** Four digits are more than any measurement here is worth; whole numbers stay whole. */
    private Number rounded() {
      if (!Double.isFinite(value)) {
        return 0;
      }
      if (value == Math.rint(value)) {
        return (long) value;
      }
      BigDecimal exact = BigDecimal.valueOf(value);
      return Math.abs(value) >= Math.pow(10, DIGITS)
          ? exact.setScale(0, RoundingMode.HALF_UP).longValue()
          : exact.round(new MathContext(DIGITS));
    }

    private String text() {
      return rounded() instanceof BigDecimal number
          ? number.toPlainString()
          : String.format("%,d", rounded().longValue());
    }
  }

  private record Row(String label, Figure ours, Optional<Figure> theirs) {}

  /**
   * @param name the benchmark's
   * @param peer what stands in the last column
   */
  Report(String name, String peer) {
    this.name = name;
    this.peer = peer;
  }

  /** One figure, alone in its line. */
  Report row(String label, String key, double value) {
    rows.add(new Row(label, new Figure(key, value), Optional.empty()));
    return this;
  }

  /** One figure with that of the peer or the limit beside it. */
  Report row(String label, Figure ours, Figure theirs) {
    rows.add(new Row(label, ours, Optional.of(theirs)));
    return this;
  }

  /** Something that must not be; the benchmark has failed. */
  Report fault(String sentence) {
    faults.add(sentence);
    return this;
  }

  /** What must not be, in sentences; empty when all is well. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  void print(PrintStream out) {
    out.println(line(name, "Sunshine", peer));
    for (Row row : rows) {
      out.println(line(row.label(), row.ours().text(), row.theirs().map(Figure::text).orElse("")));
    }
    faults.forEach(fault -> out.println("!! " + fault));
    out.println(json());
  }

  private static String line(String label, String ours, String theirs) {
    return padded(label, LABEL_WIDTH, false)
        + padded(ours, COLUMN_WIDTH, true)
        + padded(theirs, COLUMN_WIDTH, true);
  }

  /** Chinese characters take two places on a terminal. */
  private static String padded(String text, int width, boolean right) {
    int taken = text.codePoints().map(c -> c > 0x2e80 ? 2 : 1).sum();
    String blanks = " ".repeat(Math.max(1, width - taken));
    return right ? blanks + text : text + blanks;
  }

  /** The JSON object, on one line. */
  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("benchmark", name);
    for (Row row : rows) {
      all.put(row.ours().key(), row.ours().rounded());
      row.theirs().ifPresent(figure -> all.put(figure.key(), figure.rounded()));
    }
    all.put("faults", faults.size());
    return JSON.writeValueAsString(all);
  }
}
