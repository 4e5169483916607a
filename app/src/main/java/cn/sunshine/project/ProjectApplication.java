package cn.sunshine.project;

import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A project as it is put forward.
 *
 * @param budget in yuan; the funds add up to it
 * @param funds amounts by source
 */
record ProjectApplication(
    String name,
    String kind,
    BigDecimal budget,
    Map<String, BigDecimal> funds,
    String purpose,
    String implementingUnit) {

  /**
   * Reads data that the application form has accepted.
   *
   * @throws Refusal.Invalid when the funds do not add up to the budget
   */
  static ProjectApplication of(Map<String, Object> data) {
    Answers answers = new Answers(data);
    Map<String, BigDecimal> funds = new LinkedHashMap<>();
    for (Answers row : answers.rows("funds")) {
      funds.merge(row.text("source"), row.money("amount"), BigDecimal::add);
    }
    BigDecimal budget = answers.money("budget");
    BigDecimal sum = Money.sum(funds.values());
    if (sum.compareTo(budget) != 0) {
      String fault = "资金来源合计 " + Money.words(sum) + "，与总预算 " + Money.words(budget) + " 不一致，请核对";
      throw new Refusal.Invalid(fault + "。", List.of(new Refusal.FieldFault("funds", fault)));
    }
    return new ProjectApplication(
        answers.text("name"),
        answers.text("kind"),
        budget,
        funds,
        answers.text("purpose"),
        answers.text("implementingUnit"));
  }

  BigDecimal from(String source) {
    return funds.getOrDefault(source, Money.ZERO);
  }
}
