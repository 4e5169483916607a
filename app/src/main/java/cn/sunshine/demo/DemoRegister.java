package cn.sunshine.demo;

import cn.sunshine.clock.StoryClock;
import cn.sunshine.household.Households;
import cn.sunshine.household.NewHousehold;
import cn.sunshine.policy.Packs;
import cn.sunshine.region.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The households that were registered in the two years before the start. Their paper files are not
 * in the system: there is no case behind them.
 */
@DemoComponent
class DemoRegister {

  private static final int VILLAGES_OF_A_TOWNSHIP = 3;
  private static final int HOUSEHOLDS_OF_A_VILLAGE = 5;
  private static final int IN_TONGZHOU = 6;
  private static final int DAYS = 720;

  /** The latest registration, before the first story begins. */
  private static final int LAST_DAY = 50;

  private final DemoPlaces places;
  private final Households households;
  private final Packs packs;
  private final StoryClock clock;

  DemoRegister(DemoPlaces places, Households households, Packs packs, StoryClock clock) {
    this.places = places;
    this.households = households;
    this.packs = packs;
    this.clock = clock;
  }

  /** A household to be registered, and how long ago. */
  record Entry(int number, Region village, Duration ago) {

    DemoHousehold household() {
      return DemoPeople.household(number, village);
    }
  }

  /** The entries in a village, in the order of their numbers. */
  List<Entry> entriesIn(Region village) {
    return entries().stream()
        .filter(entry -> entry.village().equals(village))
        .sorted(Comparator.comparing(Entry::number))
        .toList();
  }

  /** The number in the register of an entry that has been registered. */
  String numberOf(int entry) {
    return households.numberOfCase(caseOf(entry)).orElseThrow();
  }

  private static String caseOf(int entry) {
    return "DEMO-%04d".formatted(entry);
  }

  /** All entries, the oldest first, as the household numbers were given. */
  List<Entry> entries() {
    Random random = new Random(20190101);
    List<Entry> entries = new ArrayList<>();
    for (String township : places.townships()) {
      for (Region village : places.villages(township, VILLAGES_OF_A_TOWNSHIP)) {
        for (int i = 0; i < HOUSEHOLDS_OF_A_VILLAGE; i++) {
          entries.add(new Entry(entries.size(), village, ago(random)));
        }
      }
    }
    for (int i = 0; i < IN_TONGZHOU; i++) {
      entries.add(new Entry(entries.size(), places.inTongzhou(i % 2), ago(random)));
    }
    for (Region village : places.outsideNantong()) {
      for (int i = 0; i < HOUSEHOLDS_OF_A_VILLAGE; i++) {
        entries.add(new Entry(entries.size(), village, ago(random)));
      }
    }
    entries.sort(Comparator.comparing(Entry::ago).reversed());
    return List.copyOf(entries);
  }

  private static Duration ago(Random random) {
    return Duration.ofDays(LAST_DAY + random.nextInt(DAYS - LAST_DAY));
  }

  /** Registers an entry; one that is there already stays as it is. */
  void register(Entry entry, Instant origin) {
    DemoHousehold household = entry.household();
    NewHousehold registered =
        new NewHousehold(
            packs.require(entry.village().code()).code(),
            caseOf(entry.number()),
            entry.village().code(),
            new NewHousehold.Head(
                household.head().name(), household.head().idNumber(), household.phone()),
            household.members().stream()
                .map(
                    member ->
                        new NewHousehold.Member(
                            member.name(), member.idNumber(), member.relation()))
                .toList(),
            household.yearlyIncome(),
            Set.copyOf(household.causes()),
            household.address(),
            DemoHousehold.NOTE);
    clock.at(origin.minus(entry.ago()), () -> households.register(registered));
  }
}
