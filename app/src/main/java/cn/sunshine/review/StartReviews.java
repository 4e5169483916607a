package cn.sunshine.review;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Starts a batch of a round's reviews. The cases and the answer to the engine are one transaction:
 * after a crash a batch has been started or not, and the next one goes on behind it. The commands
 * go out through the outbox, at the pace that the broker takes them.
 */
@Component
class StartReviews implements JobHandler {

  /** Few enough for a short transaction; with the model's pauses some ten households a second. */
  private static final int BATCH = 20;

  private final Cases cases;
  private final RoundPlans plans;
  private final ReviewCalendar calendar;
  private final ApplicationEventPublisher events;

  StartReviews(
      Cases cases, RoundPlans plans, ReviewCalendar calendar, ApplicationEventPublisher events) {
    this.cases = cases;
    this.plans = plans;
    this.calendar = calendar;
    this.events = events;
  }

  @Override
  public String jobType() {
    return "start-reviews";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile round = cases.require(job.caseId());
    boolean more = plans.startNext(round, BATCH);
    events.publishEvent(new ReviewLive.BatchStarted(round.getId()));
    if (!more) {
      calendar.planNext(round.pack());
    }
    return Map.of("moreReviews", more);
  }
}
