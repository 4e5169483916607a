package cn.sunshine.demo;

import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What time it is in the stories that are being told; known before the engine hands out work. */
@DemoComponent
class StoryTimes {

  private final DemoStore store;
  private final Map<String, Instant> times = new ConcurrentHashMap<>();

  StoryTimes(DemoStore store) {
    this.store = store;
  }

  @PostConstruct
  void recall() {
    times.putAll(store.times());
  }

  /** The time in the story of a case; empty for every case of the real world. */
  Optional<Instant> of(String caseId) {
    return Optional.ofNullable(times.get(caseId));
  }

  /** To be called in the transaction that happens then. */
  void set(String caseId, Instant now) {
    times.put(caseId, now);
  }

  /** The story goes on by itself to a later moment: the end of a notice. */
  void moveOn(String caseId, Instant to) {
    if (to.isAfter(times.get(caseId))) {
      times.put(caseId, to);
      store.moveOn(caseId, to);
    }
  }

  void end(String caseId) {
    times.remove(caseId);
  }
}
