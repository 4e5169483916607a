package cn.sunshine.rules;

import static cn.sunshine.rules.TableFault.error;

import cn.sunshine.rules.CompiledModel.Kind;
import cn.sunshine.rules.CompiledModel.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.UnaryTests;

/**
 * Checks one decision table: its columns, its cells, its answers, and whether they fit together.
 */
final class TableContent {
  private static final Set<HitPolicy> POLICIES =
      Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY);
  private static final Map<String, Kind> KINDS =
      Map.of("number", Kind.NUMBER, "string", Kind.TEXT, "boolean", Kind.TRUTH);

  /** Whoever reads fifty of them will not miss the others. */
  private static final int MOST_FAULTS = 50;

  /** 7,500 is 7 or 500 to FEEL, which nobody means who writes it. */
  private static final Pattern THOUSANDS = Pattern.compile("(^|[^\\d.])\\d{1,3},\\d{3}(?!\\d)");

  private final Decision decision;
  private final DecisionTable table;
  private final Map<String, Type> types = new HashMap<>();
  private final ArithmeticReader expressions;
  private final List<TableFault> faults = new ArrayList<>();

  private TableContent(Decision decision, DecisionTable table, Map<String, String> names) {
    this.decision = decision;
    this.table = table;
    Map<String, Place> places = new HashMap<>();
    names.forEach(
        (name, type) -> {
          if (KINDS.containsKey(type)) {
            places.put(name, new Place(places.size(), KINDS.get(type)));
            types.put(name, builtIn(KINDS.get(type)));
          }
        });
    expressions = new ArithmeticReader(places);
  }

  /**
   * @param names what the table may use, with the types of DMN
   */
  static List<TableFault> check(Decision decision, DecisionTable table, Map<String, String> names) {
    TableContent content = new TableContent(decision, table, names);
    content.check();
    return content.faults;
  }

  /** The values that a decision's answers are chosen from; empty when it lists none. */
  static List<Object> outputValues(Decision decision) {
    if (!(decision.getExpression() instanceof DecisionTable table) || table.getOutput().isEmpty()) {
      return List.of();
    }
    try {
      return Optional.ofNullable(table.getOutput().getFirst().getOutputValues())
          .map(values -> CellText.of(values.getText()))
          .filter(values -> !values.ordered())
          .map(CellText::constants)
          .orElse(List.of());
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  private static Type builtIn(Kind kind) {
    return switch (kind) {
      case NUMBER -> BuiltInType.NUMBER;
      case TEXT -> BuiltInType.STRING;
      case TRUTH -> BuiltInType.BOOLEAN;
    };
  }

  private void check() {
    if (!POLICIES.contains(table.getHitPolicy())) {
      faults.add(error(table.getId(), "命中规则只能是 唯一(U)、首个(F) 或 一致(A)。"));
    }
    if (table.getInput().isEmpty() || table.getRule().isEmpty()) {
      faults.add(error(table.getId(), "“%s”没有条件列或没有规则行。".formatted(decision.getName())));
      return;
    }
    if (table.getOutput().size() != 1) {
      faults.add(error(table.getId(), "“%s”只能有一个结论列。".formatted(decision.getName())));
      return;
    }
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.getInput().size(); i++) {
      column(i).ifPresent(columns::add);
    }
    outputs();
    if (faults.isEmpty() && columns.size() == table.getInput().size()) {
      faults.addAll(TableCover.check(decision, table, columns));
    }
  }

  private Optional<TableColumn> column(int index) {
    InputClause input = table.getInput().get(index);
    Optional<Kind> kind = expression(input);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    int before = faults.size();
    Optional<CellText> allowed =
        Optional.ofNullable(input.getInputValues())
            .filter(values -> !values.getText().isBlank())
            .flatMap(values -> cell(input.getId(), values, kind.get()));
    Set<Object> listed =
        allowed
            .filter(values -> kind.get() == Kind.TEXT)
            .map(values -> new HashSet<>(values.constants()))
            .orElseGet(HashSet::new);
    List<CellText> cells = new ArrayList<>();
    for (DecisionRule rule : table.getRule()) {
      if (rule.getInputEntry().size() != table.getInput().size()) {
        faults.add(error(rule.getId(), "这一行的条件数与列数不符。"));
        return Optional.empty();
      }
      UnaryTests entry = rule.getInputEntry().get(index);
      cell(entry.getId(), entry, kind.get())
          .ifPresent(
              cell -> {
                requireListed(entry.getId(), cell, listed);
                cells.add(cell);
              });
    }
    return faults.size() > before
        ? Optional.empty()
        : Optional.of(new TableColumn(input.getLabel(), kind.get(), cells, allowed));
  }

  private void requireListed(String element, CellText cell, Set<Object> listed) {
    if (!listed.isEmpty()) {
      cell.constants().stream()
          .filter(constant -> !listed.contains(constant))
          .forEach(
              constant ->
                  faults.add(
                      error(element, "“%s”不在这一列允许的值里：%s。".formatted(constant, quoted(listed)))));
    }
  }

  private Optional<Kind> expression(InputClause input) {
    String text =
        Optional.ofNullable(input.getInputExpression())
            .map(LiteralExpression::getText)
            .map(String::strip)
            .orElse("");
    if (text.isEmpty()) {
      faults.add(error(input.getId(), "这一列没有写条件表达式。"));
      return Optional.empty();
    }
    if (!FeelSigns.areOfASum(text, types.keySet())) {
      faults.add(noSum(input, text));
      return Optional.empty();
    }
    if (FeelSyntax.ofExpression(text, types).isPresent()) {
      faults.add(
          error(
              input.getId(),
              "表达式“%s”写法不对，或用了这张表没有的名称；可用：%s。".formatted(text, quoted(types.keySet()))));
      return Optional.empty();
    }
    try {
      BaseNode node = expressions.parse(text);
      if (node instanceof NameRefNode name && expressions.place(name).kind() != Kind.NUMBER) {
        return Optional.of(expressions.place(name).kind());
      }
      expressions.arithmetic(node);
      return Optional.of(Kind.NUMBER);
    } catch (NotCompilable e) {
      faults.add(noSum(input, text));
      return Optional.empty();
    }
  }

  private TableFault noSum(InputClause input, String text) {
    return error(
        input.getId(), "表达式“%s”只能用名称和数的加、减、乘；可用的名称：%s。".formatted(text, quoted(types.keySet())));
  }

  /**
   * @param element that a fault is shown at
   */
  private Optional<CellText> cell(String element, UnaryTests entry, Kind kind) {
    CheckStopped.ifInterrupted();
    String text = Optional.ofNullable(entry.getText()).map(String::strip).orElse("");
    if (faults.size() >= MOST_FAULTS) {
      return Optional.empty();
    }
    if (text.isEmpty()) {
      faults.add(error(element, "单元格是空的；不限就写 -。"));
      return Optional.empty();
    }
    if (!FeelSigns.areOfTests(text) || FeelSyntax.ofTests(text).isPresent()) {
      faults.add(error(element, "“%s”写法不对。%s".formatted(text, example(kind))));
      return Optional.empty();
    }
    try {
      if (kind == Kind.NUMBER && THOUSANDS.matcher(text).find()) {
        faults.add(error(element, "“%s”里的逗号表示“或”，会读成两个数；金额不写逗号，要写几个数时在逗号后空一格。".formatted(text)));
        return Optional.empty();
      }
      CellText cell = CellText.of(text);
      boolean fits =
          cell.constants().stream().allMatch(constant -> kindOf(constant) == kind)
              && (!cell.ordered() || kind == Kind.NUMBER);
      if (!fits) {
        faults.add(error(element, "“%s”与这一列的类型不符。%s".formatted(text, example(kind))));
        return Optional.empty();
      }
      return Optional.of(cell);
    } catch (NotCompilable e) {
      faults.add(error(element, "“%s”不能这样写。%s".formatted(text, example(kind))));
      return Optional.empty();
    }
  }

  private static String example(Kind kind) {
    return switch (kind) {
      case NUMBER -> "这一列是数，例如 <= 7500、[1..5]、0、-（不限）。";
      case TEXT -> "这一列是文字，要加双引号，例如 \"一般\"、\"甲\",\"乙\"、not(\"甲\")、-（不限）。";
      case TRUTH -> "这一列是真假，写 true、false 或 -（不限）。";
    };
  }

  private void outputs() {
    OutputClause output = table.getOutput().getFirst();
    if (output.getDefaultOutputEntry() != null) {
      faults.add(error(output.getId(), "不能用默认结论：请为每种情况写一行。"));
    }
    Set<Object> listed = new LinkedHashSet<>(outputValues(decision));
    Optional<Kind> kind =
        Optional.ofNullable(decision.getVariable())
            .map(variable -> variable.getTypeRef())
            .map(type -> KINDS.get(type.getLocalPart()));
    if (kind.isEmpty()) {
      faults.add(error(decision.getId(), "“%s”没有结论类型：应为数、文字或真假。".formatted(decision.getName())));
      return;
    }
    // Drools asks them about every answer, so they may say no more than a cell.
    Optional.ofNullable(output.getOutputValues())
        .filter(values -> !values.getText().isBlank())
        .ifPresent(values -> cell(output.getId(), values, kind.get()));
    Set<Object> used = new HashSet<>();
    for (DecisionRule rule : table.getRule()) {
      if (rule.getOutputEntry().size() == 1) {
        output(rule.getOutputEntry().getFirst(), kind.get(), listed).ifPresent(used::add);
      } else {
        faults.add(error(rule.getId(), "这一行要有一个结论。"));
      }
    }
    listed.stream()
        .filter(value -> !used.contains(value))
        .forEach(
            value ->
                faults.add(
                    TableFault.warning(output.getId(), "允许的结论“%s”没有任何一行给出。".formatted(value))));
  }

  private Optional<Object> output(LiteralExpression entry, Kind kind, Set<Object> listed) {
    CheckStopped.ifInterrupted();
    String text = Optional.ofNullable(entry.getText()).map(String::strip).orElse("");
    if (faults.size() >= MOST_FAULTS) {
      return Optional.empty();
    }
    try {
      if (text.isEmpty()
          || !FeelSigns.areOfTests(text)
          || FeelSyntax.ofExpression(text, types).isPresent()) {
        throw new NotCompilable(text);
      }
      BaseNode node = expressions.parse(text);
      if (node instanceof NullNode) {
        faults.add(error(entry.getId(), "结论不能是空的。"));
        return Optional.empty();
      }
      Object value = CellText.constant(node);
      if (kindOf(value) != kind) {
        throw new NotCompilable(text);
      }
      if (!listed.isEmpty() && !listed.contains(value)) {
        faults.add(error(entry.getId(), "“%s”不在允许的结论里：%s。".formatted(value, quoted(listed))));
        return Optional.empty();
      }
      return Optional.of(value);
    } catch (NotCompilable e) {
      faults.add(
          error(
              entry.getId(),
              text.isEmpty()
                  ? "没有写结论。"
                  : "结论“%s”写法不对。%s".formatted(text, outputExample(kind, listed))));
      return Optional.empty();
    }
  }

  private static String outputExample(Kind kind, Set<Object> listed) {
    return switch (kind) {
      case NUMBER -> "结论是数，例如 5。";
      case TEXT -> "结论是文字，要加双引号" + (listed.isEmpty() ? "，例如 \"一般\"。" : "：" + quoted(listed) + "。");
      case TRUTH -> "结论是 true 或 false。";
    };
  }

  static Kind kindOf(Object constant) {
    return switch (constant) {
      case BigDecimal number -> Kind.NUMBER;
      case Boolean truth -> Kind.TRUTH;
      default -> Kind.TEXT;
    };
  }

  private static String quoted(Set<?> values) {
    return values.stream()
        .map(value -> value instanceof String text ? "“" + text + "”" : value.toString())
        .sorted()
        .reduce((one, other) -> one + "、" + other)
        .orElse("（无）");
  }
}
