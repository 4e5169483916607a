package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.runtime.UnaryTest;

/**
 * What is written in one cell of a decision table, or in its list of input values: tests against
 * constants. Which constants they are is read from the parsed text; what the tests say of a value,
 * FEEL itself is asked, so that nulls and negations mean here what they mean there.
 *
 * @param constants every number, text or truth that the tests compare with
 * @param ordered whether one of them asks for more or less, not only for the same
 */
record CellText(List<UnaryTest> tests, List<Object> constants, boolean ordered) {

  private static final int MOST_DIGITS = 20;
  private static final FEEL FEEL_ENGINE = FEELBuilder.builder().build();

  /** Collects the constants of a parsed text. */
  private static final class Constants {
    private final List<Object> found = new ArrayList<>();
    private boolean ordered;

    void visit(BaseNode node) {
      switch (node) {
        case DashNode dash -> {}
        case NullNode none -> {}
        case UnaryTestListNode tests -> tests.getElements().forEach(this::visit);
        case UnaryTestNode test -> visitTest(test);
        case RangeNode range -> visitRange(range);
        default -> found.add(constant(node));
      }
    }

    /** Comparisons too are ranges to FEEL, with one end undefined, or both the same for "=". */
    private void visitRange(RangeNode range) {
      List<Object> ends =
          Stream.of(range.getStart(), range.getEnd())
              .filter(end -> !(end instanceof UndefinedValueNode))
              .map(CellText::constant)
              .toList();
      ordered |= ends.size() < 2 || !ends.getFirst().equals(ends.getLast());
      found.addAll(ends);
    }

    private void visitTest(UnaryTestNode test) {
      switch (test.getOperator()) {
        case LT, LTE, GT, GTE -> {
          ordered = true;
          visit(test.getValue());
        }
        case EQ, NE, NOT -> visit(test.getValue());
        case IN -> {
          if (!(test.getValue() instanceof RangeNode)) {
            throw new NotCompilable("test " + test.getText());
          }
          visit(test.getValue());
        }
        default -> throw new NotCompilable("test " + test.getText());
      }
    }
  }

  /**
   * Reads a cell.
   *
   * @throws NotCompilable when it is more than tests against constants
   */
  static CellText of(String text) {
    if (!FeelSigns.areOfTests(text)) {
      throw new NotCompilable("test " + text);
    }
    Constants constants = new Constants();
    constants.visit(
        new ASTBuilderVisitor(Map.of(), null)
            .visit(
                FEELParser.parse(null, text, Map.of(), Map.of(), List.of(), List.of(), null)
                    .unaryTestsRoot()));
    return new CellText(FEEL_ENGINE.evaluateUnaryTests(text), constants.found, constants.ordered);
  }

  /**
   * The constant that a text consists of: a {@code BigDecimal}, a {@code String} or a {@code
   * Boolean}.
   *
   * @throws NotCompilable when it is none
   */
  static Object constant(BaseNode node) {
    return switch (node) {
      case NumberNode number -> modest(number);
      case StringNode text -> text.getValue();
      case BooleanNode truth -> truth.getValue();
      case SignedUnaryNode signed when signed.getExpression() instanceof NumberNode number ->
          signed.getSign() == SignedUnaryNode.Sign.NEGATIVE
              ? modest(number).negate()
              : modest(number);
      default -> throw new NotCompilable(node.getClass().getSimpleName() + " " + node.getText());
    };
  }

  /** 1e999999999 is soon written, and would fill the memory with the first sum. */
  private static BigDecimal modest(NumberNode node) {
    BigDecimal number = node.getValue();
    if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      throw new NotCompilable("number with too many digits");
    }
    return number;
  }

  /** Whether the cell accepts a value, which may be null. */
  boolean accepts(Object value) {
    EvaluationContextImpl context =
        new EvaluationContextImpl(
            CellText.class.getClassLoader(),
            new FEELEventListenersManager(),
            FEELDialect.FEEL,
            DMNVersion.getLatest());
    return tests.stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(context, value)));
  }
}
