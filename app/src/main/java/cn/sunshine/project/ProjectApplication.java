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
 * @param beneficiaries whom a direct-to-household project pays; together they get the budget
 */
record ProjectApplication(
    String name,
    String kind,
    BigDecimal budget,
    Map<String, BigDecimal> funds,
    String purpose,
    String implementingUnit,
    List<Beneficiary> beneficiaries) {

  /**
   * Reads data that the application form has accepted.
   *
   * @throws Refusal.Invalid when the funds, or the amounts of the households, do not add up to the
   *     budget
   */
  static ProjectApplication of(Map<String, Object> data) {
    Answers answers = new Answers(data);
    Map<String, BigDecimal> funds = new LinkedHashMap<>();
    for (Answers row : answers.rows("funds")) {
      funds.merge(row.text("source"), row.money("amount"), BigDecimal::add);
    }
    BigDecimal budget = answers.money("budget");
    requireSum("funds", "资金来源", Money.sum(funds.values()), budget);
    List<Beneficiary> beneficiaries = beneficiaries(data);
    if (!beneficiaries.isEmpty()) {
      BigDecimal shares = Money.sum(beneficiaries.stream().map(Beneficiary::amount).toList());
      requireSum("households", "到户金额", shares, budget);
    }
    return new ProjectApplication(
        answers.text("name"),
        answers.text("kind"),
        budget,
        funds,
        answers.text("purpose"),
        answers.text("implementingUnit"),
        beneficiaries);
  }

  /** Other kinds of project, and older cases, say only how many households gain. */
  private static List<Beneficiary> beneficiaries(Map<String, Object> data) {
    return data.get("households") instanceof List
        ? new Answers(data)
            .rows("households").stream()
                .map(row -> new Beneficiary(row.text("householdNumber"), row.money("amount")))
                .toList()
        : List.of();
  }

  private static void requireSum(String field, String what, BigDecimal sum, BigDecimal budget) {
    if (sum.compareTo(budget) != 0) {
      String fault = what + "合计 " + Money.words(sum) + "，与总预算 " + Money.words(budget) + " 不一致，请核对";
      throw new Refusal.Invalid(fault + "。", List.of(new Refusal.FieldFault(field, fault)));
    }
  }

  BigDecimal from(String source) {
    return funds.getOrDefault(source, Money.ZERO);
  }
}
