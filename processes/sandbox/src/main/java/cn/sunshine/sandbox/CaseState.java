package cn.sunshine.sandbox;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a case stands, as the log of the engine tells it. */
final class CaseState {

  private final String process;
  private final Map<Long, String> elements = new HashMap<>();
  private final Map<Long, Long> calledBy = new HashMap<>();
  private final Map<Long, Job> jobs = new LinkedHashMap<>();
  private final Map<Long, Timer> timers = new LinkedHashMap<>();
  private final Map<Long, Subscription> subscriptions = new LinkedHashMap<>();
  private final Map<Long, String> active = new LinkedHashMap<>();
  private final Set<String> passed = new LinkedHashSet<>();
  private final List<String> flows = new ArrayList<>();
  private final Set<String> completed = new LinkedHashSet<>();
  private Optional<IncidentRecordValue> incident = Optional.empty();
  private long instance = -1;
  private boolean over;

  /** A job that waits for its answer, at an element of the draft. */
  record Job(long key, String type, String element) {}

  /** A moment that an event waits for. */
  record Timer(String element, Instant due) {}

  /** A message that an event waits for. */
  record Subscription(String element, String message, String correlationKey) {}

  CaseState(String process) {
    this.process = process;
  }

  void hear(Record<?> record) {
    if (record.getRecordType() != RecordType.EVENT) {
      return;
    }
    switch (record.getValue()) {
      case ProcessInstanceRecordValue value -> element(record, value);
      case JobRecordValue value -> job(record, value);
      case TimerRecordValue value -> {
        if (record.getIntent() == TimerIntent.CREATED) {
          timers.put(
              record.getKey(),
              new Timer(value.getTargetElementId(), Instant.ofEpochMilli(value.getDueDate())));
        } else {
          timers.remove(record.getKey());
        }
      }
      case ProcessMessageSubscriptionRecordValue value -> {
        if (record.getIntent() == ProcessMessageSubscriptionIntent.CREATED) {
          subscriptions.put(
              record.getKey(),
              new Subscription(
                  value.getElementId(), value.getMessageName(), value.getCorrelationKey()));
        } else if (record.getIntent() == ProcessMessageSubscriptionIntent.DELETED) {
          subscriptions.remove(record.getKey());
        }
      }
      case IncidentRecordValue value -> {
        if (record.getIntent() == IncidentIntent.CREATED) {
          incident = incident.or(() -> Optional.of(value));
        }
      }
      default -> {
        // Nothing that a case can be seen by.
      }
    }
  }

  private void element(Record<?> record, ProcessInstanceRecordValue value) {
    ProcessInstanceIntent intent = (ProcessInstanceIntent) record.getIntent();
    boolean whole = value.getBpmnElementType() == BpmnElementType.PROCESS;
    if (!value.getBpmnProcessId().equals(process)) {
      if (whole && intent == ProcessInstanceIntent.ELEMENT_ACTIVATING) {
        calledBy.put(value.getProcessInstanceKey(), value.getParentElementInstanceKey());
      }
      return;
    }
    switch (intent) {
      case ELEMENT_ACTIVATING -> {
        elements.put(record.getKey(), value.getElementId());
        if (whole) {
          instance = record.getKey();
        } else {
          passed.add(value.getElementId());
          active.put(record.getKey(), value.getElementId());
        }
      }
      case ELEMENT_COMPLETED, ELEMENT_TERMINATED -> {
        active.remove(record.getKey());
        over = over || whole;
        if (intent == ProcessInstanceIntent.ELEMENT_COMPLETED) {
          completed.add(value.getElementId());
        }
      }
      case SEQUENCE_FLOW_TAKEN -> flows.add(value.getElementId());
      default -> {
        // In between.
      }
    }
  }

  private void job(Record<?> record, JobRecordValue value) {
    if (record.getIntent() == JobIntent.CREATED) {
      long at = calledBy.getOrDefault(value.getProcessInstanceKey(), value.getElementInstanceKey());
      jobs.put(
          record.getKey(),
          new Job(
              record.getKey(), value.getType(), elements.getOrDefault(at, value.getElementId())));
    } else if (record.getIntent() == JobIntent.COMPLETED
        || record.getIntent() == JobIntent.CANCELED
        || record.getIntent() == JobIntent.ERROR_THROWN) {
      jobs.remove(record.getKey());
    }
  }

  List<Job> jobs() {
    return List.copyOf(jobs.values());
  }

  List<Timer> timers() {
    return List.copyOf(timers.values());
  }

  Optional<Timer> timer(String element) {
    return timers.values().stream().filter(timer -> timer.element().equals(element)).findFirst();
  }

  Optional<Subscription> subscription(String element) {
    return subscriptions.values().stream().filter(one -> one.element().equals(element)).findFirst();
  }

  Optional<IncidentRecordValue> incident() {
    return incident;
  }

  /** The lines that it went along, in order. */
  List<String> flows() {
    return List.copyOf(flows);
  }

  /** The elements that it came to and the lines that it went along. */
  List<String> taken() {
    List<String> all = new ArrayList<>(passed);
    flows.stream().distinct().forEach(all::add);
    return all;
  }

  boolean hasCompleted(String element) {
    return completed.contains(element);
  }

  /** The innermost elements in which it is now. */
  List<String> standsAt() {
    return List.copyOf(active.values());
  }

  /** The last element that it came to. */
  Optional<String> last() {
    return passed.stream().reduce((first, second) -> second);
  }

  boolean hasBegun() {
    return instance >= 0;
  }

  boolean isOver() {
    return over;
  }

  long instance() {
    return instance;
  }
}
