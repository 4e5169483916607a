package cn.sunshine.rules;

import cn.sunshine.rules.CompiledModel.Kind;
import cn.sunshine.rules.CompiledModel.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;

/**
 * Reads expressions of decision tables: names, numbers and the sums, differences and products of
 * numbers.
 */
final class ArithmeticReader {
  private final Map<String, Place> places;
  private final Map<String, Type> types = new HashMap<>();

  /**
   * @param places of the values that expressions may name, by name
   */
  ArithmeticReader(Map<String, Place> places) {
    this.places = places;
    places.forEach((name, place) -> types.put(name, type(place.kind())));
  }

  private static Type type(Kind kind) {
    return switch (kind) {
      case NUMBER -> BuiltInType.NUMBER;
      case TEXT -> BuiltInType.STRING;
      case TRUTH -> BuiltInType.BOOLEAN;
    };
  }

  /** The text as FEEL reads it; names may contain blanks and signs. */
  BaseNode parse(String text) {
    return new ASTBuilderVisitor(types, null)
        .visit(
            FEELParser.parse(null, text, types, Map.of(), List.of(), List.of(), null)
                .compilation_unit());
  }

  /**
   * The place of a value, when the expression is nothing but its name.
   *
   * @throws NotCompilable when the name means something else
   */
  Place place(NameRefNode name) {
    Place place = places.get(name.getText());
    if (place == null) {
      throw new NotCompilable("name " + name.getText());
    }
    return place;
  }

  /**
   * An expression of numbers.
   *
   * @throws NotCompilable when it uses anything else
   */
  Arithmetic arithmetic(BaseNode node) {
    return switch (node) {
      case NameRefNode name when place(name).kind() == Kind.NUMBER ->
          new Arithmetic.Value(place(name).slot());
      case NumberNode number -> constant(number.getValue());
      case SignedUnaryNode signed when signed.getExpression() instanceof NumberNode ->
          constant((BigDecimal) CellText.constant(signed));
      case InfixOpNode infix -> infix(infix);
      default -> throw new NotCompilable("expression " + node.getText());
    };
  }

  private Arithmetic infix(InfixOpNode infix) {
    Arithmetic left = arithmetic(infix.getLeft());
    Arithmetic right = arithmetic(infix.getRight());
    int scale = Math.max(left.scale(), right.scale());
    return switch (infix.getOperator()) {
      case ADD -> new Arithmetic.Sum(left.withScale(scale), right.withScale(scale));
      case SUB -> new Arithmetic.Difference(left.withScale(scale), right.withScale(scale));
      case MULT -> new Arithmetic.Product(left, right);
      default -> throw new NotCompilable("operator " + infix.getOperator().getSymbol());
    };
  }

  private static Arithmetic constant(BigDecimal number) {
    BigDecimal exact = number.scale() < 0 ? number.setScale(0) : number;
    try {
      return new Arithmetic.Constant(exact.unscaledValue().longValueExact(), exact.scale());
    } catch (ArithmeticException e) {
      throw new NotCompilable("number " + number);
    }
  }
}
