package cn.sunshine.bench;

import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;

import cn.sunshine.account.Role;
import cn.sunshine.inbox.Decision;
import java.util.ArrayList;
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
  private static final List<String> ACTS = List.of("List", "Open", "Decide", "NextInbox");
  private static final List<String> ACT_LABELS =
      List.of("列出 / list", "打开 / open", "办理 / decide", "到下一人待办 / next inbox");

  private final Sunshine sunshine;
  private final List<Desk> desks = new ArrayList<>();

  private record Desk(String village, List<Open> cases) {}

  /** A case, and the task in it that is to be decided next. */
  private record Open(String caseId, Arrivals.Arrival first) {}

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
        cases.add(new Open(caseId, arrivals.next(caseId)));
      }
      desks.add(new Desk(village, cases));
    }
  }

  /** Officials at work until they are told to end. */
  final class Watch {

    private final List<Latencies> latencies = ACTS.stream().map(act -> new Latencies()).toList();
    private final ExecutorService people =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    private final List<Future<?>> working = new ArrayList<>();
    private volatile boolean ended;

    private Watch() {
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
        String next = act(group, open, open.first().taskId(), Decision.APPROVE, Map.of());
        String back = act(committee, open, next, Decision.RETURN, Map.of("to", GROUP_REVIEW));
        desk.cases().set(turn, new Open(open.caseId(), new Arrivals.Arrival(back, 0)));
      }
      return null;
    }

    /** Answers the next task of the case. */
    private String act(
        Official official, Open open, String taskId, String outcome, Map<String, ?> data)
        throws InterruptedException {
      timed(0, () -> official.list());
      timed(1, () -> official.open(taskId));
      long from = System.nanoTime();
      timed(2, () -> official.decide(taskId, outcome, data));
      Arrivals.Arrival arrival = sunshine.get(Arrivals.class).next(open.caseId());
      latencies.get(3).record(from, arrival.at());
      TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
      return arrival.taskId();
    }

    private void timed(int act, Runnable run) {
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
        new Report.Figure("decisionsMeanwhile", busy.latencies.get(2).count()),
        new Report.Figure("decisionsWhileIdle", idle.latencies.get(2).count()));
    for (int act = 0; act < ACTS.size(); act++) {
      Latencies during = busy.latencies.get(act);
      Latencies before = idle.latencies.get(act);
      String what = ACTS.get(act);
      for (int percentile : new int[] {50, 99}) {
        report.row(
            "%s，毫秒 ms，p%d (idle beside)".formatted(ACT_LABELS.get(act), percentile),
            new Report.Figure(
                "inboxBusy%sP%dMilliseconds".formatted(what, percentile),
                during.milliseconds(percentile)),
            new Report.Figure(
                "inboxIdle%sP%dMilliseconds".formatted(what, percentile),
                before.milliseconds(percentile)));
      }
      report.row(
          "%s，毫秒 ms，最长 longest (idle beside)".formatted(ACT_LABELS.get(act)),
          new Report.Figure(
              "inboxBusy%sLongestMilliseconds".formatted(what), during.longestMilliseconds()),
          new Report.Figure(
              "inboxIdle%sLongestMilliseconds".formatted(what), before.longestMilliseconds()));
    }
  }
}
