package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.shell.SearchHit;
import cn.sunshine.shell.SearchSource;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds registered households for the search field by name, ID number or household number. */
@Component
@Order(2)
class HouseholdSearch implements SearchSource {

  private static final int LONGEST = 100;

  private final Households households;
  private final CurrentActor currentActor;

  HouseholdSearch(Households households, CurrentActor currentActor) {
    this.households = households;
    this.currentActor = currentActor;
  }

  @Override
  public List<SearchHit> find(String words, int limit) {
    Actor actor = currentActor.require();
    if (!Sight.isGranted(actor) || words.length() > LONGEST || words.indexOf('\0') >= 0) {
      return List.of();
    }
    HouseholdFilter filter =
        new HouseholdFilter(
            Optional.empty(), Optional.of(words), Optional.empty(), Optional.empty());
    return households.search(filter, PageRequest.of(0, limit), actor).stream()
        .map(
            household ->
                new SearchHit(
                    "低收入户",
                    household.head().name() + "户",
                    "%s · %s · %s"
                        .formatted(
                            household.status().chinese(),
                            household.regionName(),
                            household.householdNumber()),
                    RegisterPage.PATH + "/" + household.householdNumber()))
        .toList();
  }
}
