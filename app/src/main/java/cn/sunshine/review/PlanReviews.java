package cn.sunshine.review;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the round's BPMN timer when its reviews begin. */
@Component
class PlanReviews implements JobHandler {

  private final RoundPlans plans;
  private final Clock clock;

  PlanReviews(RoundPlans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  @Override
  public String jobType() {
    return "plan-reviews";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    return Map.of(
        "reviewsFrom",
        plans.startOf(job.caseId()).atZone(clock.getZone()).toOffsetDateTime().toString());
  }
}
