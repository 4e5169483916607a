package cn.sunshine.rules;

import static cn.sunshine.rules.TableFault.error;
import static cn.sunshine.rules.TableFault.warning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;

/**
 * Whether the rows of a table cover everything that can come, and nothing twice. Each column is
 * divided into parts in which it makes no difference; a combination of parts that no row accepts is
 * a gap.
 */
final class TableCover {
  private static final int MOST_STEPS = 500_000;
  private static final int MOST_GAPS = 8;
  private static final int MOST_OVERLAPS = 50;

  private final DecisionTable table;
  private final List<TableColumn> columns;
  private final List<List<TableColumn.Part>> parts;
  private final List<String> gaps = new ArrayList<>();
  private int steps;

  private TableCover(DecisionTable table, List<TableColumn> columns) {
    this.table = table;
    this.columns = columns;
    this.parts = columns.stream().map(TableColumn::parts).toList();
  }

  static List<TableFault> check(Decision decision, DecisionTable table, List<TableColumn> columns) {
    TableCover cover = new TableCover(table, columns);
    List<TableFault> faults = new ArrayList<>();
    BitSet all = new BitSet();
    all.set(0, table.getRule().size());
    cover.findGaps(0, all, new ArrayList<>());
    if (cover.steps > MOST_STEPS) {
      faults.add(
          error(table.getId(), "“%s”的条件组合太多，无法检查空档；请把它拆成几张小表。".formatted(decision.getName())));
    }
    cover.gaps.forEach(
        gap -> faults.add(error(table.getId(), "有空档：%s 时没有任何一行给出结论。".formatted(gap))));
    faults.addAll(cover.overlaps());
    return faults;
  }

  private void findGaps(int column, BitSet rows, List<String> chosen) {
    if (++steps > MOST_STEPS || gaps.size() >= MOST_GAPS) {
      return;
    }
    if (rows.isEmpty()) {
      gaps.add(chosen.isEmpty() ? "任何情况" : String.join("，", chosen));
      return;
    }
    if (column == columns.size() || acceptsTheRest(column, rows)) {
      return;
    }
    for (TableColumn.Part part : parts.get(column)) {
      BitSet left = (BitSet) rows.clone();
      left.and(part.rows());
      boolean telling = parts.get(column).size() > 1;
      if (telling) {
        chosen.add(columns.get(column).name() + " " + part.words());
      }
      findGaps(column + 1, left, chosen);
      if (telling) {
        chosen.removeLast();
      }
    }
  }

  /** Whether one of the rows accepts whatever the columns from here on have. */
  private boolean acceptsTheRest(int column, BitSet rows) {
    return rows.stream()
        .anyMatch(
            row ->
                parts.subList(column, parts.size()).stream()
                    .flatMap(List::stream)
                    .allMatch(part -> part.rows().get(row)));
  }

  private List<TableFault> overlaps() {
    List<TableFault> faults = new ArrayList<>();
    for (int later = 1; later < table.getRule().size() && faults.size() < MOST_OVERLAPS; later++) {
      CheckStopped.ifInterrupted();
      for (int earlier = 0; earlier < later; earlier++) {
        String element = table.getRule().get(later).getId();
        if (table.getHitPolicy() == HitPolicy.UNIQUE && overlap(earlier, later)
            || table.getHitPolicy() == HitPolicy.ANY
                && overlap(earlier, later)
                && !answer(earlier).equals(answer(later))) {
          faults.add(
              error(
                  element,
                  "第 %d 行与第 %d 行重叠：%s 时两行都符合。"
                      .formatted(later + 1, earlier + 1, common(earlier, later))));
        } else if (table.getHitPolicy() == HitPolicy.FIRST && covers(earlier, later)) {
          faults.add(
              warning(element, "第 %d 行永远用不到：第 %d 行已经包括了它。".formatted(later + 1, earlier + 1)));
        }
      }
    }
    return faults;
  }

  private String answer(int row) {
    return table.getRule().get(row).getOutputEntry().getFirst().getText().strip();
  }

  private boolean overlap(int one, int other) {
    return parts.stream()
        .allMatch(
            column ->
                column.stream().anyMatch(part -> part.rows().get(one) && part.rows().get(other)));
  }

  private boolean covers(int one, int other) {
    return parts.stream()
        .flatMap(List::stream)
        .allMatch(part -> !part.rows().get(other) || part.rows().get(one));
  }

  private String common(int one, int other) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<TableColumn.Part> column = parts.get(i);
      List<TableColumn.Part> both =
          column.stream().filter(part -> part.rows().get(one) && part.rows().get(other)).toList();
      if (both.size() < column.size()) {
        words.add(
            columns.get(i).name()
                + " "
                + both.stream().map(TableColumn.Part::words).collect(Collectors.joining("或")));
      }
    }
    return words.isEmpty() ? "任何情况" : String.join("，", words);
  }
}
