package cn.sunshine.rules;

import cn.sunshine.rules.Household.Doubt;
import cn.sunshine.rules.facts.Conclusions;
import cn.sunshine.rules.facts.Conclusions.Missing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the conclusions of {@code household-eligibility} into Chinese sentences that officials and
 * applicants read.
 */
final class EligibilityFindings {
  private static final String OVER_LINE = "income-over-line";
  private static final Map<String, String> FIELDS =
      Map.of("members", "家庭人口", "yearlyIncome", "家庭年收入", "assets", "信息比对结果");

  private final List<Finding> findings = new ArrayList<>();
  private final String version;
  private final Household household;
  private final ValidParameters parameters;

  EligibilityFindings(String version, Household household, ValidParameters parameters) {
    this.version = version;
    this.household = household;
    this.parameters = parameters;
  }

  List<Finding> all() {
    return findings;
  }

  void missing(Conclusions conclusions) {
    conclusions.missing().stream()
        .sorted(Comparator.comparing(Missing::subject).thenComparing(Missing::what))
        .forEach(this::missing);
  }

  private void missing(Missing missing) {
    String field = FIELDS.get(missing.what());
    Optional<String> ofTable = AssetThresholds.missing(missing.what());
    if (ofTable.isPresent()) {
      add(missing.rule(), missing.policy(), "无法认定：" + ofTable.get(), "没有数量", missing.what());
    } else if (field == null) {
      add(
          missing.rule(),
          missing.policy(),
          "无法认定：%s 没有有效的参数 %s".formatted(parameters.day(), missing.what()),
          "无有效参数",
          missing.what());
    } else {
      add(missing.rule(), missing.policy(), "无法认定：缺少" + field, "未提供", "必填");
    }
  }

  /** The income against the line; says nothing while one of them is unknown. */
  void income(DecisionModel.Row row) {
    Optional<BigDecimal> line = HouseholdEligibility.incomeLine(parameters);
    if (line.isEmpty() || household.members().isEmpty() || household.yearlyIncome().isEmpty()) {
      return;
    }
    BigDecimal income = household.yearlyIncome().get();
    BigDecimal members = BigDecimal.valueOf(household.members().get());
    BigDecimal perPerson = income.divide(members, 2, RoundingMode.HALF_UP);
    BigDecimal limit = line.get().setScale(2, RoundingMode.UNNECESSARY);
    add(
        row.id(),
        row.policy(),
        incomeSentence(row, income, members, perPerson, limit),
        perPerson,
        limit);
  }

  // Of 21,000.01 yuan for three, 7,000.00 per person would not show why it is over 7,000.00; then
  // the sums are told.
  // Exactly the line is still within it where the text says 以下, and not where it says 低于
  // (WJ-2.1, SC-6): the place's table knows which.
  private static String incomeSentence(
      DecisionModel.Row row,
      BigDecimal income,
      BigDecimal members,
      BigDecimal perPerson,
      BigDecimal limit) {
    BigDecimal allowed = limit.multiply(members);
    if (income.compareTo(allowed) == 0 && row.id().equals(OVER_LINE)) {
      return "人均年收入 %s 元，没有低于 %s 元".formatted(yuan(perPerson), yuan(limit));
    }
    if (income.compareTo(allowed) <= 0) {
      return "人均年收入 %s 元，不高于 %s 元".formatted(yuan(perPerson), yuan(limit));
    }
    return perPerson.compareTo(limit) > 0
        ? "人均年收入 %s 元，高于 %s 元".formatted(yuan(perPerson), yuan(limit))
        : "家庭年收入 %s 元，高于 %s 人合计 %s 元（人均标准 %s 元）"
            .formatted(yuan(income), members.toPlainString(), yuan(allowed), yuan(limit));
  }

  void comparison(Conclusions conclusions) {
    conclusions
        .comparisons()
        .forEach(
            comparison -> {
              if (household.assets().isPresent()) {
                add(
                    comparison.rule(),
                    comparison.policy(),
                    "信息比对未发现存疑事项",
                    BigDecimal.ZERO,
                    BigDecimal.ZERO);
              } else {
                add(comparison.rule(), comparison.policy(), "尚未进行信息比对，目前只看收入", "未比对", "审定前比对");
              }
            });
  }

  void newDoubt(NewDoubt doubt) {
    AssetItem item = doubt.subject().item();
    String place = doubt.subject().region().map("（所在地 %s）"::formatted).orElse("");
    findings.add(
        new Finding(
            doubt.rule(),
            version,
            doubt.policy(),
            "信息比对发现第 %d %s%s%s，多于免核的 %d %s，须调查核实（%s）。"
                .formatted(
                    doubt.ordinal(),
                    item.measure(),
                    item.label(),
                    place,
                    doubt.free(),
                    item.measure(),
                    doubt.policy()),
            BigDecimal.valueOf(doubt.ordinal()),
            BigDecimal.valueOf(doubt.free()),
            Optional.of(doubt.subject())));
  }

  void raisedDoubts(Conclusions conclusions) {
    conclusions.doubts().stream()
        .sorted(Comparator.comparingInt(Conclusions.Doubt::position))
        .forEach(
            judged -> {
              Doubt doubt = household.doubts().get(judged.position());
              String found = verdict(doubt);
              add(
                  judged.rule(),
                  judged.policy(),
                  "存疑事项“%s”%s".formatted(doubt.item().label(), found),
                  found,
                  "核实排除");
            });
  }

  /** The decision table has a gap, which a table edited by hand can have. */
  void noAnswer() {
    add("no-answer", "NT-9", "无法认定：决策表对这种情况没有给出结论", "无结论", "有且只有一个结论");
  }

  private static String verdict(Doubt doubt) {
    if (doubt.isOpen()) {
      return "尚待调查核实";
    }
    return doubt.isUpheld() ? "经调查属实" : "经调查已排除";
  }

  /** Two decimals, or as many as the exact amount has. */
  private static String yuan(BigDecimal amount) {
    int decimals = Math.max(2, amount.stripTrailingZeros().scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", amount);
  }

  private void add(String rule, String policy, String sentence, Object actual, Object limit) {
    String article = policy.isEmpty() ? "" : "（" + policy + "）";
    findings.add(
        new Finding(
            rule, version, policy, sentence + article + "。", actual, limit, Optional.empty()));
  }
}
