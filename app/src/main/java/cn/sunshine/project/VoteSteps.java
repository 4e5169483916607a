package cn.sunshine.project;

import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The democratic decision of a village collective (JY-8): enough came, and enough agreed. */
@Component
class VoteSteps implements StepRules {

  private final Parameters parameters;

  VoteSteps(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Set<String> taskTypes() {
    return Set.of("democratic-decision");
  }

  @Override
  public void onDecision(Step step) {
    if (!step.isApproval()) {
      return;
    }
    int entitled = step.answers().number("entitled");
    int attended = step.answers().number("attended");
    int agreed = step.answers().number("agreed");
    BigDecimal attendance = parameters.decimal(step.file(), "project.vote.attendance");
    BigDecimal majority = parameters.decimal(step.file(), "project.vote.majority");
    if (isBelow(attended, entitled, attendance)) {
      throw new Refusal.Conflict(
          "到会 " + attended + " 人，不足应到 " + entitled + " 人的 " + percent(attendance) + "，会议表决无效。");
    }
    if (isBelow(agreed, attended, majority) || attended == 0) {
      throw new Refusal.Conflict(
          "同意 " + agreed + " 人，不足到会 " + attended + " 人的 " + percent(majority) + "，表决没有通过。");
    }
  }

  private static boolean isBelow(int part, int whole, BigDecimal share) {
    return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) < 0;
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
