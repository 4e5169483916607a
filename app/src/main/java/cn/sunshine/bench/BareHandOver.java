package cn.sunshine.bench;

import cn.sunshine.processes.HouseholdAdmission;
import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.Variables;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.worker.JobClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The same jobs of the same model with nothing behind them: what the application's worker and its
 * outbox tell the broker about each user task, at once and without a database.
 */
final class BareHandOver {

  private static final Duration IN_THE_INBOX = Duration.ofDays(365);
  private static final double NANOS_IN_A_SECOND = 1e9;

  private final BareBroker broker;
  private final Map<String, Object> variables;
  private final Map<Long, Long> completedAt = new ConcurrentHashMap<>();
  private final AtomicReference<Pass> pass = new AtomicReference<>();

  /** One pass over so many jobs. */
  private record Pass(Latencies latencies, CountDownLatch open) {}

  BareHandOver(BareBroker broker, List<ProcessModel> models, Map<String, Object> variables)
      throws InterruptedException {
    this.broker = broker;
    this.variables = variables;
    broker.deploy(models);
  }

  /**
   * @param atOnce instances that move at the same time
   * @param jobs to be completed; a quarter of them before, to warm up
   */
  HandOver.Round run(int atOnce, int jobs) throws InterruptedException {
    Pass warmUp = new Pass(new Latencies(), new CountDownLatch(Math.max(atOnce, jobs / 4)));
    pass.set(warmUp);
    broker.work(JobTypes.USER_TASK, this::complete);
    new Instances(broker.client(), HouseholdAdmission.PROCESS_ID, HouseholdAdmission.GROUP_REVIEW)
        .begin(atOnce, number -> variables);
    warmUp.open().await();
    Pass measured = new Pass(new Latencies(), new CountDownLatch(jobs));
    long began = System.nanoTime();
    pass.set(measured);
    measured.open().await();
    double seconds = (System.nanoTime() - began) / NANOS_IN_A_SECOND;
    return new HandOver.Round(jobs, jobs / seconds, measured.latencies());
  }

  private void complete(JobClient client, ActivatedJob job) {
    long now = System.nanoTime();
    Long before = completedAt.put(job.getProcessInstanceKey(), now);
    if (before != null) {
      pass.get().latencies().record(before, now);
      pass.get().open().countDown();
    }
    broker.client().newUpdateTimeoutCommand(job.getKey()).timeout(IN_THE_INBOX).send();
    Map<String, Object> answer = new HashMap<>();
    boolean approve = HandOver.isApproval(job.getElementId());
    answer.put(Variables.OUTCOME, approve ? Variables.APPROVE : Variables.RETURN);
    answer.put(Variables.RETURN_TO, approve ? "" : HouseholdAdmission.GROUP_REVIEW);
    answer.put(Variables.WORKDAYS, variables.get(Variables.WORKDAYS));
    client.newCompleteCommand(job.getKey()).variables(answer).send();
  }
}
