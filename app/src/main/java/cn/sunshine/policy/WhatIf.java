package cn.sunshine.policy;

import cn.sunshine.rules.Decision;
import cn.sunshine.rules.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What would have to be different for another result. Nothing is guessed: each answer was given by
 * the rules to facts that differ in one thing only.
 */
final class WhatIf {

  private static final String INCOME = "yearlyIncome";
  private static final BigDecimal HIGHEST = new BigDecimal("10000000");
  private static final int STEPS = 40;
  private static final String TEXT = "text";
  private static final String WITHOUT_WORDS = "-";

  /** Parameters with this beginning list the words that sort requests (NT-24). */
  private static final String WORDS = "complaint.words.";

  private final Map<String, Object> facts;
  private final DecisionRecord decision;
  private final Function<Map<String, Object>, Decision> rules;
  private final List<String> answers = new ArrayList<>();

  private WhatIf(
      Map<String, Object> facts,
      DecisionRecord decision,
      Function<Map<String, Object>, Decision> rules) {
    this.facts = facts;
    this.decision = decision;
    this.rules = rules;
  }

  /**
   * @param rules answers facts by the rules and parameters of the decision
   */
  static List<String> of(
      Map<String, Object> facts,
      DecisionRecord decision,
      Function<Map<String, Object>, Decision> rules) {
    WhatIf whatIf = new WhatIf(facts, decision, rules);
    whatIf.income();
    whatIf.doubts();
    whatIf.assets();
    whatIf.changes();
    whatIf.words();
    return whatIf.answers;
  }

  private Optional<String> other(Map<String, Object> changed) {
    try {
      return Optional.of(rules.apply(changed).outcome())
          .filter(answer -> !answer.equals(decision.outcome()));
    } catch (RuntimeException notAllowed) {
      return Optional.empty();
    }
  }

  private Map<String, Object> with(String fact, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(facts);
    changed.put(fact, value);
    return changed;
  }

  private void say(String condition, String result) {
    answers.add("%s，结论是“%s”。".formatted(condition, OutcomeWords.of(result)));
  }

  /** The income at which the result changes, to the fen, above and below. */
  private void income() {
    if (!(facts.get(INCOME) instanceof Number number)) {
      return;
    }
    BigDecimal now = new BigDecimal(number.toString()).setScale(2, RoundingMode.HALF_UP);
    turn(now, BigDecimal.ZERO)
        .ifPresent(
            at -> say("家庭年收入不高于 %s 元时".formatted(yuan(at)), other(with(INCOME, at)).orElseThrow()));
    turn(now, HIGHEST)
        .ifPresent(
            at -> say("家庭年收入不低于 %s 元时".formatted(yuan(at)), other(with(INCOME, at)).orElseThrow()));
  }

  /** The income nearest to the real one, on the way to an end, that gives another result. */
  private Optional<BigDecimal> turn(BigDecimal now, BigDecimal end) {
    if (other(with(INCOME, end)).isEmpty()) {
      return Optional.empty();
    }
    BigDecimal same = now;
    BigDecimal different = end;
    for (int step = 0; step < STEPS; step++) {
      BigDecimal middle =
          same.add(different).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
      if (middle.compareTo(same) == 0 || middle.compareTo(different) == 0) {
        break;
      }
      if (other(with(INCOME, middle)).isPresent()) {
        different = middle;
      } else {
        same = middle;
      }
    }
    return Optional.of(different);
  }

  private void doubts() {
    if (facts.get("doubts") instanceof List<?> doubts && !doubts.isEmpty()) {
      List<Map<String, Object>> dismissed = new ArrayList<>();
      for (Object doubt : doubts) {
        Map<String, Object> one = new HashMap<>();
        ((Map<?, ?>) doubt).forEach((key, value) -> one.put(key.toString(), value));
        one.put("upheld", false);
        dismissed.add(one);
      }
      other(with("doubts", dismissed)).ifPresent(result -> say("存疑事项全部核实排除时", result));
    }
  }

  private void assets() {
    if (facts.get("assets") instanceof List<?> assets && !assets.isEmpty()) {
      other(with("assets", List.of())).ifPresent(result -> say("信息比对没有任何记录时", result));
    }
  }

  private void changes() {
    if (facts.get("changes") instanceof Number number && number.intValue() > 0) {
      other(with("changes", 0)).ifPresent(result -> say("资料与名册没有差别时", result));
    }
  }

  /** What a request would have to say: none of the words that are looked for, or another one. */
  private void words() {
    if (!(facts.get(TEXT) instanceof String text)) {
      return;
    }
    Map<String, Object> silent = with(TEXT, WITHOUT_WORDS);
    silent.put("subject", WITHOUT_WORDS);
    other(silent).ifPresent(result -> say("主题和内容里没有分类用词时", result));
    for (Map<String, Object> parameter : decision.parameters()) {
      if (parameter.get("name").toString().startsWith(WORDS)) {
        String word = Unit.words(parameter.get("value").toString()).getFirst();
        other(with(TEXT, text + "\n" + word))
            .ifPresent(result -> say("内容里还写到“" + word + "”时", result));
      }
    }
  }

  private static String yuan(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }
}
