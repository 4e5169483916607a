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

  static Stream<Arguments> everyNotice() {
    return places()
        .flatMap(place -> place.notices().stream().map(notice -> arguments(place, notice)));
  }

  /** Each target once, from the last step that may return to it. */
  static Stream<Arguments> everyTarget() {
    return places()
        .flatMap(
            place ->
                place.steps().stream()
                    .flatMap(place::returnsFrom)
                    .distinct()
                    .map(target -> arguments(place, lastThatReturnsTo(place, target), target)));
  }

  private static String lastThatReturnsTo(AdmissionPlace place, String target) {
    return place.steps().reversed().stream()
        .filter(step -> place.returnsFrom(step).anyMatch(target::equals))
        .findFirst()
        .orElseThrow();
  }

  /** A step of the chain itself, one of a process that it calls, a notice, the own step. */
  static Stream<Arguments> withdrawals() {
    return places()
        .flatMap(
            place ->
                Stream.of(
                        place.steps().getFirst(),
                        AssetComparison.DOUBT_INVESTIGATION,
                        place.notices().getLast(),
                        CORRECTION)
                    .map(where -> arguments(place, where)));
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

  /** Every exit of the question where to; that all steps offer only these is another test. */
  @ParameterizedTest
  @MethodSource("everyTarget")
  void aCaseReturnsToWhereWhoReturnsItSays(AdmissionPlace place, String step, String target) {
    place.at(engine, step).giveBack(step, target).expectOpenTask(target);
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void aLateStepIsWarnedOfAndNotedAndItsReturnWithoutATargetGoesToTheApplicant(
      AdmissionPlace place, String step) {
    place.at(engine, step).outlasts(step).giveBack(step).expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionThatIsNoneNeverCountsAsConsent(AdmissionPlace place) {
    place
        .at(engine, COUNTY_SIGN_OFF)
        .decide(COUNTY_SIGN_OFF, Map.of())
        .expectOpenTask(CORRECTION)
        .outlasts(CORRECTION);
  }

  @ParameterizedTest
  @MethodSource("withdrawals")
  void theApplicantCanWithdrawAtAStepOfAnyModel(AdmissionPlace place, String where) {
    place.at(engine, where).withdraw().expectEnd("withdrawn", "WITHDRAWN");
  }

  @ParameterizedTest
  @MethodSource("everyNotice")
  void aNoticeOutlivesADismissedObjectionAndAnotherSendsTheCaseBack(
      AdmissionPlace place, String notice) {
    place
        .at(engine, notice)
        .object("邻居反映有车", "邻居反映有房")
        .dismiss("邻居反映有车")
        .expectOpenTask(PublicNotice.OBJECTION_REVIEW)
        .upholdAndGiveBack("邻居反映有房")
        .expectNoticeClosed("returned")
        .expectOpenTask(CORRECTION);
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
    ExclusiveGateway gateway = file.bpmn().getModelElementById(HouseholdAdmission.RETURN_TARGET);
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
