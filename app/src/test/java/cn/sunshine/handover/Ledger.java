package cn.sunshine.handover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the system has promised its clients: every start and decision that it answered with yes. */
final class Ledger {

  private final Map<String, Start> starts = new ConcurrentHashMap<>();
  private final Map<String, Decision> decisions = new ConcurrentHashMap<>();
  private final Set<String> surprises = ConcurrentHashMap.newKeySet();
  private final AtomicLong repetitions = new AtomicLong();
  private final AtomicLong lastPromise = new AtomicLong(System.nanoTime());

  record Start(String caseId, String village, Course course, String headIdNumber) {}

  record Decision(String task, String caseId, String taskType, String outcome, String account) {}

  void promised(Start start) {
    if (starts.put(start.caseId(), start) != null) {
      surprises.add("two starts were answered with the case " + start.caseId());
    }
    lastPromise.set(System.nanoTime());
  }

  void promised(Decision decision) {
    if (decisions.put(decision.task(), decision) != null) {
      surprises.add("task " + decision.task() + " was decided twice");
    }
    lastPromise.set(System.nanoTime());
  }

  void surprisedBy(String answer) {
    surprises.add(answer);
  }

  void repeats() {
    repetitions.incrementAndGet();
  }

  Optional<Course> course(String caseId) {
    return Optional.ofNullable(starts.get(caseId)).map(Start::course);
  }

  long decided(String caseId, String taskType) {
    return decisions.values().stream()
        .filter(one -> one.caseId().equals(caseId) && one.taskType().equals(taskType))
        .count();
  }

  long decided(String taskType) {
    return decisions.values().stream().filter(one -> one.taskType().equals(taskType)).count();
  }

  boolean isDecided(String task) {
    return decisions.containsKey(task);
  }

  Map<String, Start> starts() {
    return starts;
  }

  Map<String, Decision> decisions() {
    return decisions;
  }

  /** Answers that a client should never get. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  /** How often a client had to ask again. */
  long repetitions() {
    return repetitions.get();
  }

  /** When the system last said yes, by {@link System#nanoTime()}. */
  long lastPromise() {
    return lastPromise.get();
  }
}
