package cn.sunshine.demo;

import cn.sunshine.clock.StoryClock;
import cn.sunshine.engine.CaseTerms;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.engine.UserTaskHandler;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * What the engine hands out for a case of a story is worked at the time of the story. All other
 * work is left alone, and so is the hand-over itself, which knows nothing of stories.
 */
@DemoComponent
class StoryJobs implements BeanPostProcessor {

  private static final String COUNT_BIDS = "count-bids";

  private final ObjectProvider<StoryTimes> times;
  private final ObjectProvider<StoryClock> clock;
  private final ObjectProvider<StoryTerms> terms;
  private final ObjectProvider<StoryBids> bids;

  /** Late, for a post-processor is made before everything else. */
  StoryJobs(
      ObjectProvider<StoryTimes> times,
      ObjectProvider<StoryClock> clock,
      ObjectProvider<StoryTerms> terms,
      ObjectProvider<StoryBids> bids) {
    this.times = times;
    this.terms = terms;
    this.bids = bids;
    this.clock = clock;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return switch (bean) {
      case JobHandler handler -> inTheStory(handler);
      case UserTaskHandler handler -> inTheStory(handler);
      case CaseTerms terms -> ofToday(terms);
      default -> bean;
    };
  }

  /** The engine counts from its own today; a calendar of the story's day would be used up. */
  private CaseTerms ofToday(CaseTerms handed) {
    return new CaseTerms() {
      @Override
      public Map<String, Object> atStart(String caseId) {
        return clock.getObject().today(() -> handed.atStart(caseId));
      }

      @Override
      public Map<String, Object> atMove(String caseId) {
        return clock.getObject().today(() -> handed.atMove(caseId));
      }

      @Override
      public Map<String, Object> calendar(String caseId) {
        return clock.getObject().today(() -> handed.calendar(caseId));
      }
    };
  }

  private JobHandler inTheStory(JobHandler handler) {
    return new JobHandler() {
      @Override
      public String jobType() {
        return handler.jobType();
      }

      @Override
      public boolean goesOnAfterTheEnd() {
        return handler.goesOnAfterTheEnd();
      }

      @Override
      public Map<String, Object> handle(EngineJob job) {
        return timeOf(job)
            .map(moment -> clock.getObject().at(moment, () -> inTime(handler, job)))
            .orElseGet(() -> handler.handle(job));
      }
    };
  }

  /** The engine closes a tender of the past at once: in the story the bids are in by then. */
  private Map<String, Object> inTime(JobHandler handler, EngineJob job) {
    if (job.element().equals(COUNT_BIDS)) {
      bids.getObject().take(job.caseId());
    }
    return handler.handle(job);
  }

  private UserTaskHandler inTheStory(UserTaskHandler handler) {
    return new UserTaskHandler() {
      @Override
      public void onUserTask(EngineJob job) {
        timeOf(job)
            .ifPresentOrElse(
                moment ->
                    clock
                        .getObject()
                        .at(moment, () -> present(handler, terms.getObject().of(job, moment))),
                () -> handler.onUserTask(job));
      }

      @Override
      public void onUserTaskGone(long jobKey) {
        handler.onUserTaskGone(jobKey);
      }
    };
  }

  private static EngineJob present(UserTaskHandler handler, EngineJob job) {
    handler.onUserTask(job);
    return job;
  }

  private Optional<Instant> timeOf(EngineJob job) {
    StoryTimes stories = times.getObject();
    if (stories.of(job.caseId()).isPresent()) {
      untilWhen(job)
          .map(until -> OffsetDateTime.parse(until).toInstant())
          .ifPresent(until -> stories.moveOn(job.caseId(), until));
    }
    return stories.of(job.caseId());
  }

  /**
   * The engine lets notices and tenders of the past end at once; in the story they ran their days.
   */
  private static Optional<String> untilWhen(EngineJob job) {
    if ("passed".equals(job.headers().get("noticeOutcome"))) {
      return job.text("noticeUntil");
    }
    return job.element().equals(COUNT_BIDS) ? job.text("bidsUntil") : Optional.empty();
  }
}
