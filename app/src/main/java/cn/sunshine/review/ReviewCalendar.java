package cn.sunshine.review;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.Cases;
import cn.sunshine.policy.Packs;
import cn.sunshine.processes.YearlyReviewRound;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.PolicyPack;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the next yearly round of each pack on the pack's date. From then on it waits in the engine,
 * whose timer starts it: a round needs nobody to think of it.
 */
@Component
class ReviewCalendar {

  private static final String START = "review.start";

  private final Packs packs;
  private final Cases cases;
  private final RoundPlans plans;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final boolean atReady;

  ReviewCalendar(
      Packs packs,
      Cases cases,
      RoundPlans plans,
      Clock clock,
      TransactionTemplate transaction,
      @Value("${sunshine.review.plan-at-start:true}") boolean atReady) {
    this.packs = packs;
    this.cases = cases;
    this.plans = plans;
    this.clock = clock;
    this.transaction = transaction;
    this.atReady = atReady;
  }

  /** After the demo data have seen whether the system is empty. */
  @EventListener(ApplicationReadyEvent.class)
  void onReady() {
    if (atReady) {
      packs.all().forEach(pack -> planNext(pack.name()));
    }
  }

  /** Plans the pack's next round, unless it has been planned. */
  void planNext(String packName) {
    packs
        .find(packName)
        .filter(pack -> pack.processes().contains(YearlyReviewRound.PROCESS_ID))
        .ifPresent(
            pack ->
                nextStart(pack)
                    .filter(start -> !plans.isPlanned(pack.name(), start.getYear()))
                    .ifPresent(start -> plan(pack, start)));
  }

  private void plan(PolicyPack pack, LocalDate start) {
    transaction.executeWithoutResult(
        status ->
            cases.start(
                YearlyReviewRound.PROCESS_ID,
                pack.rootRegion(),
                Map.of("start", start.toString()),
                Actor.SYSTEM));
  }

  /** The first such day after today. */
  private Optional<LocalDate> nextStart(PolicyPack pack) {
    LocalDate today = LocalDate.now(clock);
    return pack.valueAt(START, today)
        .map(Parameter::monthDay)
        .map(
            day -> {
              LocalDate thisYear = day.atYear(today.getYear());
              return thisYear.isAfter(today) ? thisYear : day.atYear(today.getYear() + 1);
            });
  }
}
