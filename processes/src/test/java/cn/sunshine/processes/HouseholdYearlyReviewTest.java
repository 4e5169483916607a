package cn.sunshine.processes;

import static cn.sunshine.processes.HouseholdYearlyReview.ADJUST;
import static cn.sunshine.processes.HouseholdYearlyReview.DECISION;
import static cn.sunshine.processes.HouseholdYearlyReview.EXIT;
import static cn.sunshine.processes.HouseholdYearlyReview.EXIT_REVIEW;
import static cn.sunshine.processes.HouseholdYearlyReview.INCOME_REPORT;
import static cn.sunshine.processes.HouseholdYearlyReview.KEEP;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The yearly review of one household (NT-10, NT-26, JY-3, YC-1). */
@ProcessTest
class HouseholdYearlyReviewTest {

  private final TestEngine engine;

  HouseholdYearlyReviewTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void theVillageReportsTheRulesProposeAndTheTownshipKeeps() {
    engine
        .caseOf(HouseholdYearlyReview.PROCESS_ID)
        .filed()
        .expectOpenTask(INCOME_REPORT)
        .expectNoWork("judge-standing review")
        .approve(INCOME_REPORT)
        .expectWork("open-case", "judge-standing review")
        .expectOpenTask(DECISION)
        .decide(DECISION, Map.of(Variables.OUTCOME, KEEP))
        .expectNoWork("adjust-household")
        .expectEnd("kept", "KEPT");
  }

  @Test
  void anAdjustmentChangesTheRegister() {
    caseAt(DECISION)
        .decide(DECISION, Map.of(Variables.OUTCOME, ADJUST))
        .expectWork("adjust-household", "close-case ADJUSTED")
        .expectEnd("adjusted", "ADJUSTED");
  }

  @Test
  void anExitThatTheCountyAgreesToStartsTheExit() {
    caseAt(EXIT_REVIEW)
        .expectOpenTask(EXIT_REVIEW)
        .expectNoWork("start-exit")
        .approve(EXIT_REVIEW)
        .expectWork("start-exit", "close-case EXIT")
        .expectEnd("exit-started", "EXIT");
  }

  @Test
  void anExitThatTheCountyRefusesKeepsTheHousehold() {
    caseAt(EXIT_REVIEW)
        .reject(EXIT_REVIEW)
        .expectNoWork("start-exit")
        .expectEnd("retained", "KEPT");
  }

  @Test
  void theTownshipCanSendTheReportBack() {
    caseAt(DECISION)
        .giveBack(DECISION)
        .expectOpenTask(INCOME_REPORT)
        .approve(INCOME_REPORT)
        .expectWork("judge-standing review", "judge-standing review")
        .expectOpenTask(DECISION);
  }

  @Test
  void theCountyCanSendItBackToTheTownshipOrTheVillage() {
    caseAt(EXIT_REVIEW).giveBack(EXIT_REVIEW).expectOpenTask(DECISION);
    caseAt(EXIT_REVIEW).giveBack(EXIT_REVIEW, INCOME_REPORT).expectOpenTask(INCOME_REPORT);
  }

  @Test
  void aDecisionThatIsNoneNeverCountsAsConsent() {
    caseAt(DECISION).decide(DECISION, Map.of()).expectOpenTask(INCOME_REPORT);
    caseAt(EXIT_REVIEW).decide(EXIT_REVIEW, Map.of()).expectOpenTask(DECISION);
  }

  @ParameterizedTest
  @ValueSource(strings = {INCOME_REPORT, DECISION, EXIT_REVIEW})
  void itCanBeWithdrawnAtAnyStep(String step) {
    caseAt(step).expectOpenTask(step).withdraw().expectEnd("withdrawal-done", "WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {INCOME_REPORT, DECISION, EXIT_REVIEW})
  void everyStepHasItsTerm(String step) {
    caseAt(step)
        .timePassesUntil(step, Variables.DUE_SOON)
        .expectWork("term-due-soon " + step)
        .timePassesUntil(step, Variables.DUE)
        .expectWorkTimes(1, "term-overdue " + step)
        .expectOpenTask(step);
  }

  private TestCase caseAt(String step) {
    TestCase filed = engine.caseOf(HouseholdYearlyReview.PROCESS_ID).filed();
    return switch (step) {
      case INCOME_REPORT -> filed;
      case DECISION -> filed.approve(INCOME_REPORT);
      case EXIT_REVIEW ->
          filed.approve(INCOME_REPORT).decide(DECISION, Map.of(Variables.OUTCOME, EXIT));
      default -> throw new IllegalArgumentException(step);
    };
  }
}
