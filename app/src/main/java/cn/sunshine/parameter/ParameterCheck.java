package cn.sunshine.parameter;

import static cn.sunshine.policychange.ArtefactFault.error;
import static cn.sunshine.policychange.ArtefactFault.warning;

import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.ParameterTimeline.Row;
import cn.sunshine.policychange.ArtefactFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is wrong with the values of a parameter over time: a value its unit does not allow, a gap,
 * an overlap, no source. Rows are named by their position, {@code row-1} and so on.
 */
final class ParameterCheck {

  private static final int LONGEST = 2_000;

  private final ParameterTimeline current;
  private final ParameterTimeline proposed;
  private final LocalDate today;
  private final List<ArtefactFault> faults = new ArrayList<>();

  private ParameterCheck(ParameterTimeline current, ParameterTimeline proposed, LocalDate today) {
    this.current = current;
    this.proposed = proposed;
    this.today = today;
  }

  static List<ArtefactFault> of(
      ParameterTimeline current, ParameterTimeline proposed, LocalDate today) {
    ParameterCheck check = new ParameterCheck(current, proposed, today);
    check.rows();
    check.time();
    check.past();
    return check.faults;
  }

  private void rows() {
    if (proposed.unit() != current.unit()) {
      faults.add(
          error(
              "", "单位是“%s”，不能改成“%s”。".formatted(current.unit().label(), proposed.unit().label())));
    }
    if (proposed.rows().isEmpty()) {
      faults.add(error("", "至少要有一个值。"));
    }
    IntStream.range(0, proposed.rows().size()).forEach(this::row);
  }

  private void row(int position) {
    Row row = proposed.rows().get(position);
    String element = element(position);
    if (row.value().length() > LONGEST || !Units.accepts(current.unit(), row.value())) {
      faults.add(
          error(
              element,
              "“%s”不是有效的值，单位是%s：%s。"
                  .formatted(
                      row.value(), current.unit().label(), Units.expectation(current.unit()))));
    }
    if (row.source().isBlank() || row.source().length() > LONGEST) {
      faults.add(error(element, "请写明出处：依据的条款或文件。"));
    }
    if (row.note().length() > LONGEST) {
      faults.add(error(element, "说明最多 %,d 字。".formatted(LONGEST)));
    }
    if (row.to().filter(last -> last.isBefore(row.from())).isPresent()) {
      faults.add(error(element, "失效日 %s 早于生效日 %s。".formatted(row.to().get(), row.from())));
    }
  }

  private void time() {
    List<Row> rows = proposed.rows();
    for (int i = 1; i < rows.size(); i++) {
      Row before = rows.get(i - 1);
      LocalDate from = rows.get(i).from();
      Optional<LocalDate> end = before.to();
      if (end.isEmpty() || !end.get().isBefore(from)) {
        faults.add(
            error(
                element(i),
                "从 %s 起的值与前一个值的有效期重叠：前一个值%s。"
                    .formatted(from, end.map(last -> "到 " + last + " 为止").orElse("长期有效"))));
      } else if (end.get().plusDays(1).isBefore(from)) {
        faults.add(
            error(
                element(i),
                "%s 至 %s 没有值，有效期要连续。".formatted(end.get().plusDays(1), from.minusDays(1))));
      }
    }
    if (!rows.isEmpty()) {
      if (rows.getLast().to().isPresent()) {
        faults.add(error(element(rows.size() - 1), "最后一个值不能有失效日，否则之后没有值。"));
      }
      LocalDate first = current.rows().getFirst().from();
      if (rows.getFirst().from().isAfter(first)) {
        faults.add(error(element(0), "从 %s 起就应有值，不能留下空档。".formatted(first)));
      }
    }
  }

  /**
   * Decisions of the past stay as they were; only who asks about a past day gets another answer.
   */
  private void past() {
    boolean changed =
        proposed.rows().stream()
            .filter(row -> row.from().isBefore(today))
            .anyMatch(
                row ->
                    current
                        .at(row.from())
                        .filter(known -> known.value().equals(row.value()))
                        .isEmpty());
    if (changed) {
      faults.add(warning("", "改动了已经过去的日子的值。已经作出的决定不变。"));
    }
  }

  private static String element(int position) {
    return "row-" + (position + 1);
  }
}
