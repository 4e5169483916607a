package cn.sunshine.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One project in the register.
 *
 * @param caseId the case that carries it
 * @param budget in yuan, as applied for
 * @param gate the name of the gate it stands at
 * @param approvedAmount in yuan, as approved
 * @param contractAmount in yuan, without changes
 * @param finalAmount in yuan, of the final account
 */
public record Project(
    String caseId,
    ProjectType type,
    String region,
    String name,
    String kind,
    BigDecimal budget,
    String purpose,
    String implementingUnit,
    Stage stage,
    String gate,
    Optional<BigDecimal> approvedAmount,
    Optional<String> contractor,
    Optional<BigDecimal> contractAmount,
    Optional<BigDecimal> finalAmount,
    Instant registeredAt,
    Instant changedAt) {

  /** How far a project is. */
  public enum Stage {
    APPLIED("申报评审"),
    RESERVE("储备库"),
    APPROVED("已立项"),
    BIDDING("招标中"),
    BUILDING("实施中"),
    ACCEPTANCE("验收中"),
    PAYMENT("拨付中"),
    COMPLETED("已完成"),
    REFUSED("未通过"),
    WITHDRAWN("已撤回");

    private final String chinese;

    Stage(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** The most that may be spent, in yuan: what was approved, before that the budget. */
  public BigDecimal limit() {
    return approvedAmount.orElse(budget);
  }
}
