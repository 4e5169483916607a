package cn.sunshine.rules;

import java.util.List;
import java.util.Map;

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

  /**
   * One line for each row, as people read it.
   *
   * @param codes the words for the codes that cells hold
   */
  public List<String> lines(Map<String, String> codes) {
    return rows.stream()
        .map(
            row ->
                "%s：%s → %s%s"
                    .formatted(
                        name,
                        conditionsOf(row, codes),
                        inWords(row.answer(), codes),
                        row.note().isBlank() ? "" : "　" + row.note()))
        .toList();
  }

  /** The conditions of a row in words; what does not matter is left out. */
  String conditionsOf(Row row, Map<String, String> codes) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cells().get(i).equals("-")) {
        words.append(words.isEmpty() ? "" : "，").append(conditions.get(i)).append(' ');
        words.append(inWords(row.cells().get(i), codes));
      }
    }
    return words.isEmpty() ? "其他情况" : words.toString();
  }

  private static String inWords(String cell, Map<String, String> codes) {
    String words = cell;
    for (Map.Entry<String, String> code : codes.entrySet()) {
      words = words.replace("\"" + code.getKey() + "\"", code.getValue());
    }
    return words;
  }
}
