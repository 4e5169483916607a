package cn.sunshine.processes;

import io.camunda.zeebe.process.test.api.RecordStreamSource;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the engine has written to its log since the last look, and tells the cases. */
final class EngineRecords {

  /** Name of the message that a test sends only to see it pass. */
  static final String MARKER = "test-marker";

  private static final int MOST_ATTEMPTS = 1000;

  private final RecordStreamSource source;
  private final Map<String, TestCase> cases;
  private final Map<Long, Instant> timers = new HashMap<>();
  private int seen;

  EngineRecords(RecordStreamSource source, Map<String, TestCase> cases) {
    this.source = source;
    this.cases = cases;
  }

  boolean hasNews() {
    return news().stream().anyMatch(record -> !isMarker(record));
  }

  /** Answers the types of the jobs that the engine created since the last look. */
  Set<String> readNews() {
    Set<String> createdJobs = new TreeSet<>();
    List<Record<?>> news = news();
    seen += news.size();
    for (Record<?> record : news) {
      if (record.getIntent() == JobIntent.CREATED) {
        createdJobs.add(((JobRecordValue) record.getValue()).getType());
      } else if (record.getValue() instanceof TimerRecordValue timer) {
        note(record, timer);
      } else {
        cases.values().forEach(owner -> tell(owner, record));
      }
    }
    return createdJobs;
  }

  /** Whether one of the timers that were read about should have fired. */
  boolean hasTimerDueAt(Instant now) {
    return timers.values().stream().anyMatch(due -> !due.isAfter(now));
  }

  private void note(Record<?> record, TimerRecordValue timer) {
    if (record.getIntent() == TimerIntent.CREATED) {
      timers.put(record.getKey(), Instant.ofEpochMilli(timer.getDueDate()));
    } else if (record.getRecordType() == RecordType.EVENT) {
      timers.remove(record.getKey());
    }
  }

  private static void tell(TestCase owner, Record<?> record) {
    if (record.getIntent() == JobIntent.CANCELED) {
      owner.cancelled(record.getKey());
    } else if (record.getIntent() == IncidentIntent.CREATED) {
      owner.incident((IncidentRecordValue) record.getValue());
    } else if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
      ProcessInstanceRecordValue element = (ProcessInstanceRecordValue) record.getValue();
      if (element.getBpmnElementType() == BpmnElementType.END_EVENT) {
        owner.reached(element);
      } else if (element.getBpmnElementType() == BpmnElementType.PROCESS) {
        owner.completed(element);
      }
    }
  }

  /** The whole log of all tests grows long: only its end is looked at. */
  private List<Record<?>> news() {
    List<Record<?>> all = all();
    return List.copyOf(all.subList(seen, all.size()));
  }

  /**
   * The engine writes from other threads into a plain list, which can be caught while it grows
   * (InMemoryLogStorage, zeebe-process-test 8.5.25). Nothing is lost by looking again.
   */
  private List<Record<?>> all() {
    for (int attempt = 1; ; attempt++) {
      try {
        return (List<Record<?>>) source.getRecords();
      } catch (NullPointerException | IndexOutOfBoundsException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  private static boolean isMarker(Record<?> record) {
    return record.getValue() instanceof MessageRecordValue message
        && MARKER.equals(message.getName());
  }
}
