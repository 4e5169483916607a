package cn.sunshine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.UnaryTests;

/**
 * Whether a model is written in the language of tables, before anything compiles or evaluates it: a
 * draft is also tried while {@link TableCheck} still finds something wrong with it, and whatever
 * Drools would evaluate must come to an end then, too.
 */
final class TableLanguage {
  private final List<String> problems = new ArrayList<>();
  private final Set<String> names;

  private TableLanguage(Definitions model) {
    names =
        model.getDrgElement().stream()
            .map(DRGElement::getName)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  /** What is not of the language, in Chinese; empty when all of it is. */
  static List<String> problemsOf(Definitions model) {
    TableLanguage language = new TableLanguage(model);
    model.getDrgElement().stream()
        .filter(Decision.class::isInstance)
        .forEach(decision -> language.visit((Decision) decision));
    return language.problems;
  }

  private void visit(Decision decision) {
    if (decision.getExpression() instanceof DecisionTable table) {
      table.getInput().forEach(input -> visit(decision, input));
      table.getOutput().forEach(output -> visit(decision, output));
      table.getRule().forEach(rule -> visit(decision, rule));
    } else {
      problems.add("“%s”不是决策表".formatted(decision.getName()));
    }
  }

  private void visit(Decision decision, InputClause input) {
    LiteralExpression expression = input.getInputExpression();
    if (expression == null
        || expression.getText() == null
        || !FeelSigns.areOfASum(expression.getText(), names)) {
      problems.add("“%s”的条件列只能用名称和数的加、减、乘".formatted(decision.getName()));
    }
    visit(decision, input.getInputValues());
  }

  private void visit(Decision decision, OutputClause output) {
    if (output.getDefaultOutputEntry() != null) {
      problems.add("“%s”不能用默认结论".formatted(decision.getName()));
    }
    visit(decision, output.getOutputValues());
  }

  private void visit(Decision decision, DecisionRule rule) {
    rule.getInputEntry().forEach(entry -> visit(decision, entry));
    rule.getOutputEntry().forEach(entry -> visit(decision, entry.getText()));
  }

  private void visit(Decision decision, UnaryTests tests) {
    if (tests != null) {
      visit(decision, tests.getText());
    }
  }

  private void visit(Decision decision, String text) {
    if (text == null || !FeelSigns.areOfTests(text)) {
      problems.add("“%s”里的“%s”写法不对".formatted(decision.getName(), text == null ? "" : text));
    }
  }
}
