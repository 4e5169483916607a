package cn.sunshine.demo;

import cn.sunshine.clock.StoryClock;
import cn.sunshine.household.HouseholdAdjustment;
import cn.sunshine.household.Households;
import cn.sunshine.household.NewHousehold;
import cn.sunshine.household.RegisterEntries;
import cn.sunshine.policy.Packs;
import cn.sunshine.region.Region;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

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

  /** Of the households in Nantong, one in so many has come to a little more than the line since. */
  private static final int RISEN_ONE_IN = 14;

  private static final String NANTONG = "3206";
  private static final int LINE = 7_000;
  private static final int STEP = 10;
  private static final int STEPS = 45;

  /** The latest review, before the first story begins. */
  private static final Duration REVIEWED = Duration.ofDays(52);

  /** The latest registration, before the first story begins. */
  private static final int LAST_DAY = 50;

  private final DemoPlaces places;
  private final Households households;
  private final RegisterEntries changes;
  private final Packs packs;
  private final StoryClock clock;
  private final TransactionTemplate transaction;

  DemoRegister(
      DemoPlaces places,
      Households households,
      RegisterEntries changes,
      Packs packs,
      StoryClock clock,
      TransactionTemplate transaction) {
    this.places = places;
    this.households = households;
    this.changes = changes;
    this.packs = packs;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** A household to be registered, and how long ago. */
  record Entry(int number, Region village, Duration ago) {

    DemoHousehold household() {
      return DemoPeople.household(number, village);
    }

    /**
     * What the household's yearly income has risen to, in yuan: a little over the line, where a
     * higher line would make a difference; empty for most.
     */
    Optional<BigDecimal> risenIncome() {
      boolean risen = village.code().startsWith(NANTONG) && number % RISEN_ONE_IN == 6;
      int perPerson = LINE + STEP * (1 + number * 7 % STEPS);
      return risen
          ? Optional.of(household().withIncomePerPerson(perPerson).yearlyIncome())
          : Optional.empty();
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
    if (entry.ago().compareTo(REVIEWED) > 0) {
      entry.risenIncome().ifPresent(income -> review(entry, income, origin));
    }
  }

  /** The review found more income and left the household in the register for the time being. */
  private void review(Entry entry, BigDecimal income, Instant origin) {
    HouseholdAdjustment found =
        new HouseholdAdjustment(
            numberOf(entry.number()),
            caseOf(entry.number()) + "-REVIEW",
            income,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    clock.at(
        origin.minus(REVIEWED),
        () ->
            transaction.execute(
                status -> {
                  changes.adjust(found);
                  return found;
                }));
  }
}
