package cn.sunshine.bench;

import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;

import cn.sunshine.account.Role;
import cn.sunshine.inbox.Decision;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Officials of two villages who work in their inboxes over HTTP, as a browser or another system
 * would: list, open, decide, and the next person's inbox has it. Each rests a moment between two
 * decisions, so that they are officials and no load.
 */
final class Desks {

  private static final int DESKS = 2;
  private static final int CASES_OF_A_DESK = 20;
  private static final long REST_MILLIS = 100;

  /** What an official does with a task, and what comes of it. */
  private enum Act {
    LIST("列出 / list", "List"),
    OPEN("打开 / open", "Open"),
    DECIDE("办理 / decide", "Decide"),
    NEXT_INBOX("到下一人待办 / next inbox", "NextInbox");

    private final String label;
    private final String key;

    Act(String label, String key) {
      this.label = label;
      this.key = key;
    }
  }

  private final Sunshine sunshine;
  private final List<Desk> desks = new ArrayList<>();

  private record Desk(String village, List<Open> cases) {}

  /** A case, and the task in it that is to be decided next. */
  private record Open(String caseId, String taskId) {}

  Desks(Sunshine sunshine) {
    this.sunshine = sunshine;
  }

  /** Brings cases to the desks of the first villages. */
  void open(Applicants applicants, List<String> villages) throws InterruptedException {
    Arrivals arrivals = sunshine.get(Arrivals.class);
    for (String village : villages.subList(0, DESKS)) {
      List<Open> cases = new ArrayList<>();
      for (int i = 0; i < CASES_OF_A_DESK; i++) {
        String caseId = applicants.apply(village);
        cases.add(new Open(caseId, arrivals.next(caseId).taskId()));
      }
      desks.add(new Desk(village, cases));
    }
  }

  /** Officials at work until they are told to end. */
  final class Watch {

    private final Map<Act, Latencies> latencies = new EnumMap<>(Act.class);
    private final ExecutorService people =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    private final List<Future<?>> working = new ArrayList<>();
    private volatile boolean ended;

    private Watch() {
      for (Act act : Act.values()) {
        latencies.put(act, new Latencies());
      }
      for (int number = 0; number < desks.size(); number++) {
        int which = number;
        working.add(people.submit(() -> work(which)));
      }
    }

    void end() throws InterruptedException {
      ended = true;
      try {
        for (Future<?> one : working) {
          one.get();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } finally {
        people.close();
      }
    }

    private Void work(int which) throws InterruptedException {
      Desk desk = desks.get(which);
      Official group = new Official(sunshine.address(), Role.GROUP, desk.village());
      Official committee = new Official(sunshine.address(), Role.VILLAGE_COMMITTEE, desk.village());
      for (int turn = 0; !ended; turn = (turn + 1) % desk.cases().size()) {
        Open open = desk.cases().get(turn);
        String next = act(group, open, open.taskId(), Decision.APPROVE, Map.of());
        String back = act(committee, open, next, Decision.RETURN, Map.of("to", GROUP_REVIEW));
        desk.cases().set(turn, new Open(open.caseId(), back));
      }
      return null;
    }

    /** Answers the next task of the case. */
    private String act(
        Official official, Open open, String taskId, String outcome, Map<String, ?> data)
        throws InterruptedException {
      timed(Act.LIST, official::list);
      timed(Act.OPEN, () -> official.open(taskId));
      long from = System.nanoTime();
      timed(Act.DECIDE, () -> official.decide(taskId, outcome, data));
      Arrivals.Arrival arrival = sunshine.get(Arrivals.class).next(open.caseId());
      latencies.get(Act.NEXT_INBOX).record(from, arrival.at());
      TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
      return arrival.taskId();
    }

    private void timed(Act act, Runnable run) {
      long from = System.nanoTime();
      run.run();
      latencies.get(act).recordSince(from);
    }
  }

  Watch work() {
    return new Watch();
  }

  /** While the timers are worked off, with the idle time in the column beside. */
  void report(Report report, Watch idle, Watch busy) {
    report.row(
        "期间办理 / decisions meanwhile (idle beside)",
        new Report.Figure("decisionsMeanwhile", busy.latencies.get(Act.DECIDE).count()),
        new Report.Figure("decisionsWhileIdle", idle.latencies.get(Act.DECIDE).count()));
    for (Act act : Act.values()) {
      Latencies during = busy.latencies.get(act);
      Latencies before = idle.latencies.get(act);
      for (int percentile : new int[] {50, 99}) {
        report.row(
            "%s，毫秒 ms，p%d (idle beside)".formatted(act.label, percentile),
            new Report.Figure(
                "inboxBusy%sP%dMilliseconds".formatted(act.key, percentile),
                during.milliseconds(percentile)),
            new Report.Figure(
                "inboxIdle%sP%dMilliseconds".formatted(act.key, percentile),
                before.milliseconds(percentile)));
      }
      report.row(
          "%s，毫秒 ms，最长 longest (idle beside)".formatted(act.label),
          new Report.Figure(
              "inboxBusy%sLongestMilliseconds".formatted(act.key), during.longestMilliseconds()),
          new Report.Figure(
              "inboxIdle%sLongestMilliseconds".formatted(act.key), before.longestMilliseconds()));
    }
  }
}
