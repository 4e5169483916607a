package cn.sunshine.processes;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

/**
 * The real Zeebe engine in memory with the models of a pack deployed, and the cases that tests run
 * on it.
 */
final class TestEngine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONGER_THAN_ANY_TEST = Duration.ofDays(36_500);

  private final ZeebeTestEngine engine = EngineFactory.create();
  private final ZeebeClient client;
  private final Map<String, TestCase> cases = new HashMap<>();
  private Duration travelled = Duration.ZERO;
  private long lastPosition = -1;

  private TestEngine() {
    engine.start();
    client = engine.createClient();
  }

  static TestEngine start() {
    TestEngine started = new TestEngine();
    for (ProcessModel model : ProcessLibrary.onClassPath().models("nantong")) {
      started
          .client
          .newDeployResourceCommand()
          .addResourceBytes(model.xml(), model.resourceName())
          .send()
          .join();
    }
    return started;
  }

  /** Files an application in a village; nothing has been decided yet. */
  TestCase admission() {
    TestCase filed = new TestCase(this, "case-" + (cases.size() + 1));
    cases.put(filed.id(), filed);
    return filed;
  }

  Instant now() {
    return Instant.now().plus(travelled);
  }

  void travel(Duration time) {
    engine.increaseTime(time);
    travelled = travelled.plus(time);
    settle();
  }

  void publish(
      String message, String correlationKey, String messageId, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(correlationKey)
        .messageId(messageId)
        .timeToLive(Duration.ofMinutes(5))
        .variables(variables)
        .send()
        .join();
    settle();
  }

  void complete(ActivatedJob job, Map<String, Object> variables) {
    client.newCompleteCommand(job.getKey()).variables(variables).send().join();
    settle();
  }

  /** Does all that waits for the machine, until only people's steps and timers are left. */
  private void settle() {
    Set<String> waiting = observe();
    while (!waiting.isEmpty()) {
      waiting.forEach(this::work);
      waiting = observe();
    }
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
        client.newCompleteCommand(job.getKey()).variables(owner.work(job)).send().join();
      }
    }
  }

  /**
   * Reads what the engine did since the last look; answers the types of the jobs that it created.
   */
  private Set<String> observe() {
    try {
      engine.waitForIdleState(PATIENCE);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("the engine did not come to rest", e);
    }
    List<Record<?>> news = new ArrayList<>();
    StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(record -> record.getPosition() > lastPosition)
        .forEach(news::add);
    Set<String> createdJobs = new TreeSet<>();
    for (Record<?> record : news) {
      lastPosition = record.getPosition();
      if (record.getIntent() == JobIntent.CREATED) {
        createdJobs.add(((JobRecordValue) record.getValue()).getType());
      } else if (record.getIntent() == JobIntent.CANCELED) {
        cases.values().forEach(owner -> owner.cancelled(record.getKey()));
      } else if (record.getValueType() == ValueType.INCIDENT
          && record.getIntent() == IncidentIntent.CREATED) {
        IncidentRecordValue incident = (IncidentRecordValue) record.getValue();
        cases.values().forEach(owner -> owner.incident(incident));
      } else if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
        ProcessInstanceRecordValue element = (ProcessInstanceRecordValue) record.getValue();
        if (element.getBpmnElementType() == BpmnElementType.END_EVENT) {
          cases.values().forEach(owner -> owner.reached(element));
        } else if (element.getBpmnElementType() == BpmnElementType.PROCESS) {
          cases.values().forEach(owner -> owner.completed(element));
        }
      }
    }
    return createdJobs;
  }

  @Override
  public void close() {
    client.close();
    engine.stop();
  }
}
