package cn.sunshine.processes;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import scala.Product;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Keeps the expressions of a model to what comes to an end at once and does not grow. The broker
 * has one partition, and evaluates them on its only thread: a loop over a million numbers, or a
 * regular expression that tries all ways, would stop every case of every place.
 */
final class ExpressionBounds {

  private static final int LONGEST = 400;

  /** The parser descends into brackets on its stack, and tries several readings of each. */
  private static final int DEEPEST = 5;

  private static final int MOST_IFS = 2;
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?+");
  private static final Pattern IF = Pattern.compile("\\bif\\b");

  /** Constants, names, comparisons, sums, and what picks from a list. No loop, no function. */
  private static final Set<String> KINDS =
      Set.of(
          ("ConstNull ConstBool ConstNumber ConstString ConstDate ConstTime ConstLocalTime"
                  + " ConstDateTime ConstLocalDateTime ConstDayTimeDuration"
                  + " ConstYearMonthDuration ZonedTime ConstList ConstContext ConstInputValue"
                  + " ConstRange OpenConstRangeBoundary ClosedConstRangeBoundary"
                  + " OpenRangeBoundary ClosedRangeBoundary InputInRange"
                  + " Ref PathExpression Filter If In AtLeastOne InstanceOf Not Conjunction"
                  + " Disjunction Equal LessThan LessOrEqual GreaterThan GreaterOrEqual InputEqualTo"
                  + " InputLessThan InputLessOrEqual InputGreaterThan InputGreaterOrEqual"
                  + " UnaryTestExpression Addition Subtraction Multiplication Division"
                  + " ArithmeticNegation FunctionInvocation PositionalFunctionParameters")
              .split(" "));

  /** They answer with one number, date, text or truth, in one look at what they are given. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "date",
          "time",
          "date and time",
          "duration",
          "years and months duration",
          "today",
          "now",
          "not",
          "count",
          "sum",
          "list contains",
          "contains",
          "starts with",
          "ends with",
          "is defined",
          "day of week");

  private ExpressionBounds() {}

  /** What an expression must not be before it is parsed, in Chinese. */
  static Optional<String> ofText(String expression) {
    if (expression.length() > LONGEST) {
      return Optional.of("太长（%,d 字），最多 %,d 字，请写得简单些。".formatted(expression.length(), LONGEST));
    }
    String bare = TEXT.matcher(expression).replaceAll("\"\"");
    int deepest = 0;
    int open = 0;
    for (char sign : bare.toCharArray()) {
      if ("([{".indexOf(sign) >= 0) {
        deepest = Math.max(deepest, ++open);
      } else if (")]}".indexOf(sign) >= 0) {
        open--;
      }
    }
    if (deepest > DEEPEST || IF.matcher(bare).results().count() > MOST_IFS) {
      return Optional.of("的括号太多层，或者 if 太多，请写得简单些。");
    }
    return open == 0 ? Optional.empty() : Optional.of("里的括号不成对，请检查。");
  }

  /** What a parsed expression must not do, in Chinese. */
  static Optional<String> ofTree(Exp expression) {
    return refused(expression, false)
        .map(what -> "里不能用" + what + "：引擎要为它停下所有案件。只能比较、加减，从变量里取值，或者判断日期。");
  }

  /** What a value that is kept must not be made of, in Chinese. */
  static Optional<String> ofKept(Exp expression) {
    return variablesIn(expression) > 1
        ? Optional.of("把几个变量拼在一起，会越拼越大。一个变量只取一个变量的值；几个数相加请写 sum(…)。")
        : Optional.empty();
  }

  private static Optional<String> refused(Object part, boolean inFilter) {
    if (part instanceof Exp || part.getClass().getName().startsWith("org.camunda.feel.")) {
      String kind = part.getClass().getSimpleName().replace("$", "");
      if (!KINDS.contains(kind)) {
        return Optional.of("这种写法（" + kind + "）");
      }
    }
    if (part instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
      return Optional.of("函数“" + call.function() + "”");
    }
    if (part instanceof Filter filter) {
      // A filter in the condition of a filter looks at every pair.
      return inFilter
          ? Optional.of("条件里的条件")
          : refused(filter.list(), false).or(() -> refused(filter.filter(), true));
    }
    return switch (part) {
      case Iterable<?> parts -> refusedIn(CollectionConverters.asJava(parts), inFilter);
      case Product product ->
          refusedIn(CollectionConverters.asJava(product.productIterator().toSeq()), inFilter);
      default -> Optional.empty();
    };
  }

  private static Optional<String> refusedIn(java.lang.Iterable<?> parts, boolean inFilter) {
    for (Object part : parts) {
      Optional<String> found = refused(part, inFilter);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Of how many variables the value can consist: functions and comparisons answer with little. */
  private static int variablesIn(Object part) {
    return switch (part) {
      case Ref variable -> 1;
      case PathExpression path -> variablesIn(path.path());
      case Filter filter -> variablesIn(filter.list());
      case If choice ->
          Math.max(variablesIn(choice.statement()), variablesIn(choice.elseStatement()));
      case Addition sum -> variablesIn(sum.x()) + variablesIn(sum.y());
      case ConstList list -> variablesInAll(CollectionConverters.asJava(list.items()));
      case ConstContext context ->
          variablesInAll(
              CollectionConverters.asJava(context.entries()).stream()
                  .map(entry -> entry._2())
                  .toList());
      default -> 0;
    };
  }

  private static int variablesInAll(java.util.Collection<?> parts) {
    return parts.stream().mapToInt(ExpressionBounds::variablesIn).sum();
  }
}
