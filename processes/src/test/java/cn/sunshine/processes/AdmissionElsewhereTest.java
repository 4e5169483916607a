package cn.sunshine.processes;

import static cn.sunshine.processes.HouseholdAdmission.CORRECTION;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for the admission in every place outside Nantong (JY-3, YC-1, SC-4, WJ-2.1): every
 * answer of every step and notice, every return, every term.
 */
@ProcessTest
class AdmissionElsewhereTest {

  private static final Pattern TARGET = Pattern.compile("returnTo = \"([a-z-]+)\"");

  private final TestEngine engine;

  AdmissionElsewhereTest(TestEngine engine) {
    this.engine = engine;
  }

  static Stream<Arguments> everyStep() {
    return places().flatMap(place -> place.steps().stream().map(step -> arguments(place, step)));
  }

  static Stream<Arguments> everyStepAndTheCorrection() {
    return Stream.concat(everyStep(), places().map(place -> arguments(place, CORRECTION)));
  }

  static Stream<Arguments> everyNotice() {
    return places()
        .flatMap(place -> place.notices().stream().map(notice -> arguments(place, notice)));
  }

  static Stream<Arguments> everyReturn() {
    return places()
        .flatMap(
            place ->
                place.steps().stream()
                    .flatMap(
                        step ->
                            place
                                .returnsFrom(step)
                                .map(target -> arguments(place, step, target))));
  }

  private static Stream<AdmissionPlace> places() {
    return Arrays.stream(AdmissionPlace.values());
  }

  @ParameterizedTest
  @EnumSource
  void whenAllAgreeTheHouseholdIsRegisteredAfterEveryStepAndNotice(AdmissionPlace place) {
    TestCase admission = place.at(engine, COUNTY_SIGN_OFF).expectNoWork("register-household");
    admission.approve(COUNTY_SIGN_OFF);
    if (place.notices().contains(HouseholdAdmission.COUNTY_ANNOUNCEMENT)) {
      admission.expectNoOpenTask().expectNoWork("register-household").noticeEnds();
    }
    if (place.steps().contains(HouseholdAdmission.SPOT_CHECK)) {
      admission
          .expectOpenTask(HouseholdAdmission.SPOT_CHECK)
          .expectNoWork("register-household")
          .approve(HouseholdAdmission.SPOT_CHECK);
    }
    admission
        .expectWork("evaluate-rules final", "register-household", "close-case ADMITTED")
        .expectEnd("admitted", "ADMITTED");
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void whoeverRejectsEndsTheCase(AdmissionPlace place, String step) {
    place
        .at(engine, step)
        .reject(step)
        .expectNoWork("register-household")
        .expectEnd(place.endOfRefusal(step), "REFUSED");
  }

  @ParameterizedTest
  @MethodSource("everyReturn")
  void eachStepReturnsToEachEarlierStepThatItsModelNames(
      AdmissionPlace place, String step, String target) {
    place.at(engine, step).giveBack(step, target).expectOpenTask(target);
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void aReturnWithoutATargetGoesToTheApplicant(AdmissionPlace place, String step) {
    place.at(engine, step).giveBack(step).expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void aDecisionThatIsNoneNeverCountsAsConsent(AdmissionPlace place, String step) {
    place.at(engine, step).decide(step, Map.of()).expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @EnumSource
  void correctedDataBeginFromTheRegisterOfExitsAgain(AdmissionPlace place) {
    place
        .at(engine, CORRECTION)
        .correct()
        .expectWork("recall-exit", "recall-exit")
        .expectOpenTask(place.steps().getFirst());
  }

  @ParameterizedTest
  @MethodSource("everyStepAndTheCorrection")
  void theApplicantCanWithdrawAtAnyStep(AdmissionPlace place, String step) {
    place
        .at(engine, step)
        .expectOpenTask(step)
        .withdraw()
        .expectEnd("withdrawn", "WITHDRAWN");
  }

  @ParameterizedTest
  @MethodSource("everyStepAndTheCorrection")
  void everyStepHasItsTermWarnedOfAndNotedAndStaysOpen(AdmissionPlace place, String step) {
    place.at(engine, step).outlasts(step);
  }

  @ParameterizedTest
  @MethodSource("everyNotice")
  void anObjectionThatIsUpheldEndsTheCase(AdmissionPlace place, String notice) {
    place
        .at(engine, notice)
        .object("邻居反映有车")
        .uphold("邻居反映有车")
        .expectNoticeClosed("refused")
        .expectEnd(place.endOfRefusal(notice), "REFUSED");
  }

  @ParameterizedTest
  @MethodSource("everyNotice")
  void anObjectionThatIsDismissedDoesNotHinderTheNotice(AdmissionPlace place, String notice) {
    place
        .at(engine, notice)
        .object("邻居反映有车")
        .dismiss("邻居反映有车")
        .noticeEnds()
        .expectNoticeClosed("passed");
  }

  @ParameterizedTest
  @MethodSource("everyNotice")
  void anObjectionCanSendTheCaseBack(AdmissionPlace place, String notice) {
    place
        .at(engine, notice)
        .object("邻居反映有车")
        .upholdAndGiveBack("邻居反映有车")
        .expectNoticeClosed("returned")
        .expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @MethodSource("everyNotice")
  void theApplicantCanWithdrawWhileANoticeRuns(AdmissionPlace place, String notice) {
    place.at(engine, notice).expectNoOpenTask().withdraw().expectEnd("withdrawn", "WITHDRAWN");
  }

  @ParameterizedTest
  @CsvSource({
    "JIANGYIN, INELIGIBLE",
    "JIANGYIN, CANNOT_DECIDE",
    "YANCHENG, DOUBTS",
    "SICHUAN, INELIGIBLE",
    "WUJIN, CANNOT_DECIDE"
  })
  void onlyAnEligibleHouseholdIsSignedOff(AdmissionPlace place, String eligibility) {
    String before = place.steps().get(place.steps().indexOf(COUNTY_SIGN_OFF) - 1);
    TestCase judged = place.at(engine, before).judgedAtLast(eligibility).approve(before);
    if (before.equals(HouseholdAdmission.TOWNSHIP_CHECK)) {
      judged.noticeEnds();
    }
    judged.expectNoWork("register-household").expectEnd("refused-by-county", "REFUSED");
  }

  @ParameterizedTest
  @EnumSource
  void whatAStepOrNoticeMayReturnToHasAnExitAndEveryExitIsOffered(AdmissionPlace place) {
    ProcessFile file =
        ProcessFile.all()
            .filter(one -> one.processId().equals(place.process()))
            .findFirst()
            .orElseThrow();
    Set<String> offered =
        Stream.concat(
                place.steps().stream().flatMap(place::returnsFrom),
                file.bpmn().getModelElementsByType(CallActivity.class).stream()
                    .flatMap(call -> objectionReturns(call)))
            .collect(Collectors.toSet());
    ExclusiveGateway gateway =
        file.bpmn().getModelElementById(HouseholdAdmission.RETURN_TARGET);
    Set<String> exits =
        gateway.getOutgoing().stream()
            .flatMap(
                flow ->
                    flow.equals(gateway.getDefault())
                        ? Stream.of(flow.getTarget().getId())
                        : TARGET
                            .matcher(flow.getConditionExpression().getTextContent())
                            .results()
                            .map(match -> match.group(1)))
            .collect(Collectors.toSet());

    assertThat(exits).isEqualTo(offered);
  }

  private static Stream<String> objectionReturns(CallActivity call) {
    return call.getSingleExtensionElement(ZeebeIoMapping.class).getInputs().stream()
        .filter(input -> input.getTarget().equals(Variables.OBJECTION_RETURN_TO))
        .flatMap(input -> Stream.of(input.getSource().replaceAll("[=\"]", "").split(",")));
  }
}
