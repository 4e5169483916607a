package cn.sunshine.rules;

import cn.sunshine.rules.facts.Conclusions;
import cn.sunshine.rules.facts.Conclusions.Doubtful;
import cn.sunshine.rules.facts.Conclusions.Missing;
import cn.sunshine.rules.facts.Conclusions.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts what {@code household-yearly-review} found into Chinese sentences for the reviewers. */
final class ReviewFindings {
  private final List<Finding> findings = new ArrayList<>();
  private final String version;
  private final Household household;
  private final ValidParameters parameters;
  private final Optional<ExitLine> exitLine;

  ReviewFindings(String version, Household household, ValidParameters parameters) {
    this.version = version;
    this.household = household;
    this.parameters = parameters;
    this.exitLine = ExitLine.of(parameters);
  }

  List<Finding> all() {
    return findings;
  }

  /** How many things are missing to judge the income. */
  int missingForIncome() {
    return (household.members().isEmpty() ? 1 : 0)
        + (household.yearlyIncome().isEmpty() ? 1 : 0)
        + (exitLine.isEmpty() ? 1 : 0);
  }

  void missing(Conclusions comparison) {
    if (household.members().isEmpty()) {
      add("members-missing", policy(), "无法判断：缺少家庭人口", "未提供", "必填");
    }
    if (household.yearlyIncome().isEmpty()) {
      add("yearly-income-missing", policy(), "无法判断：缺少当前家庭年收入", "未提供", "必填");
    }
    if (exitLine.isEmpty()) {
      add(
          "exit-line-missing",
          policy(),
          "无法判断：%s 没有有效的参数 %s".formatted(parameters.day(), ExitLine.missingIn(parameters)),
          "无有效参数",
          ExitLine.missingIn(parameters));
    }
    comparison.missing().stream()
        .filter(missing -> missing.subject() == Subject.COMPARISON)
        .sorted(Comparator.comparing(Missing::what))
        .forEach(
            missing ->
                add(
                    missing.rule(),
                    comparisonPolicy(),
                    missing.what().equals("assets")
                        ? "无法判断：缺少信息比对结果"
                        : AssetThresholds.missing(missing.what())
                            .map("无法判断："::concat)
                            .orElseGet(
                                () ->
                                    "无法判断：%s 没有有效的参数 %s"
                                        .formatted(parameters.day(), missing.what())),
                    "缺少",
                    missing.what()));
  }

  /** The income against the line; says nothing while one of them is unknown. */
  void income(DecisionModel.Row row) {
    if (missingForIncome() > 0) {
      return;
    }
    BigDecimal income = household.yearlyIncome().orElseThrow();
    BigDecimal members = BigDecimal.valueOf(household.members().orElseThrow());
    ExitLine line = exitLine.orElseThrow();
    BigDecimal limit = line.shown();
    BigDecimal allowed = limit.multiply(members);
    BigDecimal perPerson = income.divide(members, 2, RoundingMode.HALF_UP);
    boolean reached = line.isReachedBy(income, members);
    String conclusion = reached ? "达到退出标准" : "未达到退出标准";
    // Of 21,000.01 yuan for three, 7,000.00 per person would not show why it is over: tell the sums
    boolean hiddenByRounding = perPerson.compareTo(limit) == 0 && income.compareTo(allowed) != 0;
    String sentence =
        hiddenByRounding
            ? "家庭年收入 %s 元，%s %s 人合计 %s 元，%s"
                .formatted(
                    yuan(income),
                    line.words(reached),
                    members.toPlainString(),
                    yuan(allowed),
                    conclusion)
            : "人均年收入 %s 元，%s %s 元，%s"
                .formatted(yuan(perPerson), line.words(reached), yuan(limit), conclusion);
    add(row.id(), policy(), sentence, perPerson, limit);
  }

  void doubtful(Conclusions comparison) {
    comparison.doubtful().stream()
        .sorted(Comparator.comparingInt(Doubtful::position))
        .forEach(
            doubtful -> {
              AssetItem item = household.foundAssets().get(doubtful.position()).item();
              add(
                  doubtful.rule(),
                  comparisonPolicy(),
                  "信息比对发现%s，多于免核的 %d %s，须核实"
                      .formatted(item.label(), doubtful.free(), item.measure()),
                  BigDecimal.valueOf(doubtful.before() + doubtful.number()),
                  BigDecimal.valueOf(doubtful.free()));
            });
    if (household.assets().isPresent()
        && comparison.doubtful().isEmpty()
        && comparison.countMissing(Subject.COMPARISON) == 0) {
      add(
          "comparison-without-doubts",
          comparisonPolicy(),
          "信息比对未发现存疑事项",
          BigDecimal.ZERO,
          BigDecimal.ZERO);
    }
  }

  void changes(int changes) {
    if (changes > 0) {
      add(
          "register-out-of-date",
          policy(),
          "上报情况与名册有 %d 项不同".formatted(changes),
          BigDecimal.valueOf(changes),
          BigDecimal.ZERO);
    }
  }

  /** The decision table has a gap, which a table edited by hand can have. */
  void noAnswer() {
    add("no-answer", policy(), "无法判断：决策表对这种情况没有给出建议", "无建议", "有且只有一个建议");
  }

  /** The article of the place that the line comes from. */
  private String policy() {
    return parameters
        .find(ExitLine.LINE, Unit.YUAN_PER_PERSON_YEAR)
        .map(Parameter::source)
        .orElse("NT-10");
  }

  /** The article of the place that says what is compared. */
  private String comparisonPolicy() {
    return parameters
        .find(HouseholdRuleFacts.COMPARED_ITEMS, Unit.ITEMS)
        .map(Parameter::source)
        .orElse("NT-26");
  }

  /** Two decimals, or as many as the exact amount has. */
  private static String yuan(BigDecimal amount) {
    int decimals = Math.max(2, amount.stripTrailingZeros().scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", amount);
  }

  private void add(String rule, String policy, String sentence, Object actual, Object limit) {
    findings.add(
        new Finding(
            rule,
            version,
            policy,
            "%s（%s）。".formatted(sentence, policy),
            actual,
            limit,
            Optional.empty()));
  }
}
