package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The real Zeebe engine in memory with all models deployed, and the cases that tests run on it. */
final class TestEngine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGER_THAN_ANY_TEST = Duration.ofDays(36_500);

  private final ZeebeTestEngine engine = EngineFactory.create();
  private final ZeebeClient client;
  private final EngineRecords records;
  private final Map<String, TestCase> cases = new HashMap<>();
  private Duration travelled = Duration.ZERO;

  private TestEngine() {
    engine.start();
    client = engine.createClient();
    records = new EngineRecords(engine.getRecordStreamSource(), cases);
  }

  static TestEngine start() {
    TestEngine started = new TestEngine();
    ProcessFile.all()
        .map(ProcessFile::model)
        .forEach(
            model ->
                started
                    .client
                    .newDeployResourceCommand()
                    .addResourceBytes(model.xml(), model.resourceName())
                    .send()
                    .join());
    return started;
  }

  /** A new case of household admission, not filed yet. */
  TestCase admission() {
    return caseOf(HouseholdAdmission.PROCESS_ID);
  }

  /** A new case of a process, not filed yet. */
  TestCase caseOf(String process) {
    String id = "case-" + (cases.size() + 1);
    TestCase made = new TestCase(this, id, process);
    cases.put(id, made);
    return made;
  }

  Instant now() {
    return Instant.now().plus(travelled);
  }

  /**
   * Moves the engine's clock forward and waits until every timer that is now due has fired. The
   * engine's own wait for an idle state may end before that on a busy machine.
   */
  void travel(Duration time) {
    settle();
    engine.increaseTime(time);
    travelled = travelled.plus(time);
    Instant patience = Instant.now().plus(PATIENCE);
    settle();
    while (records.hasTimerDueAt(now())) {
      assertThat(Instant.now()).as("a timer that is due does not fire").isBefore(patience);
      settle();
    }
  }

  void publish(
      String message, String correlationKey, String messageId, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(correlationKey)
        .messageId(messageId)
        .timeToLive(LONGER_THAN_ANY_TEST)
        .variables(variables)
        .send()
        .join();
  }

  void complete(ActivatedJob job, Map<String, Object> variables) {
    client.newCompleteCommand(job.getKey()).variables(variables).send().join();
  }

  /** Does all that waits for the machine, until only people's steps and timers are left. */
  void settle() {
    settleUntil(() -> false);
  }

  /** As {@link #settle()}, but stops as soon as the case stands where the test wants it. */
  void settleUntil(BooleanSupplier reached) {
    int quiet = 0;
    while (quiet < 2 && !reached.getAsBoolean()) {
      Set<String> jobTypes = records.readNews();
      jobTypes.forEach(this::work);
      if (jobTypes.isEmpty()) {
        passThroughTheLog();
        quiet = records.hasNews() ? 0 : quiet + 1;
      }
    }
  }

  /**
   * Returns when the engine has processed all that was in its log before. The engine's own wait for
   * an idle state takes a tenth of a second each time. A step may still put a command behind this
   * one, so it takes two quiet passes.
   */
  private void passThroughTheLog() {
    client
        .newPublishMessageCommand()
        .messageName(EngineRecords.MARKER)
        .correlationKey(EngineRecords.MARKER)
        .timeToLive(Duration.ZERO)
        .send()
        .join();
  }

  private void work(String jobType) {
    List<ActivatedJob> jobs =
        client
            .newActivateJobsCommand()
            .jobType(jobType)
            .maxJobsToActivate(100)
            .timeout(LONGER_THAN_ANY_TEST)
            .send()
            .join()
            .getJobs();
    for (ActivatedJob job : jobs) {
      TestCase owner = cases.get(String.valueOf(job.getVariablesAsMap().get(Variables.CASE_ID)));
      if (jobType.equals(JobTypes.USER_TASK)) {
        owner.opened(job);
      } else {
        complete(job, owner.work(job));
      }
    }
  }

  @Override
  public void close() {
    client.close();
    engine.stop();
  }
}
