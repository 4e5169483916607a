package cn.sunshine.processes;

import static cn.sunshine.processes.FiveSignatures.DEPARTMENT;
import static cn.sunshine.processes.FiveSignatures.HELPER;
import static cn.sunshine.processes.FiveSignatures.HOUSEHOLD;
import static cn.sunshine.processes.FiveSignatures.SHEET;
import static cn.sunshine.processes.FiveSignatures.TOWNSHIP;
import static cn.sunshine.processes.FiveSignatures.VILLAGE;
import static cn.sunshine.processes.HouseholdExit.CORRECTION;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit with five signatures and five confirmations, in Jiangyin and Yancheng (JY-3, YC-1). */
@ProcessTest
@ParameterizedClass
@ValueSource(strings = {"household-exit.jiangyin", "household-exit.yancheng"})
class FiveSignaturesTest {

  private static final List<String> ORDER =
      List.of(HOUSEHOLD, HELPER, VILLAGE, TOWNSHIP, DEPARTMENT);

  private final TestEngine engine;
  @Parameter String model;

  FiveSignaturesTest(TestEngine engine) {
    this.engine = engine;
  }

  static Stream<String> everySigner() {
    return ORDER.stream();
  }

  @Test
  void allFiveSignOneAfterTheOtherAndTheRegisterIsChanged() {
    TestCase exit = engine.caseOf(model).filed();
    for (String signer : ORDER) {
      exit.expectOpenTask(signer).expectNoWork("exit-household").approve(signer);
    }
    exit.expectWork("open-case", "judge-standing report", "exit-household", "close-case EXITED")
        .expectEnd("exited", "EXITED");
  }

  @Test
  void whoHasNoAccountSignsASheetThatTheVillageHandsIn() {
    onPaper()
        .expectOpenTask(SHEET)
        .approve(SHEET)
        .expectOpenTask(HELPER)
        .approve(ORDER.subList(1, ORDER.size()).toArray(String[]::new))
        .expectEnd("exited", "EXITED");
  }

  @Test
  void aSheetThatIsNotSignedSendsTheCaseBackToo() {
    onPaper().reject(SHEET).expectNoWork("exit-household").expectOpenTask(CORRECTION);
  }

  @Test
  void theSheetHasTheTermOfTheSignature() {
    onPaper()
        .timePassesUntil(SHEET, Variables.DUE)
        .expectWork("term-due-soon " + SHEET, "term-overdue " + SHEET)
        .expectOpenTask(SHEET);
  }

  @ParameterizedTest
  @MethodSource("everySigner")
  void aRefusedSignatureSendsTheCaseBackToWhoReported(String signer) {
    caseAt(signer).reject(signer).expectNoWork("exit-household").expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @MethodSource("everySigner")
  void aReturnSendsItBackAsWell(String signer) {
    caseAt(signer).giveBack(signer).expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @MethodSource("everySigner")
  void aDecisionThatIsNoneIsNoSignature(String signer) {
    caseAt(signer).decide(signer, Map.of()).expectOpenTask(CORRECTION);
  }

  @Test
  void afterACorrectionEverybodySignsAnew() {
    caseAt(DEPARTMENT)
        .reject(DEPARTMENT)
        .correct()
        .expectOpenTask(HOUSEHOLD)
        .approve(ORDER.toArray(String[]::new))
        .expectEnd("exited", "EXITED");
  }

  @ParameterizedTest
  @MethodSource("everySigner")
  void theReporterCanWithdrawWhileASignatureIsAwaited(String signer) {
    caseAt(signer).expectOpenTask(signer).withdraw().expectEnd("withdrawal-done", "WITHDRAWN");
  }

  @Test
  void theReporterCanWithdrawInsteadOfCorrecting() {
    caseAt(HELPER).reject(HELPER).withdraw().expectEnd("withdrawal-done", "WITHDRAWN");
  }

  @ParameterizedTest
  @MethodSource("everySigner")
  void everySignatureHasItsTerm(String signer) {
    caseAt(signer)
        .timePassesUntil(signer, Variables.DUE_SOON)
        .expectWork("term-due-soon " + signer)
        .timePassesUntil(signer, Variables.DUE)
        .expectWorkTimes(1, "term-overdue " + signer)
        .expectOpenTask(signer);
  }

  @Test
  void theCorrectionHasItsTerm() {
    caseAt(HELPER)
        .reject(HELPER)
        .timePassesUntil(CORRECTION, Variables.DUE)
        .expectWork("term-due-soon " + CORRECTION, "term-overdue " + CORRECTION)
        .expectOpenTask(CORRECTION);
  }

  private TestCase onPaper() {
    return engine
        .caseOf(model)
        .answering(Variables.HOUSEHOLD_SIGNS, FiveSignatures.ON_PAPER)
        .filed();
  }

  private TestCase caseAt(String signer) {
    TestCase filed = engine.caseOf(model).filed();
    ORDER.subList(0, ORDER.indexOf(signer)).forEach(filed::approve);
    return filed;
  }
}
