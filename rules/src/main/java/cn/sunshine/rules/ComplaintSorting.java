package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts a complaint or a request for help by what it says (NT-24, NT-27): the pack's word lists are
 * counted here, the decision table names the topic, the department and how severe it is. Only a
 * proposal: who accepts the request may change it. The text itself is not kept.
 */
final class ComplaintSorting implements RuleSet {
  static final String NAME = "complaint-sorting";
  private static final String WORDS = "complaint.words.";
  private static final String URGENT = "urgent";
  private static final List<String> TOPICS =
      List.of(
          "corruption",
          "list",
          "funds",
          "housing",
          "water",
          "schooling",
          "medical",
          "job",
          "project",
          "helper");
  private static final Set<String> KINDS =
      new LinkedHashSet<>(List.of("complaint", "help-request"));
  private static final int LONGEST_TEXT = 10_000;

  private final String version;
  private final DecisionModel table;

  private ComplaintSorting(String version, DecisionModel table) {
    this.version = version;
    this.table = table;
  }

  static ComplaintSorting compile(String version, RuleModels models) {
    return new ComplaintSorting(
        version, DecisionModel.compile(models.pack(), models.require(NAME + ".dmn")));
  }

  @Override
  public Decision evaluate(Map<String, Object> facts, ValidParameters parameters) {
    FactReader reader = new FactReader();
    Optional<String> kind = reader.text(facts, "kind", "kind", 40);
    if (kind.isEmpty() || !KINDS.contains(kind.get())) {
      reader.error("kind", "只能是 complaint（投诉举报）或 help-request（求助）");
    }
    String text =
        reader.text(facts, "subject", "subject", LONGEST_TEXT).orElse("")
            + "\n"
            + reader.text(facts, "text", "text", LONGEST_TEXT).orElse("");
    reader.throwIfInvalid();
    Map<String, List<String>> found = wordsIn(text, parameters);
    DecisionModel.Answer answer = table.evaluate(tableInputs(kind.orElseThrow(), found));
    List<Finding> findings = new ArrayList<>();
    findings.add(finding(answer, "topic", "类别", found));
    findings.add(finding(answer, "department", "建议承办部门", found));
    findings.add(finding(answer, "severity", "严重程度", found));
    return new Decision(
        NAME,
        version,
        answer.text("severity").orElse(Eligibility.CANNOT_DECIDE.name()),
        findings,
        parameters.used());
  }

  private static Map<String, List<String>> wordsIn(String text, ValidParameters parameters) {
    Map<String, List<String>> found = new HashMap<>();
    for (String list : listsOfWords()) {
      found.put(
          list,
          parameters.find(WORDS + list, Unit.WORDS).map(Parameter::words).orElse(List.of()).stream()
              .filter(text::contains)
              .toList());
    }
    return found;
  }

  private static List<String> listsOfWords() {
    List<String> lists = new ArrayList<>(TOPICS);
    lists.add(URGENT);
    return lists;
  }

  private static Map<String, Object> tableInputs(String kind, Map<String, List<String>> found) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("kind", kind);
    found.forEach((list, words) -> inputs.put(list + "-words", BigDecimal.valueOf(words.size())));
    return inputs;
  }

  private Finding finding(
      DecisionModel.Answer answer, String decision, String label, Map<String, List<String>> found) {
    String value = answer.text(decision).orElse("");
    Optional<DecisionModel.Row> row = answer.row(decision);
    String policy = row.map(DecisionModel.Row::policy).orElse("NT-24");
    String says = value.isEmpty() ? "决策表没有给出结论" : wordFor(decision, value);
    List<String> words = wordsBehind(decision, row, found);
    String why = words.isEmpty() ? "" : "，因为出现“%s”".formatted(String.join("”“", words));
    return new Finding(
        row.map(DecisionModel.Row::id).orElse(decision + "-none"),
        version,
        policy,
        "%s：%s%s（%s）。".formatted(label, says, why, policy),
        value,
        words.isEmpty() ? "没有关键词" : String.join("、", words),
        Optional.empty());
  }

  private static List<String> wordsBehind(
      String decision, Optional<DecisionModel.Row> row, Map<String, List<String>> found) {
    String list =
        decision.equals("severity")
            ? URGENT
            : row.map(r -> r.id().substring(decision.length() + 1)).orElse("");
    boolean counts =
        decision.equals("topic")
            || decision.equals("severity") && row.filter(r -> r.id().endsWith(URGENT)).isPresent();
    return counts ? found.getOrDefault(list, List.of()) : List.of();
  }

  private static String wordFor(String decision, String value) {
    return switch (decision) {
      case "severity" ->
          switch (value) {
            case "SERIOUS" -> "严重线索，移送同级纪检监察";
            case "URGENT" -> "紧急，先办";
            default -> "一般";
          };
      case "department" -> ResponsibleDepartment.of(value).map(d -> d.chinese()).orElse(value);
      default -> value;
    };
  }
}
