package cn.sunshine.review;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseEnded;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineCommands;
import cn.sunshine.household.HouseholdExited;
import cn.sunshine.household.Proceedings;
import cn.sunshine.processes.YearlyReviewRound;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the rounds of reviews: when each begins, which households it still has to start, and
 * whether it is over. Everything is in the transaction of the step that does it, so that a round
 * goes on after a crash where it stood, and starts no household twice.
 */
@Component
class RoundPlans {

  private static final String CASE_WITHDRAWN = "case-withdrawn";

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Proceedings proceedings;
  private final EngineCommands engine;

  RoundPlans(JdbcClient jdbc, Cases cases, Proceedings proceedings, EngineCommands engine) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.proceedings = proceedings;
    this.engine = engine;
  }

  /** A household whose review is to be started. */
  record Due(String number, String village) {}

  @Transactional(propagation = Propagation.MANDATORY)
  void plan(CaseFile round, int year, boolean automatic, Instant startsAt) {
    jdbc.sql(
            """
            insert into review_round (case_id, pack, region, year, automatic, starts_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            round.getId(),
            round.pack(),
            round.region(),
            year,
            automatic,
            startsAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether a pack's yearly round of a year has been planned. */
  @Transactional(readOnly = true)
  boolean isPlanned(String pack, int year) {
    return jdbc.sql("select count(*) from review_round where automatic and pack = ? and year = ?")
            .params(pack, year)
            .query(Long.class)
            .single()
        > 0;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  Instant startOf(String round) {
    return jdbc.sql("select starts_at from review_round where case_id = ?")
        .param(round)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** Starts the reviews of the next households; answers whether there are more. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean startNext(CaseFile round, int most) {
    lock(round.getId());
    List<Due> due = due(round, most + 1);
    due.stream().limit(most).forEach(household -> start(round, household));
    if (due.size() > most) {
      return true;
    }
    jdbc.sql("update review_round set all_started = true where case_id = ?")
        .param(round.getId())
        .update();
    finishIfDone(round.getId());
    return false;
  }

  private void start(CaseFile round, Due household) {
    cases.start(
        YearlyReview.PROCESS,
        household.village(),
        Map.of("householdNumber", household.number(), "round", round.getId()),
        Actor.SYSTEM);
  }

  /** On the roll, not reviewed in this round, and not under review otherwise. */
  private List<Due> due(CaseFile round, int most) {
    return jdbc.sql(
            """
            select h.number, h.region as village from household h
            where h.status = 'ACTIVE' and h.region like ? and not exists (
              select 1 from household_proceeding p
              where p.household = h.number and p.process = 'household-yearly-review'
                and (p.round = ? or p.ended_at is null))
            order by h.number limit ?
            """)
        .params(round.region() + "%", round.getId(), most)
        .query(Due.class)
        .list();
  }

  /** After the proceedings have noted the end. */
  @Order(2)
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void onEnd(CaseEnded ended) {
    jdbc.sql("update review_round set state = ? where case_id = ?")
        .params(
            ended.status() == CaseFile.Status.WITHDRAWN ? "WITHDRAWN" : "COMPLETED", ended.caseId())
        .update();
    roundOf(ended.caseId())
        .ifPresent(
            round -> {
              lock(round);
              finishIfDone(round);
            });
  }

  private Optional<String> roundOf(String review) {
    return jdbc.sql(
            "select round from household_proceeding where case_id = ? and round is not null")
        .param(review)
        .query(String.class)
        .optional();
  }

  private void finishIfDone(String round) {
    boolean done =
        jdbc.sql(
                """
                select all_started and state = 'RUNNING' and not exists (
                  select 1 from household_proceeding p
                  where p.round = r.case_id and p.ended_at is null)
                from review_round r where case_id = ?
                """)
            .param(round)
            .query(Boolean.class)
            .single();
    if (done) {
      engine.publish(
          round, YearlyReviewRound.FINISHED_MESSAGE, round, round + ":finished", Map.of());
    }
  }

  /** Two reviews that end at the same moment take their turns: the second one sees the first. */
  private void lock(String round) {
    jdbc.sql("select case_id from review_round where case_id = ? for update")
        .param(round)
        .query(String.class)
        .single();
  }

  /** A household that has left otherwise needs no review any more. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void onExit(HouseholdExited exited) {
    proceedings
        .running(exited.number(), YearlyReview.PROCESS)
        .ifPresent(
            review -> {
              cases.note(
                  review,
                  "system",
                  "review-needless",
                  "该户已退出（案件 " + exited.caseId() + "），复核自动结束。",
                  Map.of("exitCase", exited.caseId()));
              engine.publish(
                  review, CASE_WITHDRAWN, review, review + ":household-exited", Map.of());
            });
  }
}
