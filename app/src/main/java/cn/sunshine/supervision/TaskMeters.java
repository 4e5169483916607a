package cn.sunshine.supervision;

import cn.sunshine.inbox.TermBreached;
import cn.sunshine.inbox.Workload;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The figures of the supervisors' page for Prometheus: counted in one pass some times a minute, not
 * when somebody scrapes.
 */
@Component
class TaskMeters {

  private static final Logger log = LoggerFactory.getLogger(TaskMeters.class);

  private final Workload workload;
  private final MultiGauge open;
  private final MultiGauge onTime;
  private final Counter urges;
  private final Supervision supervision;
  private final MeterRegistry meters;

  TaskMeters(Workload workload, Supervision supervision, MeterRegistry meters) {
    this.workload = workload;
    this.supervision = supervision;
    this.meters = meters;
    this.open =
        MultiGauge.builder("sunshine.tasks.open")
            .description("Open tasks by chain, step and how they stand against their terms")
            .register(meters);
    this.onTime =
        MultiGauge.builder("sunshine.tasks.on.time.ratio")
            .description("Share of tasks decided in time over the past 12 weeks, 0 to 1")
            .register(meters);
    this.urges =
        Counter.builder("sunshine.urges")
            .description("Tasks that supervisors have urged")
            .register(meters);
  }

  @TransactionalEventListener
  void onBreach(TermBreached breach) {
    meters
        .counter("sunshine.tasks.breached", "process", breach.process(), "step", breach.taskType())
        .increment();
  }

  @TransactionalEventListener
  void onUrge(TaskUrged urged) {
    urges.increment();
  }

  void refresh() {
    try {
      open.register(
          workload.load().stream()
              .map(
                  load ->
                      MultiGauge.Row.of(
                          Tags.of(
                              "process", load.process(),
                              "step", load.step(),
                              "sla", load.sla().name()),
                          load.tasks()))
              .toList(),
          true);
      onTime.register(
          workload.punctuality(supervision.since()).entrySet().stream()
              .map(
                  chain ->
                      MultiGauge.Row.of(
                          Tags.of("process", chain.getKey()), chain.getValue().share()))
              .toList(),
          true);
    } catch (DataAccessException | TransactionException away) {
      log.info("The figures could not be counted: {}", away.getMessage());
    }
  }
}
