package cn.sunshine.workflow;

import cn.sunshine.sandbox.SandboxWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One trial of a draft: a process of its own, and what it has told so far. Safe for threads. */
final class SandboxRun {

  /** How far a trial is. */
  enum State {
    RUNNING,
    DONE,
    /** The engine does not take the draft. */
    REFUSED,
    CANCELLED,
    TIMED_OUT,
    FAILED
  }

  private final Process process;
  private final Runnable changed;
  private final List<SandboxWay> ways = new ArrayList<>();
  private State state = State.RUNNING;
  private String refusal = "";

  SandboxRun(Process process, Runnable changed) {
    this.process = process;
    this.changed = changed;
  }

  synchronized State state() {
    return state;
  }

  synchronized List<SandboxWay> ways() {
    return List.copyOf(ways);
  }

  /** Why the engine refuses the draft. */
  synchronized Optional<String> refusal() {
    return Optional.of(refusal).filter(text -> !text.isEmpty());
  }

  /** Stops it; what it has told stays. */
  void cancel() {
    end(State.CANCELLED);
  }

  void told(SandboxWay way) {
    synchronized (this) {
      if (state != State.RUNNING) {
        return;
      }
      ways.add(way);
    }
    changed.run();
  }

  void refused(String why) {
    synchronized (this) {
      refusal = why;
    }
    end(State.REFUSED);
  }

  /**
   * Ends it for the first of all reasons; the process is gone afterwards, whatever it was doing.
   */
  void end(State how) {
    boolean first;
    synchronized (this) {
      first = state == State.RUNNING;
      state = first ? how : state;
    }
    process.destroyForcibly();
    if (first) {
      changed.run();
    }
  }
}
