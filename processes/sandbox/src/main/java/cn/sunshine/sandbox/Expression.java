package cn.sunshine.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import scala.util.Either;

/** A FEEL expression as it stands in a model, with its leading {@code =}. */
final class Expression {

  private static final FeelEngine FEEL = new FeelEngine.Builder().build();
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?![\\w.])");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w)(?!\\s*\\()");
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "true",
          "false",
          "null",
          "if",
          "then",
          "else",
          "for",
          "in",
          "return",
          "some",
          "every",
          "satisfies",
          "between",
          "instance",
          "of",
          "item",
          "function");

  private final String text;
  private Optional<Either<FeelEngine.Failure, ParsedExpression>> parsed = Optional.empty();

  Expression(String source) {
    String stripped = Optional.ofNullable(source).orElse("").strip();
    text = stripped.startsWith("=") ? stripped.substring(1).strip() : stripped;
  }

  String text() {
    return text;
  }

  /** The variables that it reads. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    Matcher found = NAME.matcher(TEXT.matcher(text).replaceAll(" "));
    while (found.find()) {
      names.add(found.group());
    }
    names.removeAll(WORDS);
    return names;
  }

  /** The texts and numbers that stand in it, and the numbers beside these. */
  Set<Object> literals() {
    Set<Object> literals = new LinkedHashSet<>();
    TEXT.matcher(text).results().map(found -> found.group(1)).forEach(literals::add);
    NUMBER
        .matcher(TEXT.matcher(text).replaceAll(" "))
        .results()
        .map(found -> new BigDecimal(found.group()))
        .forEach(
            number ->
                literals.addAll(
                    List.of(number, number.add(BigDecimal.ONE), number.subtract(BigDecimal.ONE))));
    return literals;
  }

  /** The value, when it is nothing but a text, a number or a truth. */
  Optional<Object> constant() {
    if (TEXT.matcher(text).matches()) {
      return Optional.of(text.substring(1, text.length() - 1));
    }
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text));
    }
    return text.equals("true") || text.equals("false")
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }

  boolean isNull() {
    return text.equals("null");
  }

  /** The only name that it consists of. */
  Optional<String> variable() {
    return names().size() == 1 && names().contains(text) ? Optional.of(text) : Optional.empty();
  }

  /** Whether it says yes, and neither no nor nothing. */
  boolean holds(Map<String, Object> values) {
    Either<FeelEngine.Failure, ParsedExpression> known =
        parsed.orElseGet(() -> FEEL.parseExpression(text));
    parsed = Optional.of(known);
    return known.isRight() && FEEL.eval(known.toOption().get(), values).contains(Boolean.TRUE);
  }
}
