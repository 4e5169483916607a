package cn.sunshine.processes;

import static cn.sunshine.processes.PolicyChange.APPROVAL;
import static cn.sunshine.processes.PolicyChange.CORRECTION;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of policy is approved by somebody else and takes effect on its day (JY-17, YC-1). */
@ProcessTest
class PolicyChangeTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestEngine engine;

  PolicyChangeTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void whatIsApprovedTakesEffectOnItsDayAndNotBefore() {
    TestCase change =
        submitted()
            .expectOpenTask(APPROVAL)
            .approve(APPROVAL)
            .timePasses(CaseWorkers.RELEASE_IN.minus(MINUTE))
            .expectWork("open-case", "prepare-policy-change", "schedule-release")
            .expectNoWork("release-policy");
    change
        .timePasses(MINUTE.plusSeconds(1))
        .expectWorkTimes(1, "release-policy")
        .expectEnd("released", "RELEASED");
  }

  @Test
  void whatIsRejectedNeverTakesEffect() {
    submitted().reject(APPROVAL).expectNoWork("release-policy").expectEnd("refused", "REFUSED");
  }

  @Test
  void whatIsReturnedGoesToItsAuthorAndIsApprovedAgain() {
    submitted()
        .giveBack(APPROVAL)
        .expectOpenTask(CORRECTION)
        .expectNoWork("schedule-release")
        .approve(CORRECTION)
        .expectOpenTask(APPROVAL);
  }

  @Test
  void aDecisionThatIsNoneNeverCountsAsConsent() {
    submitted().decide(APPROVAL, Map.of()).expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {APPROVAL, CORRECTION})
  void theAuthorCanWithdrawAtAnyStep(String step) {
    changeAt(step).expectOpenTask(step).withdraw().expectEnd("withdrawal-done", "WITHDRAWN");
  }

  @Test
  void theAuthorCanWithdrawWhatWaitsForItsDay() {
    submitted()
        .approve(APPROVAL)
        .withdraw()
        .expectNoWork("release-policy")
        .expectEnd("withdrawal-done", "WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {APPROVAL, CORRECTION})
  void everyStepHasItsTermWarnedOfAndNotedAndStaysOpen(String step) {
    changeAt(step)
        .timePassesUntil(step, Variables.DUE_SOON)
        .expectWork("term-due-soon " + step)
        .expectNoWork("term-overdue " + step)
        .timePassesUntil(step, Variables.DUE)
        .expectWorkTimes(1, "term-overdue " + step)
        .expectOpenTask(step);
  }

  private TestCase submitted() {
    return engine.caseOf(PolicyChange.PROCESS_ID).filed();
  }

  private TestCase changeAt(String step) {
    return step.equals(APPROVAL) ? submitted() : submitted().giveBack(APPROVAL);
  }
}
