package cn.sunshine.processes;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A round of yearly reviews starts itself and goes through all households (NT-10, JY-3, YC-1). */
@ProcessTest
class YearlyReviewRoundTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestEngine engine;

  YearlyReviewRoundTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void nothingStartsBeforeItsDay() {
    planned()
        .timePasses(CaseWorkers.REVIEWS_IN.minus(MINUTE))
        .expectWork("open-case", "plan-reviews")
        .expectNoWork("start-reviews");
  }

  @Test
  void onItsDayItStartsByItselfAndEndsWhenEveryReviewHasEnded() {
    begun(planned())
        .expectWorkTimes(1, "start-reviews")
        .expectNoWork("close-case FINISHED")
        .hears(YearlyReviewRound.FINISHED_MESSAGE)
        .expectEnd("finished", "FINISHED");
  }

  @Test
  void itStartsBatchAfterBatchWithAPauseBetween() {
    TestCase round = begun(planned().answering(Variables.MORE_REVIEWS, 2));
    round.expectWorkTimes(1, "start-reviews");
    round.timePasses(Duration.ofSeconds(3)).expectWorkTimes(2, "start-reviews");
    round.timePasses(Duration.ofSeconds(3)).expectWorkTimes(3, "start-reviews");
    round.timePasses(MINUTE).expectWorkTimes(3, "start-reviews");
    round.hears(YearlyReviewRound.FINISHED_MESSAGE).expectEnd("finished", "FINISHED");
  }

  @Test
  void theEndIsHeardEvenWhenItIsToldBeforeAnybodyWaits() {
    TestCase round = begun(planned().answering(Variables.MORE_REVIEWS, 1));
    round
        .hears(YearlyReviewRound.FINISHED_MESSAGE)
        .expectNoWork("close-case FINISHED")
        .timePasses(Duration.ofSeconds(3))
        .timePasses(Duration.ofSeconds(1))
        .expectEnd("finished", "FINISHED");
  }

  @Test
  void aBatchThatDoesNotSayWhetherThereAreMoreStopsInsteadOfPassing() {
    begun(planned().answering(Variables.MORE_REVIEWS, null)).expectIncidentAt("more-households");
  }

  @Test
  void itCanBeStoppedBeforeItsDayAndWhileItRuns() {
    planned().withdraw().expectEnd("withdrawal-done", "WITHDRAWN");
    begun(planned()).withdraw().expectEnd("withdrawal-done", "WITHDRAWN");
  }

  private TestCase planned() {
    return engine.caseOf(YearlyReviewRound.PROCESS_ID).filed();
  }

  private static TestCase begun(TestCase round) {
    return round.timePasses(CaseWorkers.REVIEWS_IN.plusSeconds(1));
  }
}
