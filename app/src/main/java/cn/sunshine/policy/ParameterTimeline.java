package cn.sunshine.policy;

import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All values of one parameter over time, oldest first. This is what a version of a parameter holds,
 * as JSON.
 */
public record ParameterTimeline(String name, Unit unit, List<Row> rows) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * One value.
   *
   * @param to last day, that day included; empty while no end is known
   */
  public record Row(
      String value, LocalDate from, Optional<LocalDate> to, String source, String note) {}

  private record Written(String unit, List<WrittenRow> rows) {}

  private record WrittenRow(String value, String from, String to, String source, String note) {}

  public ParameterTimeline {
    rows = rows.stream().sorted(Comparator.comparing(Row::from)).toList();
  }

  /** The values of a parameter as they are in these rows; empty when it has none. */
  public static Optional<ParameterTimeline> of(String name, List<Parameter> parameters) {
    List<Parameter> own = parameters.stream().filter(row -> row.name().equals(name)).toList();
    return own.stream()
        .findFirst()
        .map(
            first ->
                new ParameterTimeline(
                    name,
                    first.unit(),
                    own.stream()
                        .map(
                            row ->
                                new Row(
                                    row.value(),
                                    row.validFrom(),
                                    row.validTo(),
                                    row.source(),
                                    row.note()))
                        .toList()));
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of the kind
   */
  public static ParameterTimeline parse(String name, String json) {
    try {
      Written written = JSON.readValue(json, Written.class);
      return new ParameterTimeline(
          name,
          Unit.of(written.unit()).orElseThrow(),
          written.rows().stream()
              .map(
                  row ->
                      new Row(
                          row.value(),
                          LocalDate.parse(row.from()),
                          Optional.ofNullable(row.to()).map(LocalDate::parse),
                          row.source(),
                          row.note()))
              .toList());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("no timeline of " + name, e);
    }
  }

  public String json() {
    return JSON.writeValueAsString(
        new Written(
            unit.code(),
            rows.stream()
                .map(
                    row ->
                        new WrittenRow(
                            row.value(),
                            row.from().toString(),
                            row.to().map(LocalDate::toString).orElse(null),
                            row.source(),
                            row.note()))
                .toList()));
  }

  /** The rows as rules read them, all of this version of the parameter. */
  public List<Parameter> parameters(int version) {
    return rows.stream()
        .map(
            row ->
                new Parameter(
                    name,
                    unit,
                    row.value(),
                    row.from(),
                    row.to(),
                    row.source(),
                    row.note(),
                    version))
        .toList();
  }

  /** The row valid on a day. */
  public Optional<Row> at(LocalDate day) {
    return rows.stream()
        .filter(
            row ->
                !day.isBefore(row.from()) && row.to().map(last -> !day.isAfter(last)).orElse(true))
        .findFirst();
  }

  /**
   * The timeline with a new value from a day on: what was valid on that day ends the day before.
   * Values that begin later stay; when the new one reaches into them, that is an overlap for
   * whoever checks the timeline.
   */
  public ParameterTimeline with(Row fresh) {
    Stream<Row> before =
        rows.stream()
            .filter(row -> row.from().isBefore(fresh.from()))
            .map(row -> endingBefore(row, fresh.from()));
    Stream<Row> later = rows.stream().filter(row -> row.from().isAfter(fresh.from()));
    return new ParameterTimeline(
        name,
        unit,
        Stream.of(before, Stream.of(fresh), later).flatMap(Function.identity()).toList());
  }

  /**
   * The timeline without the value that begins on a day; the one before it goes on in its place.
   */
  public ParameterTimeline without(LocalDate begin) {
    Optional<Row> gone = rows.stream().filter(row -> row.from().equals(begin)).findFirst();
    return gone.map(
            removed ->
                new ParameterTimeline(
                    name,
                    unit,
                    rows.stream()
                        .filter(row -> !row.equals(removed))
                        .map(row -> reaching(row, removed))
                        .toList()))
        .orElse(this);
  }

  private static Row reaching(Row row, Row removed) {
    return row.to().filter(last -> last.plusDays(1).equals(removed.from())).isPresent()
        ? new Row(row.value(), row.from(), removed.to(), row.source(), row.note())
        : row;
  }

  private static Row endingBefore(Row row, LocalDate day) {
    return row.to().filter(last -> last.isBefore(day)).isPresent()
        ? row
        : new Row(row.value(), row.from(), Optional.of(day.minusDays(1)), row.source(), row.note());
  }
}
