package cn.sunshine.sandbox;

import io.camunda.zeebe.process.test.api.RecordStreamSource;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the engine in memory has written, and the timers that it has not fired yet. */
final class EngineLog {

  private static final int MOST_ATTEMPTS = 1000;

  private final RecordStreamSource source;
  private final Map<Long, Instant> timers = new HashMap<>();
  private int timersSeen;
  private int told;

  EngineLog(RecordStreamSource source) {
    this.source = source;
  }

  /** What was written since the last call. */
  List<Record<?>> news() {
    List<Record<?>> all = all();
    List<Record<?>> news = List.copyOf(all.subList(told, all.size()));
    told += news.size();
    return news;
  }

  boolean hasTimerDueAt(Instant now) {
    List<Record<?>> all = all();
    all.subList(timersSeen, all.size()).forEach(this::noteTimer);
    timersSeen = all.size();
    return timers.values().stream().anyMatch(due -> !due.isAfter(now));
  }

  private void noteTimer(Record<?> record) {
    if (record.getIntent() == TimerIntent.CREATED) {
      timers.put(
          record.getKey(),
          Instant.ofEpochMilli(((TimerRecordValue) record.getValue()).getDueDate()));
    } else if (record.getValue() instanceof TimerRecordValue
        && record.getRecordType() == RecordType.EVENT) {
      timers.remove(record.getKey());
    }
  }

  /**
   * The engine writes from other threads into a plain list, which can be caught while it grows.
   * Each look starts behind the last record it got, so that nothing is lost by looking again.
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
}
