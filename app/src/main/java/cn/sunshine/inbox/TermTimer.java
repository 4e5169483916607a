package cn.sunshine.inbox;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.processes.Headers;
import cn.sunshine.processes.JobTypes;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The engine's timers on the terms of user tasks. Both look at the task anew: one that fires late,
 * because the engine was away, may find more to record than its own moment.
 */
abstract class TermTimer implements JobHandler {

  private final TermWatch watch;

  private TermTimer(TermWatch watch) {
    this.watch = watch;
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    watch.onTimer(job.processInstanceKey(), job.header(Headers.TASK));
    return Map.of();
  }

  /** Little of the term is left. */
  @Component
  static class DueSoon extends TermTimer {

    DueSoon(TermWatch watch) {
      super(watch);
    }

    @Override
    public String jobType() {
      return JobTypes.TERM_DUE_SOON;
    }
  }

  /** The term is over. */
  @Component
  static class Overdue extends TermTimer {

    Overdue(TermWatch watch) {
      super(watch);
    }

    @Override
    public String jobType() {
      return JobTypes.TERM_OVERDUE;
    }
  }
}
