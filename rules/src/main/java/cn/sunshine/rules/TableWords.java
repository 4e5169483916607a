package cn.sunshine.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.Definitions;

/**
 * How the decision {@code outcome} of a table reads in Chinese.
 *
 * @param title of the decision
 * @param outcomes words for its answers, as its allowed answers give them; numbers have none
 * @param policy the first article that the model's description names; blank when it names none
 * @param limits of each row, its conditions in words, by its id
 * @param notes of each row, what its annotation says beside the article, by its id
 */
record TableWords(
    String title,
    Map<String, String> outcomes,
    String policy,
    Map<String, String> limits,
    Map<String, String> notes) {

  private static final String OUTCOME = "outcome";
  private static final Pattern ARTICLE = Pattern.compile("\\b[A-Z]{2}-\\d+(\\.\\d+)?");
  private static final Pattern LEADING_ARTICLES =
      Pattern.compile("^([A-Z]{2}-\\d+(\\.\\d+)?[、 ]*)+");

  static TableWords of(Definitions model, String text, List<TableInput> inputs) {
    Decision outcome =
        model.getDrgElement().stream()
            .filter(Decision.class::isInstance)
            .map(Decision.class::cast)
            .filter(decision -> decision.getId().equals(OUTCOME))
            .findFirst()
            .orElseThrow();
    Map<String, String> codes = new HashMap<>();
    inputs.forEach(input -> codes.putAll(input.words()));
    Map<String, String> limits = new HashMap<>();
    Map<String, String> notes = new HashMap<>();
    TableSheets.of(text).stream()
        .filter(sheet -> sheet.decision().equals(OUTCOME))
        .forEach(
            sheet ->
                sheet
                    .rows()
                    .forEach(
                        row -> {
                          limits.put(row.id(), sheet.conditionsOf(row, codes).replace("\"", ""));
                          notes.put(
                              row.id(), LEADING_ARTICLES.matcher(row.note()).replaceFirst(""));
                        }));
    return new TableWords(
        outcome.getName(),
        TableInput.words(Objects.requireNonNullElse(outcome.getAllowedAnswers(), "")),
        firstArticle(Objects.requireNonNullElse(model.getDescription(), "")),
        limits,
        notes);
  }

  private static String firstArticle(String text) {
    Matcher article = ARTICLE.matcher(text);
    return article.find() ? article.group() : "";
  }

  /** What the table says, and why in the words of the row. */
  String sentence(String value, String row) {
    String note = notes.getOrDefault(row, "");
    return "%s：%s%s"
        .formatted(title, outcomes.getOrDefault(value, value), note.isEmpty() ? "" : "，" + note);
  }

  /** The conditions of a row. */
  String limit(String row) {
    return limits.getOrDefault(row, "");
  }
}
