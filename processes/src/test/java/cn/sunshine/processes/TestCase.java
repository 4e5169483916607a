package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One case on the engine: what people do with it, what the machine answers, and where it is
 * expected to stand. Reads as a specification, in the words of the steps.
 */
final class TestCase {

  private static final String VILLAGE_CODE = "320612101200";
  private static final Duration NOTICE_DAYS = Duration.ofDays(7);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final TestEngine engine;
  private final String id;
  private final Map<Long, ActivatedJob> openTasks = new HashMap<>();
  private final List<String> work = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private final List<String> incidents = new ArrayList<>();
  private final Map<String, String> answers =
      new HashMap<>(Map.of("final", "ELIGIBLE", "application", "ELIGIBLE"));
  private boolean outOfCounty;
  private int openDoubts;
  private int notices;
  private Instant noticeUntil;
  private long instance = -1;
  private boolean finished;

  TestCase(TestEngine engine, String id) {
    this.engine = engine;
    this.id = id;
  }

  String id() {
    return id;
  }

  // ---- what the machine will answer

  TestCase withAssetsOutsideTheCounty() {
    outOfCounty = true;
    return this;
  }

  TestCase withDoubts(int count) {
    openDoubts = count;
    return this;
  }

  TestCase judged(String stage, String eligibility) {
    answers.put(stage, eligibility);
    return this;
  }

  // ---- what people do

  TestCase filed() {
    Map<String, Object> routing =
        Map.of(Variables.CASE_ID, id, Variables.PACK, "nantong", Variables.REGION, VILLAGE_CODE);
    engine.publish(HouseholdAdmission.START_MESSAGE, id, id, routing);
    return this;
  }

  TestCase approve(String... steps) {
    for (String step : steps) {
      complete(step, Map.of(Variables.OUTCOME, Variables.APPROVE));
    }
    return this;
  }

  TestCase reject(String step) {
    return complete(step, Map.of(Variables.OUTCOME, Variables.REJECT));
  }

  TestCase giveBack(String step) {
    return complete(step, Map.of(Variables.OUTCOME, Variables.RETURN));
  }

  TestCase giveBack(String step, String target) {
    return complete(step, Map.of(Variables.OUTCOME, Variables.RETURN, Variables.RETURN_TO, target));
  }

  TestCase complete(String step, Map<String, Object> variables) {
    List<ActivatedJob> tasks =
        openTasks.values().stream().filter(job -> job.getElementId().equals(step)).toList();
    assertThat(tasks).as("open tasks %s of %s, all open: %s", step, id, openSteps()).hasSize(1);
    return complete(tasks.getFirst(), variables);
  }

  TestCase correct() {
    return complete(HouseholdAdmission.CORRECTION, Map.of(Variables.OUTCOME, "submit"));
  }

  TestCase withdraw() {
    engine.publish(HouseholdAdmission.WITHDRAWN_MESSAGE, id, id + "-withdrawn", Map.of());
    return this;
  }

  TestCase timePasses(Duration time) {
    engine.travel(time);
    return this;
  }

  TestCase noticeEnds() {
    return timePasses(Duration.between(engine.now(), noticeUntil).plusSeconds(1));
  }

  TestCase object(String objection) {
    engine.publish(
        PublicNotice.OBJECTION_MESSAGE,
        noticeId(),
        noticeId() + objection,
        Map.of(Variables.OBJECTION_ID, objection));
    return this;
  }

  TestCase dismiss(String objection) {
    return complete(reviewOf(objection), Map.of(Variables.OUTCOME, Variables.APPROVE));
  }

  TestCase uphold(String objection) {
    return complete(reviewOf(objection), Map.of(Variables.OUTCOME, Variables.REJECT));
  }

  TestCase upholdAndGiveBack(String objection, String target) {
    return complete(
        reviewOf(objection),
        Map.of(Variables.OUTCOME, Variables.RETURN, Variables.RETURN_TO, target));
  }

  // ---- ways to a step, for tests that begin there

  TestCase atVillageNotice() {
    return filed().approve(HouseholdAdmission.GROUP_REVIEW, HouseholdAdmission.COMMITTEE_REVIEW);
  }

  TestCase atTownshipCheck() {
    return atVillageNotice().noticeEnds();
  }

  TestCase atTownshipNotice() {
    return atTownshipCheck().approve(HouseholdAdmission.TOWNSHIP_CHECK);
  }

  /**
   * Through the township notice into the comparison and, when nothing stops it there, to the
   * county.
   */
  TestCase atComparison() {
    return atTownshipNotice().noticeEnds();
  }

  // ---- where it is expected to stand

  TestCase expectOpenTask(String... steps) {
    assertThat(incidents).isEmpty();
    assertThat(openSteps())
        .as("open tasks of %s after %s", id, work)
        .containsExactlyInAnyOrder(steps);
    assertThat(finished).as("case %s has ended", id).isFalse();
    return this;
  }

  TestCase expectNoOpenTask() {
    return expectOpenTask();
  }

  TestCase expectObjections(String... objections) {
    assertThat(
            openTasks.values().stream()
                .filter(job -> job.getElementId().equals(PublicNotice.OBJECTION_REVIEW))
                .map(job -> job.getVariable(Variables.OBJECTION_ID)))
        .containsExactlyInAnyOrder((Object[]) objections);
    return this;
  }

  TestCase expectWork(String... expected) {
    assertThat(work).containsSubsequence(expected);
    return this;
  }

  TestCase expectNoWork(String unexpected) {
    assertThat(work).doesNotContain(unexpected);
    return this;
  }

  TestCase expectLastWork(String expected) {
    assertThat(work.getLast()).isEqualTo(expected);
    return this;
  }

  TestCase expectIncident(String part) {
    assertThat(incidents).singleElement().asString().contains(part);
    return this;
  }

  void expectEnd(String endEvent, String result) {
    assertThat(incidents).isEmpty();
    assertThat(ends).as("end of %s after %s", id, work).containsExactly(endEvent);
    assertThat(work.getLast()).isEqualTo("close-case " + result);
    assertThat(openSteps()).as("tasks left behind").isEmpty();
    assertThat(finished).as("process instance has completed").isTrue();
  }

  // ---- told by the engine

  void opened(ActivatedJob job) {
    openTasks.put(job.getKey(), job);
  }

  void cancelled(long jobKey) {
    openTasks.remove(jobKey);
  }

  void incident(IncidentRecordValue incident) {
    if (incident.getProcessInstanceKey() == instance || incident.getErrorMessage().contains(id)) {
      incidents.add(incident.getElementId() + ": " + incident.getErrorMessage());
    }
  }

  void reached(ProcessInstanceRecordValue end) {
    if (end.getProcessInstanceKey() == instance) {
      ends.add(end.getElementId());
    }
  }

  void completed(ProcessInstanceRecordValue process) {
    finished = finished || process.getProcessInstanceKey() == instance;
  }

  /** Does a job of the machine as the app's workers do, with the answers the test has set. */
  Map<String, Object> work(ActivatedJob job) {
    String type = job.getType();
    switch (type) {
      case JobTypes.OPEN_CASE -> instance = job.getProcessInstanceKey();
      case JobTypes.EVALUATE_RULES -> {
        String stage = job.getCustomHeaders().get(Headers.STAGE);
        work.add(type + " " + stage);
        return Map.of(Variables.ELIGIBILITY, answers.get(stage));
      }
      case JobTypes.PUBLISH_NOTICE -> {
        work.add(type + " " + job.getVariable(Variables.NOTICE_KIND));
        notices++;
        noticeUntil = engine.now().plus(NOTICE_DAYS);
        String until = noticeUntil.atZone(CHINA).toOffsetDateTime().toString();
        return Map.of(Variables.NOTICE_ID, noticeId(), Variables.NOTICE_UNTIL, until);
      }
      case JobTypes.CLOSE_NOTICE -> {
        assertThat(job.getVariable(Variables.NOTICE_ID)).isEqualTo(noticeId());
        work.add(type + " " + job.getCustomHeaders().get(Headers.NOTICE_OUTCOME));
        return Map.of();
      }
      case JobTypes.COMPARE_ASSETS -> {
        String scope = job.getCustomHeaders().get(Headers.SCOPE);
        work.add(type + " " + scope);
        return scope.equals(AssetComparison.COUNTY_SCOPE)
            ? Map.of(Variables.OUT_OF_COUNTY, outOfCounty)
            : Map.of();
      }
      case JobTypes.RAISE_DOUBTS -> {
        work.add(type);
        return Map.of(Variables.OPEN_DOUBTS, openDoubts);
      }
      case JobTypes.REGISTER_HOUSEHOLD -> {
        work.add(type);
        return Map.of(Variables.HOUSEHOLD_NUMBER, "NT-" + id);
      }
      case JobTypes.CLOSE_CASE -> {
        work.add(type + " " + job.getCustomHeaders().get(Headers.RESULT));
        return Map.of();
      }
      default -> throw new IllegalArgumentException("no worker for " + type);
    }
    work.add(type);
    return Map.of();
  }

  private TestCase complete(ActivatedJob task, Map<String, Object> variables) {
    openTasks.remove(task.getKey());
    engine.complete(task, variables);
    return this;
  }

  private ActivatedJob reviewOf(String objection) {
    return openTasks.values().stream()
        .filter(job -> job.getElementId().equals(PublicNotice.OBJECTION_REVIEW))
        .filter(job -> objection.equals(job.getVariable(Variables.OBJECTION_ID)))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError("no review of " + objection + " is open, only " + openSteps()));
  }

  private List<String> openSteps() {
    return openTasks.values().stream().map(ActivatedJob::getElementId).toList();
  }

  private String noticeId() {
    return "notice-" + id + "-" + notices;
  }
}
