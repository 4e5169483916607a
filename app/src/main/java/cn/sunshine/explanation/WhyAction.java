package cn.sunshine.explanation;

import cn.sunshine.account.Actor;
import cn.sunshine.household.HouseholdAction;
import cn.sunshine.household.HouseholdView;
import cn.sunshine.policy.Decisions;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.Optional;

/** From a household to the last decision of the rules about its admission. */
@org.springframework.stereotype.Component
class WhyAction implements HouseholdAction {

  private final Decisions decisions;

  WhyAction(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Optional<Component> show(HouseholdView household, Actor actor) {
    return decisions
        .latest(household.caseId())
        .map(
            decision ->
                new Button(
                    "认定依据",
                    event ->
                        event
                            .getSource()
                            .getUI()
                            .ifPresent(ui -> ui.navigate("decisions/" + decision.id()))));
  }
}
