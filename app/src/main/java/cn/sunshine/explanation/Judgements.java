package cn.sunshine.explanation;

import cn.sunshine.household.HouseholdView;
import cn.sunshine.policy.Explanation;
import cn.sunshine.policy.Explanations;
import cn.sunshine.policy.Packs;
import cn.sunshine.region.RegionLevel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What today's rules say about a registered household by its income in the register (NT-8). Nothing
 * is decided here, and no comparison is looked up (NT-26).
 */
@Component
class Judgements {

  private static final String RULES = "household-eligibility";

  private final Explanations explanations;
  private final Packs packs;
  private final Clock clock;

  Judgements(Explanations explanations, Packs packs, Clock clock) {
    this.explanations = explanations;
    this.packs = packs;
    this.clock = clock;
  }

  Explanation of(HouseholdView household) {
    return explanations.now(
        packs.require(household.region()),
        RULES,
        LocalDate.now(clock),
        Map.of(
            "members",
            household.persons(),
            "yearlyIncome",
            household.yearlyIncome(),
            "county",
            household.region().substring(0, RegionLevel.COUNTY.codeLength()),
            "stage",
            "application"));
  }
}
