package cn.sunshine.processes;

import static cn.sunshine.processes.Complaint.ACCEPTANCE;
import static cn.sunshine.processes.Complaint.DISCIPLINE_CHECK;
import static cn.sunshine.processes.Complaint.EXTENSION_APPROVAL;
import static cn.sunshine.processes.Complaint.HAND_OVER;
import static cn.sunshine.processes.Complaint.HELP_REQUEST;
import static cn.sunshine.processes.Complaint.INFORMATION_MESSAGE;
import static cn.sunshine.processes.Complaint.INVESTIGATION;
import static cn.sunshine.processes.Complaint.OBJECTION_MESSAGE;
import static cn.sunshine.processes.Complaint.PROCESS_ID;
import static cn.sunshine.processes.Complaint.REASSIGNMENT;
import static cn.sunshine.processes.Complaint.REINVESTIGATION;
import static cn.sunshine.processes.Complaint.REPLY;
import static cn.sunshine.processes.Complaint.RESULT_CHECK;
import static cn.sunshine.processes.Complaint.REVIEW_CONCLUSION;
import static cn.sunshine.processes.Complaint.REVIEW_HAND_OVER;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code NT-21}, {@code NT-24}, {@code NT-27}: complaints and requests for help, every way. */
@ProcessTest
class ComplaintTest {

  private static final Duration OBJECTION_OVER = CaseWorkers.OBJECTION_DAYS.plusMinutes(1);

  private final TestEngine engine;

  ComplaintTest(TestEngine engine) {
    this.engine = engine;
  }

  static Stream<String> bothKinds() {
    return Stream.of(PROCESS_ID, HELP_REQUEST);
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void aRequestThatIsAnsweredAtOnceIsClosedWhenNobodyObjects(String process) {
    engine
        .caseOf(process)
        .filed()
        .expectOpenTask(ACCEPTANCE)
        .approve(ACCEPTANCE)
        .expectOpenTask(REPLY)
        .approve(REPLY)
        .expectNoOpenTask()
        .expectWork("open-case", "sort-request", "accept-request", "tell-result")
        .timePasses(OBJECTION_OVER)
        .expectEnd("answered", "ANSWERED");
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void aRequestThatIsNotAcceptedEnds(String process) {
    engine.caseOf(process).filed().reject(ACCEPTANCE).expectEnd("refused", "NOT_ACCEPTED");
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void aDuplicateEndsInTheOther(String process) {
    engine
        .caseOf(process)
        .filed()
        .decide(ACCEPTANCE, outcome("merge"))
        .expectEnd("merged", "MERGED");
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void anObjectionIsReviewedOneLevelUpAndOnlyOnce(String process) {
    engine
        .caseOf(process)
        .filed()
        .approve(ACCEPTANCE, REPLY)
        .hears(OBJECTION_MESSAGE)
        .expectOpenTask(REVIEW_HAND_OVER)
        .approve(REVIEW_HAND_OVER)
        .expectOpenTask(REINVESTIGATION)
        .approve(REINVESTIGATION)
        .expectOpenTask(REVIEW_CONCLUSION)
        .approve(REVIEW_CONCLUSION)
        .expectWorkTimes(2, "tell-result")
        .expectEnd("answered", "ANSWERED");
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void itCanBeWithdrawnWhileTheDepartmentHasIt(String process) {
    engine
        .caseOf(process)
        .filed()
        .approve(ACCEPTANCE)
        .expectOpenTask(REPLY)
        .withdraw()
        .expectNoWork("tell-result")
        .expectEnd("withdrawal-done", "WITHDRAWN");
  }

  @Test
  void theReviewCanKeepTheAnswer() {
    complaint()
        .approve(ACCEPTANCE, REPLY)
        .hears(OBJECTION_MESSAGE)
        .reject(REVIEW_HAND_OVER)
        .expectEnd("answered", "ANSWERED");
  }

  @Test
  void aReviewThatIsNotClearIsInvestigatedAgain() {
    complaint()
        .approve(ACCEPTANCE, REPLY)
        .hears(OBJECTION_MESSAGE)
        .approve(REVIEW_HAND_OVER, REINVESTIGATION)
        .decide(REVIEW_CONCLUSION, outcome("redo"))
        .expectOpenTask(REINVESTIGATION)
        .approve(REINVESTIGATION, REVIEW_CONCLUSION)
        .expectEnd("answered", "ANSWERED");
  }

  @Test
  void anObjectionWhenTheTimeForItIsOverChangesNothing() {
    complaint()
        .approve(ACCEPTANCE, REPLY)
        .timePasses(OBJECTION_OVER)
        .hears(OBJECTION_MESSAGE)
        .expectEnd("answered", "ANSWERED");
  }

  @Test
  void whatNeedsAnInvestigationIsHandedOverAndItsResultChecked() {
    underInvestigation()
        .approve(INVESTIGATION)
        .expectOpenTask(RESULT_CHECK)
        .approve(RESULT_CHECK)
        .timePasses(OBJECTION_OVER)
        .expectEnd("answered", "ANSWERED");
  }

  @Test
  void aResultThatIsNotClearGoesBackWithTheDaysThatAreLeft() {
    underInvestigation()
        .approve(INVESTIGATION)
        .decide(RESULT_CHECK, outcome("redo"))
        .expectOpenTask(INVESTIGATION)
        .expectWork("resume-clock investigation");
  }

  @ParameterizedTest
  @ValueSource(strings = {REPLY, INVESTIGATION})
  void whileThePersonIsAskedNoClockRunsAndTheAnswerStartsItWithTheDaysLeft(String step) {
    at(step)
        .withWorkdays(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        .decide(step, outcome("ask"))
        .timePasses(Duration.ofDays(4))
        .expectNoOpenTask()
        .expectNoWork("term-overdue " + step)
        .hears(INFORMATION_MESSAGE)
        .expectOpenTask(step)
        .expectWork("resume-clock " + step)
        .expectDue(step, 3)
        .timePassesUntil(step, Variables.DUE)
        .expectWork("term-overdue " + step);
  }

  @ParameterizedTest
  @ValueSource(strings = {REPLY, INVESTIGATION})
  void whenNoAnswerComesTheDepartmentGoesOnWithWhatItKnows(String step) {
    at(step)
        .decide(step, outcome("ask"))
        .expectNoOpenTask()
        .timePasses(Duration.ofDays(9))
        .expectOpenTask(step)
        .expectWork("resume-clock " + step);
  }

  @ParameterizedTest
  @ValueSource(strings = {REPLY, INVESTIGATION})
  void theWrongDepartmentGivesItBackAndTheClockIsNotSetBack(String step) {
    at(step)
        .withWorkdays(1, 2, 3, 4, 5, 6, 7, 8, 9)
        .decide(step, outcome("transfer"))
        .expectOpenTask(REASSIGNMENT)
        .approve(REASSIGNMENT)
        .expectOpenTask(step)
        .expectDue(step, 3);
  }

  @Test
  void theOfficeCanLeaveItWithTheDepartment() {
    at(REPLY).decide(REPLY, outcome("transfer")).reject(REASSIGNMENT).expectOpenTask(REPLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "reject"})
  void anExtensionGrantedOrNotTheInvestigationGoesOn(String decision) {
    underInvestigation()
        .decide(INVESTIGATION, outcome("extend"))
        .expectOpenTask(EXTENSION_APPROVAL)
        .decide(EXTENSION_APPROVAL, outcome(decision))
        .expectOpenTask(INVESTIGATION)
        .expectWork("resume-clock investigation");
  }

  @Test
  void aSeriousClueGoesStraightToTheDisciplineInspection() {
    engine
        .caseOf(PROCESS_ID)
        .answering(Variables.SEVERITY, "SERIOUS")
        .filed()
        .approve(ACCEPTANCE)
        .expectOpenTask(DISCIPLINE_CHECK)
        .approve(DISCIPLINE_CHECK)
        .timePasses(OBJECTION_OVER)
        .expectEnd("answered", "ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {REPLY, HAND_OVER, INVESTIGATION, RESULT_CHECK})
  void aClueFoundOnTheWayGoesThereToo(String step) {
    at(step).decide(step, outcome("clue")).expectOpenTask(DISCIPLINE_CHECK);
  }

  @Test
  void whatIsNoMatterOfDisciplineIsHandedOverWithItsFullTerm() {
    underInvestigation()
        .withWorkdays(1, 2, 3, 4, 5, 6, 7, 8, 9)
        .decide(INVESTIGATION, outcome("transfer"))
        .approve(REASSIGNMENT)
        .expectDue(INVESTIGATION, 3)
        .decide(INVESTIGATION, outcome("clue"))
        .reject(DISCIPLINE_CHECK)
        .expectOpenTask(HAND_OVER)
        .approve(HAND_OVER)
        .expectDue(INVESTIGATION, TestTerms.DAYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ACCEPTANCE,
        REPLY,
        HAND_OVER,
        INVESTIGATION,
        REASSIGNMENT,
        EXTENSION_APPROVAL,
        RESULT_CHECK,
        DISCIPLINE_CHECK,
        REVIEW_HAND_OVER,
        REINVESTIGATION,
        REVIEW_CONCLUSION
      })
  void everyStepWarnsBeforeItsTermEndsAndReportsThatItHasEndedAndStaysOpen(String step) {
    at(step)
        .timePassesUntil(step, Variables.DUE_SOON)
        .expectWork("term-due-soon " + step)
        .expectOpenTask(step)
        .timePassesUntilBefore(step, Variables.DUE)
        .expectNoWork("term-overdue " + step)
        .timePassesUntil(step, Variables.DUE)
        .expectWork("term-overdue " + step)
        .expectOpenTask(step);
  }

  private TestCase complaint() {
    return engine.caseOf(PROCESS_ID).filed();
  }

  private TestCase underInvestigation() {
    return at(HAND_OVER).approve(HAND_OVER);
  }

  private TestCase at(String step) {
    return switch (step) {
      case ACCEPTANCE -> complaint();
      case REPLY -> complaint().approve(ACCEPTANCE);
      case HAND_OVER -> at(REPLY).decide(REPLY, outcome("investigate"));
      case INVESTIGATION -> underInvestigation();
      case REASSIGNMENT -> at(REPLY).decide(REPLY, outcome("transfer"));
      case EXTENSION_APPROVAL -> underInvestigation().decide(INVESTIGATION, outcome("extend"));
      case RESULT_CHECK -> underInvestigation().approve(INVESTIGATION);
      case DISCIPLINE_CHECK -> at(REPLY).decide(REPLY, outcome("clue"));
      case REVIEW_HAND_OVER -> at(REPLY).approve(REPLY).hears(OBJECTION_MESSAGE);
      case REINVESTIGATION -> at(REVIEW_HAND_OVER).approve(REVIEW_HAND_OVER);
      case REVIEW_CONCLUSION -> at(REINVESTIGATION).approve(REINVESTIGATION);
      default -> throw new IllegalArgumentException(step);
    };
  }

  private static Map<String, Object> outcome(String outcome) {
    return Map.of(Variables.OUTCOME, outcome);
  }
}
