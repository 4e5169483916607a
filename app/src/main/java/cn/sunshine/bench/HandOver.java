package cn.sunshine.bench;

import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.PROCESS_ID;

import cn.sunshine.account.Role;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.CaseTerms;
import cn.sunshine.engine.Deployments;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.processes.ProcessModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Decisions on their way from one person to the next: into the database with their audit entry and
 * the command, through the outbox to the broker, along the model, and as a job back into the inbox
 * of the next. The villagers' group approves, the committee sends back, ten times a case.
 */
final class HandOver implements Benchmark {

  /** Officials who decide at the same moment, each waiting for the next task before the next. */
  static final int AT_ONCE = 32;

  private static final int DECISIONS_OF_A_CASE = 10;
  private static final int USUAL = 4_000;

  /** One official alone decides this part of all: how long the way takes when nobody is on it. */
  private static final int PART_ALONE = 20;

  private static final int PART_TO_WARM_UP = 4;
  private static final double NANOS_IN_A_SECOND = 1e9;
  private static final String VILLAGE = "320612101200";

  @Override
  public String name() {
    return "hand-over";
  }

  @Override
  public int usualSize() {
    return USUAL;
  }

  @Override
  public int leastSize() {
    // So that each of the officials has a case.
    return AT_ONCE * DECISIONS_OF_A_CASE;
  }

  /** What came of one round. */
  record Round(long decisions, double perSecond, Latencies latencies) {}

  @Override
  public Report run(Ground ground, int size) throws InterruptedException {
    Sunshine sunshine = ground.sunshine();
    ground.tell("准备 " + size + " 次办理 / preparing " + size + " decisions");
    Applicants applicants = new Applicants(sunshine.get(Cases.class));
    List<String> warmUp = apply(applicants, cases(Math.max(AT_ONCE, size / PART_TO_WARM_UP)));
    List<String> alone = apply(applicants, cases(Math.max(1, size / PART_ALONE)));
    List<String> together = apply(applicants, cases(size));
    Map<String, Object> variables = variables(sunshine, together.getFirst());
    List<ProcessModel> models =
        List.of(
            sunshine.get(Deployments.class).model(PROCESS_ID),
            sunshine.get(Deployments.class).model("public-notice"),
            sunshine.get(Deployments.class).model("asset-comparison"));

    ground.tell("预热 / warming up");
    decide(sunshine, warmUp, AT_ONCE);
    ground.tell("一个人办理 / one official alone");
    Round one = decide(sunshine, alone, 1);
    ground.tell(AT_ONCE + " 人同时办理 / " + AT_ONCE + " officials at once");
    Round all = decide(sunshine, together, AT_ONCE);
    ground.clear();

    ground.tell("只有流程引擎 / the broker alone");
    Round bare = new BareHandOver(ground.broker(), models, variables).run(AT_ONCE, size);
    return report(one, all, bare);
  }

  private static int cases(int decisions) {
    return Math.ceilDiv(decisions, DECISIONS_OF_A_CASE);
  }

  private static List<String> apply(Applicants applicants, int cases) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      ids.add(applicants.apply(VILLAGE));
    }
    return ids;
  }

  /** What the broker gets with such a case. */
  static Map<String, Object> variables(Sunshine sunshine, String caseId) {
    Map<String, Object> variables = new HashMap<>(sunshine.get(CaseTerms.class).atStart(caseId));
    variables.put("caseId", caseId);
    variables.put("pack", "nantong");
    variables.put("region", VILLAGE);
    return variables;
  }

  /** So many officials work the cases off, each one case after the other. */
  private static Round decide(Sunshine sunshine, List<String> caseIds, int officials)
      throws InterruptedException {
    Latencies latencies = new Latencies();
    BlockingQueue<CaseInHand> waiting = new LinkedBlockingQueue<>();
    Arrivals arrivals = sunshine.get(Arrivals.class);
    for (String caseId : caseIds) {
      // Not timed: that the case has come to the first of its tasks.
      waiting.add(new CaseInHand(caseId, arrivals.next(caseId)));
    }
    long began = System.nanoTime();
    try (ExecutorService people =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < officials; i++) {
        working.add(people.submit(() -> workOff(sunshine, waiting, latencies)));
      }
      for (Future<?> official : working) {
        official.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    double seconds = (System.nanoTime() - began) / NANOS_IN_A_SECOND;
    return new Round(latencies.count(), latencies.count() / seconds, latencies);
  }

  private record CaseInHand(String caseId, Arrivals.Arrival first) {}

  private static Void workOff(
      Sunshine sunshine, BlockingQueue<CaseInHand> waiting, Latencies latencies)
      throws InterruptedException {
    Inbox inbox = sunshine.get(Inbox.class);
    Arrivals arrivals = sunshine.get(Arrivals.class);
    for (CaseInHand next = waiting.poll(); next != null; next = waiting.poll()) {
      Arrivals.Arrival task = next.first();
      for (int decision = 0; decision < DECISIONS_OF_A_CASE; decision++) {
        long from = System.nanoTime();
        if (decision % 2 == 0) {
          inbox.decide(
              task.taskId(),
              new Decision(Decision.APPROVE, "", Map.of()),
              Applicants.official(Role.GROUP, VILLAGE));
        } else {
          inbox.decide(
              task.taskId(),
              new Decision(Decision.RETURN, "请补充评议意见", Map.of("to", GROUP_REVIEW)),
              Applicants.official(Role.VILLAGE_COMMITTEE, VILLAGE));
        }
        task = arrivals.next(next.caseId());
        latencies.record(from, task.at());
      }
    }
    return null;
  }

  private static Report report(Round one, Round all, Round bare) {
    return new Report("hand-over", "broker alone")
        .row("办理次数 / decisions", "decisions", all.decisions())
        .row("同时办理的人 / officials at once", "officialsAtOnce", AT_ONCE)
        .row(
            "每秒 / per second",
            new Report.Figure("decisionsPerSecond", all.perSecond()),
            new Report.Figure("brokerOnlyJobsPerSecond", bare.perSecond()))
        .row(
            "到下一人待办，毫秒，p50 / to the next inbox, ms, p50",
            new Report.Figure("handOverP50Milliseconds", all.latencies().milliseconds(50)),
            new Report.Figure("brokerOnlyP50Milliseconds", bare.latencies().milliseconds(50)))
        .row(
            "到下一人待办，毫秒，p99 / to the next inbox, ms, p99",
            new Report.Figure("handOverP99Milliseconds", all.latencies().milliseconds(99)),
            new Report.Figure("brokerOnlyP99Milliseconds", bare.latencies().milliseconds(99)))
        .row(
            "一个人办理，每秒 / one official alone, per second", "aloneDecisionsPerSecond", one.perSecond())
        .row(
            "一个人办理，毫秒，p50 / one official alone, ms, p50",
            "aloneP50Milliseconds",
            one.latencies().milliseconds(50))
        .row(
            "一个人办理，毫秒，p99 / one official alone, ms, p99",
            "aloneP99Milliseconds",
            one.latencies().milliseconds(99));
  }

  /** Whether this step is approved; the other one sends back. */
  static boolean isApproval(String element) {
    return !element.equals(COMMITTEE_REVIEW);
  }
}
