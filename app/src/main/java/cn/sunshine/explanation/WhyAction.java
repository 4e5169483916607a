package cn.sunshine.explanation;

import cn.sunshine.account.Actor;
import cn.sunshine.household.HouseholdAction;
import cn.sunshine.household.HouseholdView;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.Decisions;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.Optional;

/**
 * From a household to the last decision of the rules about its admission; where they made none, to
 * what they say today.
 */
@org.springframework.stereotype.Component
class WhyAction implements HouseholdAction {

  private final Decisions decisions;

  WhyAction(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Optional<Component> show(HouseholdView household, Actor actor) {
    Optional<DecisionRecord> made = decisions.latest(household.caseId());
    return Optional.of(
        made.map(decision -> link("认定依据", "decisions/" + decision.id()))
            .orElseGet(() -> link("按今天的规定看", "judgements/" + household.householdNumber())));
  }

  private static Component link(String label, String address) {
    return new Button(
        label, event -> event.getSource().getUI().ifPresent(ui -> ui.navigate(address)));
  }
}
