package cn.sunshine.exit;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.household.HouseholdAction;
import cn.sunshine.household.HouseholdStatus;
import cn.sunshine.household.HouseholdView;
import cn.sunshine.household.Proceedings;
import cn.sunshine.policy.Packs;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Optional;

/** The village committee reports a household of its own out (NT-10). */
@org.springframework.stereotype.Component
class ReportExitAction implements HouseholdAction {

  private final Proceedings proceedings;
  private final Packs packs;

  ReportExitAction(Proceedings proceedings, Packs packs) {
    this.proceedings = proceedings;
    this.packs = packs;
  }

  @Override
  public Optional<Component> show(HouseholdView household, Actor actor) {
    boolean possible =
        actor.holdsAt(Role.VILLAGE_COMMITTEE, household.region())
            && household.status() == HouseholdStatus.ACTIVE
            && packs
                .forRegion(household.region())
                .filter(pack -> pack.processes().contains(HouseholdExit.PROCESS))
                .isPresent()
            && proceedings.running(household.householdNumber(), HouseholdExit.PROCESS).isEmpty();
    if (!possible) {
      return Optional.empty();
    }
    Button button =
        new Button(
            "提出退出",
            event ->
                event
                    .getSource()
                    .getUI()
                    .ifPresent(
                        ui -> ui.navigate(ReportExitPage.PATH + household.householdNumber())));
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return Optional.of(button);
  }
}
