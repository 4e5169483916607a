package cn.sunshine.inbox;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.processes.Headers;
import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.TaskWatch;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The engine's timers on the terms of user tasks. Both look at the task anew: one that fires late,
 * because the engine was away, may find more to record than its own moment.
 */
abstract class TermTimer implements JobHandler {

  private final TermWatch watch;
  private final TermWatch.Timer timer;

  private TermTimer(TermWatch watch, TermWatch.Timer timer) {
    this.watch = watch;
    this.timer = timer;
  }

  /** The timers of a moved term run beside the case and may fire when it has just ended. */
  @Override
  public boolean goesOnAfterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    job.text(TaskWatch.TASK_ID)
        .ifPresentOrElse(
            taskId -> watch.onTimer(timer, taskId),
            () -> watch.onTimer(timer, job.processInstanceKey(), job.header(Headers.TASK)));
    return Map.of();
  }

  /** Little of the term is left. */
  @Component
  static class DueSoon extends TermTimer {

    DueSoon(TermWatch watch) {
      super(watch, TermWatch.Timer.DUE_SOON);
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
      super(watch, TermWatch.Timer.OVERDUE);
    }

    @Override
    public String jobType() {
      return JobTypes.TERM_OVERDUE;
    }
  }
}
