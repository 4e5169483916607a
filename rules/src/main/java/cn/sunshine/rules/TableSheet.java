package cn.sunshine.rules;

import java.util.List;

/**
 * A decision table as a sheet of text: what a spreadsheet holds and what people compare.
 *
 * @param decision id of the decision
 * @param conditions heads of the condition columns
 * @param answer head of the answer column
 */
public record TableSheet(
    String decision, String name, List<String> conditions, String answer, List<Row> rows) {

  /**
   * @param id of the rule; blank for one that is new
   * @param cells of the condition columns, as FEEL
   * @param note the annotation, which names the article
   */
  public record Row(String id, List<String> cells, String answer, String note) {}

  public TableSheet {
    conditions = List.copyOf(conditions);
    rows = List.copyOf(rows);
  }

  /** One line for each row, as people read it. */
  public List<String> lines() {
    return rows.stream()
        .map(
            row ->
                "%s：%s → %s%s"
                    .formatted(
                        name,
                        conditionsOf(row),
                        row.answer(),
                        row.note().isBlank() ? "" : "　" + row.note()))
        .toList();
  }

  private String conditionsOf(Row row) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cells().get(i).equals("-")) {
        words.append(words.isEmpty() ? "" : "，").append(conditions.get(i)).append(' ');
        words.append(row.cells().get(i));
      }
    }
    return words.isEmpty() ? "其他情况" : words.toString();
  }
}
