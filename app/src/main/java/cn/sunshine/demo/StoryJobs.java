package cn.sunshine.demo;

import cn.sunshine.clock.StoryClock;
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

  private final ObjectProvider<StoryTimes> times;
  private final ObjectProvider<StoryClock> clock;
  private final ObjectProvider<StoryTerms> terms;

  /** Late, for a post-processor is made before everything else. */
  StoryJobs(
      ObjectProvider<StoryTimes> times,
      ObjectProvider<StoryClock> clock,
      ObjectProvider<StoryTerms> terms) {
    this.times = times;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return switch (bean) {
      case JobHandler handler -> inTheStory(handler);
      case UserTaskHandler handler -> inTheStory(handler);
      default -> bean;
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
            .map(moment -> clock.getObject().at(moment, () -> handler.handle(job)))
            .orElseGet(() -> handler.handle(job));
      }
    };
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
    if (stories.of(job.caseId()).isPresent() && endsNoticeInTime(job)) {
      job.text("noticeUntil")
          .map(until -> OffsetDateTime.parse(until).toInstant())
          .ifPresent(until -> stories.moveOn(job.caseId(), until));
    }
    return stories.of(job.caseId());
  }

  /** The engine lets a notice of the past end at once; in the story it has run its days. */
  private static boolean endsNoticeInTime(EngineJob job) {
    return "passed".equals(job.headers().get("noticeOutcome"));
  }
}
