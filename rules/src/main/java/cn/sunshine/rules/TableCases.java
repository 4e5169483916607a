package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InputData;

/** Runs the test cases that belong to a decision model, on Drools. */
public final class TableCases {
  private final DecisionModel model;
  private final Map<String, String> inputTypes;
  private final Map<String, String> decisionNames;
  private final Map<String, Integer> rowNumbers = new HashMap<>();

  private TableCases(DecisionModel model, Definitions definitions) {
    this.model = model;
    inputTypes =
        definitions.getDrgElement().stream()
            .filter(InputData.class::isInstance)
            .map(InputData.class::cast)
            .collect(
                Collectors.toMap(
                    DRGElement::getId, input -> input.getVariable().getTypeRef().getLocalPart()));
    decisionNames =
        definitions.getDrgElement().stream()
            .filter(Decision.class::isInstance)
            .collect(Collectors.toMap(DRGElement::getId, DRGElement::getName));
    definitions.getDrgElement().stream()
        .filter(Decision.class::isInstance)
        .map(element -> ((Decision) element).getExpression())
        .filter(DecisionTable.class::isInstance)
        .map(DecisionTable.class::cast)
        .forEach(this::number);
  }

  /** People count the rows of a table; its ids are the editor's. */
  private void number(DecisionTable table) {
    for (int i = 0; i < table.getRule().size(); i++) {
      rowNumbers.put(table.getRule().get(i).getId(), i + 1);
    }
  }

  /**
   * @param xml a model that {@link TableCheck} has passed
   * @throws InvalidPack when it does not compile
   */
  public static List<TableCase.Result> run(String xml, List<TableCase> cases) {
    TableCases runner = new TableCases(DecisionModel.compile("", xml), TableCheck.read(xml));
    return cases.stream().map(one -> new TableCase.Result(one, runner.problem(one))).toList();
  }

  private String problem(TableCase one) {
    List<String> problems = new ArrayList<>();
    Map<String, Object> inputs = new HashMap<>();
    inputTypes.keySet().forEach(id -> inputs.put(id, null));
    one.inputs()
        .forEach(
            (id, value) -> {
              Optional<Object> typed =
                  Optional.ofNullable(inputTypes.get(id)).flatMap(type -> typed(value, type));
              if (typed.isPresent()) {
                inputs.put(id, typed.get());
              } else if (value != null) {
                problems.add("输入 %s 不存在或值 %s 的类型不对".formatted(id, value));
              }
            });
    if (one.expected().isEmpty()) {
      problems.add("没有写期望的结论");
    }
    if (!problems.isEmpty()) {
      return String.join("；", problems);
    }
    DecisionModel.Answer answer = model.evaluate(inputs);
    one.expected()
        .forEach(
            (id, expected) -> {
              Object actual = answer.values().get(id);
              if (!decisionNames.containsKey(id)) {
                problems.add("没有决策 " + id);
              } else if (!same(expected, actual)) {
                problems.add(
                    "%s应为“%s”，实际为“%s”%s"
                        .formatted(
                            decisionNames.get(id),
                            expected,
                            actual == null ? "没有结论" : actual,
                            answer
                                .row(id)
                                .map(row -> "（第 " + rowNumbers.get(row.id()) + " 行）")
                                .orElse("")));
              }
            });
    return String.join("；", problems);
  }

  private static Optional<Object> typed(Object value, String type) {
    return switch (type) {
      case "number" ->
          value instanceof Number number
              ? Optional.of(new BigDecimal(number.toString()))
              : Optional.empty();
      case "string" -> value instanceof String ? Optional.of(value) : Optional.empty();
      case "boolean" -> value instanceof Boolean ? Optional.of(value) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean same(Object expected, Object actual) {
    if (expected instanceof Number one && actual instanceof Number other) {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    }
    return expected != null && expected.equals(actual);
  }
}
