package cn.sunshine.processes;

import static cn.sunshine.processes.HouseholdExit.CORRECTION;
import static cn.sunshine.processes.HouseholdExit.COUNTY_CONFIRMATION;
import static cn.sunshine.processes.HouseholdExit.TOWNSHIP_CHECK;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit in Nantong: the village reports, the township checks, the county confirms (NT-10). */
@ProcessTest
class HouseholdExitTest {

  private final TestEngine engine;

  HouseholdExitTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void everyLevelAgreesAndTheRegisterIsChanged() {
    engine
        .caseOf(HouseholdExit.PROCESS_ID)
        .filed()
        .expectOpenTask(TOWNSHIP_CHECK)
        .approve(TOWNSHIP_CHECK)
        .expectOpenTask(COUNTY_CONFIRMATION)
        .expectNoWork("exit-household")
        .approve(COUNTY_CONFIRMATION)
        .expectWork("open-case", "judge-standing report", "exit-household", "close-case EXITED")
        .expectEnd("exited", "EXITED");
  }

  @ParameterizedTest
  @ValueSource(strings = {TOWNSHIP_CHECK, COUNTY_CONFIRMATION})
  void whoeverRejectsKeepsTheHouseholdOnTheRoll(String step) {
    caseAt(step).reject(step).expectNoWork("exit-household").expectEnd("refused", "REFUSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {TOWNSHIP_CHECK, COUNTY_CONFIRMATION})
  void aReturnGoesToTheReporterAndThenToTheTownshipAgain(String step) {
    caseAt(step)
        .giveBack(step)
        .expectOpenTask(CORRECTION)
        .correct()
        .expectWork("judge-standing report", "judge-standing report")
        .expectOpenTask(TOWNSHIP_CHECK)
        .approve(TOWNSHIP_CHECK)
        .expectOpenTask(COUNTY_CONFIRMATION);
  }

  @Test
  void theCountyCanSendItBackToTheTownship() {
    caseAt(COUNTY_CONFIRMATION)
        .giveBack(COUNTY_CONFIRMATION, TOWNSHIP_CHECK)
        .expectOpenTask(TOWNSHIP_CHECK)
        .giveBack(TOWNSHIP_CHECK)
        .expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {TOWNSHIP_CHECK, COUNTY_CONFIRMATION})
  void aDecisionThatIsNoneNeverCountsAsConsent(String step) {
    caseAt(step).decide(step, Map.of()).expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {TOWNSHIP_CHECK, COUNTY_CONFIRMATION, CORRECTION})
  void theReporterCanWithdrawAtAnyStep(String step) {
    caseAt(step).expectOpenTask(step).withdraw().expectEnd("withdrawal-done", "WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {TOWNSHIP_CHECK, COUNTY_CONFIRMATION, CORRECTION})
  void everyStepHasItsTermWarnedOfAndNotedAndStaysOpen(String step) {
    caseAt(step)
        .timePassesUntil(step, Variables.DUE_SOON)
        .expectWork("term-due-soon " + step)
        .expectNoWork("term-overdue " + step)
        .timePassesUntil(step, Variables.DUE)
        .expectWorkTimes(1, "term-overdue " + step)
        .expectOpenTask(step);
  }

  private TestCase caseAt(String step) {
    TestCase filed = engine.caseOf(HouseholdExit.PROCESS_ID).filed();
    return switch (step) {
      case TOWNSHIP_CHECK -> filed;
      case COUNTY_CONFIRMATION -> filed.approve(TOWNSHIP_CHECK);
      case CORRECTION -> filed.giveBack(TOWNSHIP_CHECK);
      default -> throw new IllegalArgumentException(step);
    };
  }
}
