package cn.sunshine.bench;

import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.PROCESS_ID;

import cn.sunshine.casework.Cases;
import cn.sunshine.clock.DemoClock;
import cn.sunshine.engine.Deployments;
import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Many timers that fall due together, as after a long holiday or when a system was off: those of
 * the term of open tasks, of which each has two, that little of its term is left and that it is
 * over. Worked off is a timer when the application has recorded it, with the messages and the
 * escalation that follow from it, and the broker has its answer. Meanwhile officials go on working
 * in their inboxes.
 */
final class Timers implements Benchmark {

  private static final int USUAL = 100_000;
  private static final int LEAST = 100;
  private static final int TIMERS_OF_A_TASK = 2;
  private static final double NANOS_IN_A_SECOND = 1e9;
  private static final Duration IDLE = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "timers";
  }

  @Override
  public int usualSize() {
    return USUAL;
  }

  @Override
  public int leastSize() {
    return LEAST;
  }

  /** What came of the timers: how long until all were worked off, and until all was quiet again. */
  private record Firing(double seconds, double untilQuietSeconds, long repeated) {}

  @Override
  public Report run(Ground ground, int size) throws InterruptedException {
    int tasks = size / TIMERS_OF_A_TASK;
    Sunshine sunshine = ground.sunshine();
    ManyTasks many = new ManyTasks(sunshine, tasks);
    Desks desks = new Desks(sunshine);
    Applicants applicants = new Applicants(sunshine.get(Cases.class));
    desks.open(applicants, many.villages());
    ground.tell("准备 " + tasks + " 项任务，各两个定时 / preparing tasks with two timers each");
    long began = System.nanoTime();
    many.lay(applicants);
    ground.tell("用了 %.0f 秒 / took so many seconds".formatted(seconds(began)));

    ground.tell("空闲时的待办 / the inbox while idle");
    Desks.Watch idle = desks.work();
    TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
    idle.end();

    ground.tell("拨快时钟，" + tasks * TIMERS_OF_A_TASK + " 个定时同时到期 / all fall due now");
    Desks.Watch busy = desks.work();
    Firing firing = fire(sunshine, many);
    busy.end();
    ground.tell(
        "%.0f 秒办完，核对 / seconds until all were worked off; checking".formatted(firing.seconds()));
    TimerCheck check = new TimerCheck(sunshine, many);
    List<String> faults = check.faults();
    Map<String, Object> variables = new HashMap<>(many.variables());
    ProcessModel model = sunshine.get(Deployments.class).model(PROCESS_ID);
    List<ProcessModel> models =
        List.of(
            model,
            sunshine.get(Deployments.class).model("public-notice"),
            sunshine.get(Deployments.class).model("asset-comparison"));
    ground.clear();

    ground.tell("只有流程引擎 / the broker alone");
    double bare = bare(ground.broker(), models, variables, tasks, faults);
    int timers = tasks * TIMERS_OF_A_TASK;
    Report report = report(timers, firing, bare);
    desks.report(report, idle, busy);
    faults.forEach(report::fault);
    return report;
  }

  private static Firing fire(Sunshine sunshine, ManyTasks many) throws InterruptedException {
    EngineMetrics metrics = sunshine.metrics();
    Instant latest = many.latestDue();
    long began = System.nanoTime();
    sunshine.get(DemoClock.class).set(latest.plusSeconds(1));
    boolean done =
        Patience.until(
            () -> {
              EngineMetrics.Look now = metrics.look();
              return allDone(now, JobTypes.TERM_DUE_SOON, many.count())
                  && allDone(now, JobTypes.TERM_OVERDUE, many.count());
            });
    double seconds = seconds(began);
    boolean quiet =
        done
            && Patience.until(
                () ->
                    many.commandsPending() == 0
                        && allDone(metrics.look(), JobTypes.ESCALATE_TASK, many.count()));
    double untilQuiet = quiet ? seconds(began) : Patience.LONGEST.toSeconds();
    EngineMetrics.Look after = metrics.look();
    long repeated =
        after.jobs("timed out", JobTypes.TERM_DUE_SOON)
            + after.jobs("timed out", JobTypes.TERM_OVERDUE);
    return new Firing(seconds, untilQuiet, repeated);
  }

  /** The desks' own tasks fall due as well, so there are a few more jobs than tasks that count. */
  private static boolean allDone(EngineMetrics.Look now, String type, int atLeast) {
    long completed = now.jobs("completed", type);
    return completed >= atLeast && completed == now.jobs("created", type);
  }

  /** Answers how many timers a second the broker does when its workers do nothing. */
  private static double bare(
      BareBroker broker,
      List<ProcessModel> models,
      Map<String, Object> variables,
      int tasks,
      List<String> faults)
      throws InterruptedException {
    broker.deploy(models);
    for (String type : List.of(JobTypes.TERM_DUE_SOON, JobTypes.TERM_OVERDUE)) {
      broker.work(type, (client, job) -> client.newCompleteCommand(job.getKey()).send());
    }
    new Instances(broker.client(), PROCESS_ID, GROUP_REVIEW)
        .begin(
            tasks,
            number -> {
              Map<String, Object> own = new HashMap<>(variables);
              own.put(Variables.CASE_ID, ManyTasks.caseId(number));
              return own;
            });
    EngineMetrics metrics = broker.metrics();
    long began = System.nanoTime();
    broker.advance(ManyTasks.LONGER_THAN_ANY_TERM);
    boolean done =
        Patience.until(
            () -> {
              EngineMetrics.Look now = metrics.look();
              return now.jobs("completed", JobTypes.TERM_DUE_SOON) >= tasks
                  && now.jobs("completed", JobTypes.TERM_OVERDUE) >= tasks;
            });
    double seconds = seconds(began);
    if (!done) {
      faults.add("流程引擎单独也没有做完 / the broker alone did not finish either");
    }
    return tasks * TIMERS_OF_A_TASK / seconds;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / NANOS_IN_A_SECOND;
  }

  private static Report report(int timers, Firing firing, double bare) {
    return new Report("timers", "broker alone")
        .row("同时到期的定时 / timers due together", "timers", timers)
        .row(
            "每秒 / per second",
            new Report.Figure("timersPerSecond", timers / firing.seconds()),
            new Report.Figure("brokerOnlyTimersPerSecond", bare))
        .row(
            "全部办完，秒 / all worked off, s",
            new Report.Figure("workedOffSeconds", firing.seconds()),
            new Report.Figure("brokerOnlyWorkedOffSeconds", timers / bare))
        .row(
            "督办也全部办完，秒 / all escalations too, s",
            "workedOffWithEscalationsSeconds",
            firing.untilQuietSeconds())
        .row("引擎重复派发 / handed out again by the broker", "jobsHandedOutAgain", firing.repeated());
  }
}
