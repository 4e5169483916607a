package cn.sunshine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Parser;

/** Whether a text is FEEL at all. */
final class FeelSyntax {
  private FeelSyntax() {}

  /** What is wrong with the tests of a cell, as the parser says it; empty when nothing is. */
  static Optional<String> ofTests(String text) {
    return errors(text, Map.of(), Kind.TESTS);
  }

  /**
   * What is wrong with an expression.
   *
   * @param names that it may use
   */
  static Optional<String> ofExpression(String text, Map<String, Type> names) {
    return errors(text, names, Kind.EXPRESSION);
  }

  private enum Kind {
    TESTS,
    EXPRESSION
  }

  private static Optional<String> errors(String text, Map<String, Type> names, Kind kind) {
    List<String> errors = new ArrayList<>();
    FEELEventListenersManager listeners = new FEELEventListenersManager();
    listeners.addListener(
        event -> {
          if (event.getSeverity() == FEELEvent.Severity.ERROR) {
            errors.add(event.getMessage());
          }
        });
    FEEL_1_1Parser parser =
        FEELParser.parse(listeners, text, names, Map.of(), List.of(), List.of(), null);
    if (kind == Kind.TESTS) {
      parser.unaryTestsRoot();
    } else {
      parser.compilation_unit();
    }
    return errors.stream().findFirst();
  }
}
