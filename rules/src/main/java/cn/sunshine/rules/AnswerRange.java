package cn.sunshine.rules;

import static cn.sunshine.rules.TableFault.error;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.LiteralExpression;

/**
 * Between which numbers a decision's answers must lie, such as {@code [1..365]} for days: what the
 * system does with them makes no sense outside. An answer has no more decimals than the bounds.
 */
record AnswerRange(String text, CellText accepted) {

  /** The range that a decision declares; empty when it lists its answers or allows any. */
  static Optional<AnswerRange> of(Decision decision) {
    if (!(decision.getExpression() instanceof DecisionTable table) || table.getOutput().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(table.getOutput().getFirst().getOutputValues())
          .map(values -> new AnswerRange(values.getText().strip(), CellText.of(values.getText())))
          .filter(range -> range.accepted().ordered());
    } catch (RuntimeException unreadable) {
      // Its own check tells.
      return Optional.empty();
    }
  }

  /**
   * The answers of a table that do not lie in this range; texts and nonsense are told elsewhere.
   */
  List<TableFault> check(DecisionTable table) {
    return table.getRule().stream()
        .flatMap(rule -> rule.getOutputEntry().stream())
        .flatMap(entry -> check(entry).stream())
        .toList();
  }

  private Optional<TableFault> check(LiteralExpression entry) {
    String answer = Optional.ofNullable(entry.getText()).map(String::strip).orElse("");
    if (!answer.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(answer);
    if (!accepted.accepts(number)) {
      return Optional.of(error(entry.getId(), "“%s”不在允许的范围里：应在 %s 之内。".formatted(answer, text)));
    }
    return number.stripTrailingZeros().scale() > decimals()
        ? Optional.of(
            error(
                entry.getId(),
                decimals() == 0
                    ? "“%s”应为整数。".formatted(answer)
                    : "“%s”的小数太多，最多 %d 位。".formatted(answer, decimals())))
        : Optional.empty();
  }

  private int decimals() {
    return accepted.constants().stream()
        .filter(BigDecimal.class::isInstance)
        .mapToInt(bound -> Math.max(0, ((BigDecimal) bound).scale()))
        .max()
        .orElse(0);
  }
}
