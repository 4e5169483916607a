package cn.sunshine.trialrun;

import cn.sunshine.rules.Eligibility;
import cn.sunshine.rules.ReviewProposal;
import java.util.Arrays;
import java.util.Optional;

/** The rule sets that can be tried over the register, and the outcome that each is about. */
public enum Wanted {
  ELIGIBILITY("household-eligibility", "低收入户资格认定", Eligibility.ELIGIBLE.name(), "新符合", "不再符合"),
  EXIT("household-yearly-review", "年度复核", ReviewProposal.EXIT.name(), "新达到退出标准", "不再达到退出标准");

  private final String ruleSet;
  private final String title;
  private final String outcome;
  private final String gained;
  private final String lost;

  Wanted(String ruleSet, String title, String outcome, String gained, String lost) {
    this.ruleSet = ruleSet;
    this.title = title;
    this.outcome = outcome;
    this.gained = gained;
    this.lost = lost;
  }

  /** The one for a rule set; empty when the rule set is not about registered households. */
  public static Optional<Wanted> of(String ruleSet) {
    return Arrays.stream(values()).filter(wanted -> wanted.ruleSet.equals(ruleSet)).findFirst();
  }

  /** Name of the rule set, such as {@code household-eligibility}. */
  public String ruleSet() {
    return ruleSet;
  }

  /** The rule set as officials say it. */
  public String title() {
    return title;
  }

  /** The outcome that matters. */
  public String outcome() {
    return outcome;
  }

  /** The scope that makes sense: a review is about those in the register alone. */
  Scope scope(Scope wanted) {
    return this == ELIGIBILITY ? wanted : Scope.REGISTERED;
  }

  /** What a flow means. */
  ChangeKind kind(String before, String after) {
    if (after.equals(outcome) && !before.equals(outcome)) {
      return ChangeKind.GAINED;
    }
    return before.equals(outcome) && !after.equals(outcome) ? ChangeKind.LOST : ChangeKind.OTHER;
  }

  /** As officials say it. */
  String label(ChangeKind kind) {
    return switch (kind) {
      case GAINED -> gained;
      case LOST -> lost;
      case OTHER -> "其他变化";
    };
  }
}
