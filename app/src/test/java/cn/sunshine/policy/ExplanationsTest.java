package cn.sunshine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.RunningSystem;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the rules say of a household about which they never decided. */
@RunningSystem
class ExplanationsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  @Autowired Explanations explanations;
  @Autowired Decisions decisions;
  @Autowired Packs packs;

  @Test
  void aHouseholdIsJudgedByTodaysRulesWithoutDecidingAnything() {
    Explanation explanation =
        explanations.now(
            packs.require("320612114003"),
            "household-eligibility",
            DAY,
            Map.of(
                "members", 3, "yearlyIncome", 24_000, "county", "320612", "stage", "application"));

    DecisionRecord says = explanation.decision();
    assertThat(says.outcome()).isEqualTo("INELIGIBLE");
    assertThat(says.asOf()).isEqualTo(DAY);
    assertThat(says.findings())
        .anyMatch(finding -> finding.message().contains("8,000.00 元，高于 7,000.00 元（NT-8）"));
    assertThat(says.parameters()).anyMatch(row -> "income.line.per-person".equals(row.get("name")));
    assertThat(explanation.whatIf()).anyMatch(words -> words.startsWith("家庭年收入不高于 21,000.00 元时"));
    assertThat(decisions.find(says.id())).isEmpty();
    assertThat(decisions.of(says.caseId())).isEmpty();
  }
}
