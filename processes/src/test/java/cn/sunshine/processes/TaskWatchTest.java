package cn.sunshine.processes;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What runs beside an overdue task and beside one whose term was moved, {@code NT-16}. */
@ProcessTest
class TaskWatchTest {

  private static final Duration SOON = Duration.ofDays(2);
  private static final Duration DUE = Duration.ofDays(3);

  private final TestEngine engine;

  TaskWatchTest(TestEngine engine) {
    this.engine = engine;
  }

  @Test
  void theSuperiorLearnsAtOnceAndTheOversightAfterTheSuperiorsTerm() {
    overdue()
        .expectWork("escalate-task superior")
        .expectNoWork("escalate-task oversight")
        .timePasses(Duration.ofDays(9))
        .expectWork("escalate-task superior", "escalate-task oversight")
        .settled()
        .expectWatchEnd("oversight-over");
  }

  @Test
  void aTaskDoneUnderTheSuperiorGoesNoFurther() {
    overdue()
        .expectWork("escalate-task superior")
        .settled()
        .timePasses(Duration.ofDays(9))
        .expectNoWork("escalate-task oversight")
        .expectWatchEnd("escalation-over");
  }

  @Test
  void aTaskDoneBeforeTheSuperiorLearnedOfItEndsTheEscalation() {
    TestCase overdue = engine.admission().watched(TaskWatch.ESCALATION, SOON, DUE);
    overdue.settled().expectWatchEnd("escalation-over");
  }

  @Test
  void aMovedTermWarnsAndReportsAtItsNewMoments() {
    moved()
        .expectNoWork("term-due-soon moved")
        .timePasses(SOON.plusMinutes(1))
        .expectWork("term-due-soon moved")
        .expectNoWork("term-overdue moved")
        .timePasses(DUE.minus(SOON))
        .expectWork("term-due-soon moved", "term-overdue moved")
        .expectWatchEnd("moved-term-over");
  }

  @Test
  void aTermMovedAgainOrDoneInTimeIsWatchedNoMore() {
    moved()
        .settled()
        .timePasses(DUE.plusDays(1))
        .expectNoWork("term-due-soon moved")
        .expectNoWork("term-overdue moved");
  }

  @Test
  void aTaskDoneAfterTheWarningIsNotReported() {
    moved()
        .timePasses(SOON.plusMinutes(1))
        .expectWork("term-due-soon moved")
        .settled()
        .timePasses(DUE)
        .expectNoWork("term-overdue moved")
        .expectWatchEnd("done-in-time");
  }

  private TestCase overdue() {
    return engine.admission().watched(TaskWatch.ESCALATION, SOON, DUE);
  }

  private TestCase moved() {
    return engine.admission().watched(TaskWatch.MOVED_TERM, SOON, DUE);
  }
}
