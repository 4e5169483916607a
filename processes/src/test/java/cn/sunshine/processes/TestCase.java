package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One case on the engine: what people do with it and where it is expected to stand. Reads as a
 * specification, in the words of the steps.
 */
final class TestCase {

  private static final String VILLAGE_CODE = "320612101200";

  private static final String CANDIDATES = "io.camunda.zeebe:candidateGroups";

  private final TestEngine engine;
  private final String id;
  private final String process;
  private final CaseWorkers workers;
  private final Map<Long, ActivatedJob> openTasks = new LinkedHashMap<>();
  private final Set<Long> instances = new HashSet<>();
  private final List<String> ends = new ArrayList<>();
  private final List<String> incidents = new ArrayList<>();
  private Optional<List<String>> workdays = Optional.empty();
  private long instance;
  private boolean finished;
  private int filings;

  TestCase(TestEngine engine, String id, String process) {
    this.engine = engine;
    this.id = id;
    this.process = process;
    this.workers = new CaseWorkers(engine, id);
  }

  // ---- what the machine will answer

  TestCase withAssetsOutsideTheCounty() {
    return answering(Variables.OUT_OF_COUNTY, true);
  }

  TestCase withDoubts(int count) {
    return answering(Variables.OPEN_DOUBTS, count);
  }

  TestCase judgedAtLast(String eligibility) {
    return answering("final", eligibility);
  }

  /**
   * From now on the app knows just these days as working days.
   *
   * @param daysFromToday ascending
   */
  TestCase withWorkdays(int... daysFromToday) {
    LocalDate today = LocalDate.ofInstant(engine.now(), TestTerms.CHINA);
    workdays =
        Optional.of(
            Arrays.stream(daysFromToday).mapToObj(day -> today.plusDays(day).toString()).toList());
    return this;
  }

  TestCase answering(String question, Object answer) {
    workers.answer(question, answer);
    return this;
  }

  // ---- what people do

  TestCase filed() {
    return filed(process);
  }

  /** Starts the case with another process than household admission. */
  TestCase filed(String started) {
    filings++;
    Map<String, Object> routing =
        Map.of(
            Variables.CASE_ID,
            id,
            Variables.PACK,
            "nantong",
            Variables.REGION,
            VILLAGE_CODE,
            Variables.WORKDAYS,
            workdays(),
            Variables.TERMS,
            TestTerms.terms());
    engine.publish(StartMessage.of(started), id, id + "-filed-" + filings, routing);
    return this;
  }

  /** A process beside the case, watching over a task; due and soon counted from now. */
  TestCase watched(String process, Duration soon, Duration due) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(Variables.CASE_ID, id);
    variables.put(TaskWatch.TASK_ID, id + "-task");
    variables.put(TaskWatch.WATCH_ID, id + "-watch");
    variables.put(Variables.DUE_SOON, moment(soon));
    variables.put(Variables.DUE, moment(due));
    variables.put(Variables.WORKDAYS, workdays());
    variables.put(Variables.TERMS, TestTerms.terms());
    engine.publish(StartMessage.of(process), id + "-watch", id + "-watch", variables);
    return this;
  }

  private String moment(Duration fromNow) {
    return engine.now().plus(fromNow).atZone(TestTerms.CHINA).toOffsetDateTime().toString();
  }

  /** The watched task is done, cancelled or has another term. */
  TestCase settled() {
    engine.settle();
    engine.publish(TaskWatch.SETTLED_MESSAGE, id + "-watch", id + "-settled", Map.of());
    return this;
  }

  TestCase approve(String... steps) {
    for (String step : steps) {
      decide(step, Map.of(Variables.OUTCOME, Variables.APPROVE));
    }
    return this;
  }

  TestCase reject(String step) {
    return decide(step, Map.of(Variables.OUTCOME, Variables.REJECT));
  }

  TestCase giveBack(String step) {
    return decide(step, Map.of(Variables.OUTCOME, Variables.RETURN));
  }

  TestCase giveBack(String step, String target) {
    return decide(step, Map.of(Variables.OUTCOME, Variables.RETURN, Variables.RETURN_TO, target));
  }

  TestCase decide(String step, Map<String, Object> variables) {
    return complete(task(step, job -> true), variables);
  }

  /** One of several open tasks of the same step. */
  TestCase decideOne(String step, Map<String, Object> variables) {
    engine.settleUntil(() -> openSteps().contains(step));
    return complete(anyTask(step), variables);
  }

  /** The steps that wait for people now. */
  List<String> open() {
    engine.settle();
    return openSteps();
  }

  TestCase correct() {
    return decide(HouseholdAdmission.CORRECTION, Map.of(Variables.OUTCOME, "submit"));
  }

  TestCase withdraw() {
    engine.settle();
    engine.publish(HouseholdAdmission.WITHDRAWN_MESSAGE, id, id + "-withdrawn", Map.of());
    return this;
  }

  /** A message that somebody outside sends to the case. */
  TestCase hears(String message) {
    engine.settle();
    engine.publish(message, id, id + "-" + message + "-" + engine.now(), Map.of());
    return this;
  }

  TestCase timePasses(Duration time) {
    engine.travel(time);
    return this;
  }

  /** Until just before a moment that a step has as a variable of its own. */
  TestCase timePassesUntilBefore(String step, String moment) {
    return timePasses(Duration.between(engine.now(), momentOf(step, moment)).minusMinutes(1));
  }

  TestCase timePassesUntil(String step, String moment) {
    Duration left = Duration.between(engine.now(), momentOf(step, moment)).plusSeconds(1);
    return left.isNegative() ? this : timePasses(left);
  }

  /** Both terms of an open step run out, which is told once for each of its tasks. */
  TestCase outlasts(String step) {
    int tasks = (int) open().stream().filter(step::equals).count();
    timePassesUntil(step, Variables.DUE_SOON).expectWorkTimes(tasks, "term-due-soon " + step);
    timePassesUntil(step, Variables.DUE).expectWorkTimes(tasks, "term-overdue " + step);
    assertThat(open()).contains(step);
    return this;
  }

  /** Until just before the end of the notice. */
  TestCase noticeAlmostEnds() {
    engine.settle();
    return timePasses(Duration.between(engine.now(), workers.noticeUntil()).minusMinutes(1));
  }

  TestCase noticeEnds() {
    engine.settle();
    return timePasses(Duration.between(engine.now(), workers.noticeUntil()).plusSeconds(1));
  }

  TestCase object(String... objections) {
    engine.settle();
    String notice = workers.noticeId();
    for (String objection : objections) {
      Map<String, Object> variables = Map.of(Variables.OBJECTION_ID, objection);
      engine.publish(PublicNotice.OBJECTION_MESSAGE, notice, notice + objection, variables);
    }
    return this;
  }

  TestCase dismiss(String objection) {
    return complete(reviewOf(objection), Map.of(Variables.OUTCOME, Variables.APPROVE));
  }

  TestCase uphold(String objection) {
    return complete(reviewOf(objection), Map.of(Variables.OUTCOME, Variables.REJECT));
  }

  TestCase upholdAndGiveBack(String objection) {
    return complete(reviewOf(objection), Map.of(Variables.OUTCOME, Variables.RETURN));
  }

  TestCase upholdAndGiveBack(String objection, String target) {
    return complete(
        reviewOf(objection),
        Map.of(Variables.OUTCOME, Variables.RETURN, Variables.RETURN_TO, target));
  }

  // ---- where it is expected to stand

  TestCase expectOpenTask(String... steps) {
    engine.settle();
    assertThat(incidents).isEmpty();
    assertThat(openSteps())
        .as("open tasks of %s after %s", id, workers.done())
        .containsExactlyInAnyOrder(steps);
    assertThat(finished).as("case %s has ended", id).isFalse();
    return this;
  }

  TestCase expectNoOpenTask() {
    return expectOpenTask();
  }

  TestCase expectObjectionsUnderReview(String... objections) {
    engine.settle();
    assertThat(openTasks.values().stream().map(job -> job.getVariable(Variables.OBJECTION_ID)))
        .containsExactlyInAnyOrder((Object[]) objections);
    return this;
  }

  /** The variables that a person's step sees, all of them. */
  TestCase expectVariablesAt(String step, String... names) {
    assertThat(task(step, job -> true).getVariablesAsMap()).containsOnlyKeys(names);
    return this;
  }

  /** 24:00 of the day that lies so many days after today. */
  TestCase expectDue(String step, int daysFromToday) {
    assertThat(momentOf(step, Variables.DUE)).isEqualTo(startOf(daysFromToday + 1));
    return this;
  }

  TestCase expectDueSoon(String step, int daysFromToday, Duration timeOfDay) {
    assertThat(momentOf(step, Variables.DUE_SOON))
        .isEqualTo(startOf(daysFromToday).plus(timeOfDay));
    return this;
  }

  private Instant startOf(int daysFromToday) {
    return LocalDate.ofInstant(engine.now(), TestTerms.CHINA)
        .plusDays(daysFromToday)
        .atStartOfDay(TestTerms.CHINA)
        .toInstant();
  }

  /** Whose task an open step is, such as {@code township@township}. */
  TestCase expectOffice(String step, String office) {
    assertThat(task(step, job -> true).getCustomHeaders().get(CANDIDATES)).contains(office);
    return this;
  }

  boolean hasEnded() {
    engine.settle();
    return finished;
  }

  /** How often something was done, told by its words. */
  TestCase expectWorkTimes(int times, String work) {
    engine.settle();
    assertThat(workers.done()).filteredOn(work::equals).hasSize(times);
    return this;
  }

  TestCase expectWork(String... expected) {
    engine.settle();
    assertThat(workers.done()).containsSubsequence(expected);
    return this;
  }

  TestCase expectNoWork(String unexpected) {
    engine.settle();
    assertThat(workers.done()).doesNotContain(unexpected);
    return this;
  }

  TestCase expectNoticeClosed(String outcome) {
    return expectWork(JobTypes.CLOSE_NOTICE + " " + outcome + " " + workers.noticeId());
  }

  void expectIncidentAt(String element) {
    engine.settle();
    assertThat(incidents).containsExactly(element);
    assertThat(openSteps()).isEmpty();
    assertThat(finished).isFalse();
  }

  void expectEnd(String endEvent, String result) {
    engine.settle();
    assertThat(incidents).isEmpty();
    assertThat(ends).as("end of %s after %s", id, workers.done()).containsExactly(endEvent);
    assertThat(workers.done().stream().filter(work -> work.startsWith(JobTypes.CLOSE_CASE)))
        .containsExactly(JobTypes.CLOSE_CASE + " " + result);
    assertThat(openSteps()).as("tasks left behind").isEmpty();
    assertThat(finished).as("the process instance has completed").isTrue();
  }

  /** The end of a process that watches over a task. */
  void expectWatchEnd(String endEvent) {
    engine.settle();
    assertThat(incidents).isEmpty();
    assertThat(ends).containsExactly(endEvent);
    assertThat(finished).as("the process instance has completed").isTrue();
  }

  // ---- told by the engine

  void opened(ActivatedJob job) {
    instances.add(job.getProcessInstanceKey());
    openTasks.put(job.getKey(), job);
  }

  void cancelled(long jobKey) {
    openTasks.remove(jobKey);
  }

  void incident(IncidentRecordValue incident) {
    if (instances.contains(incident.getProcessInstanceKey())) {
      incidents.add(incident.getElementId());
    }
  }

  void reached(ProcessInstanceRecordValue end) {
    if (end.getProcessInstanceKey() == instance
        && Deadlines.timerToldBy(end.getElementId()).isEmpty()) {
      ends.add(end.getElementId());
    }
  }

  void completed(ProcessInstanceRecordValue process) {
    finished = finished || process.getProcessInstanceKey() == instance;
  }

  Map<String, Object> work(ActivatedJob job) {
    instances.add(job.getProcessInstanceKey());
    if (instance == 0) {
      instance = job.getProcessInstanceKey();
    }
    return workers.work(job);
  }

  private TestCase complete(ActivatedJob task, Map<String, Object> variables) {
    openTasks.remove(task.getKey());
    Map<String, Object> answer = new HashMap<>(variables);
    answer.put(Variables.WORKDAYS, workdays());
    engine.complete(task, answer);
    return this;
  }

  private List<String> workdays() {
    return workdays.orElseGet(() -> TestTerms.workdays(engine.now()));
  }

  private Instant momentOf(String step, String variable) {
    engine.settleUntil(() -> openSteps().contains(step));
    Object moment = anyTask(step).getVariable(variable);
    return ZonedDateTime.parse((String) moment).toInstant();
  }

  private ActivatedJob reviewOf(String objection) {
    return task(
        PublicNotice.OBJECTION_REVIEW,
        job -> objection.equals(job.getVariable(Variables.OBJECTION_ID)));
  }

  private ActivatedJob task(String step, Predicate<ActivatedJob> which) {
    Predicate<ActivatedJob> wanted = which.and(job -> job.getElementId().equals(step));
    engine.settleUntil(() -> openTasks.values().stream().anyMatch(wanted));
    List<ActivatedJob> found = openTasks.values().stream().filter(wanted).toList();
    assertThat(found)
        .as("%s of %s; open: %s, incidents: %s", step, id, openSteps(), incidents)
        .hasSize(1);
    return found.getFirst();
  }

  private ActivatedJob anyTask(String step) {
    return openTasks.values().stream()
        .filter(job -> job.getElementId().equals(step))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + step + " of " + id + ": " + openSteps()));
  }

  private List<String> openSteps() {
    return openTasks.values().stream().map(ActivatedJob::getElementId).toList();
  }
}
