package cn.sunshine.processes;

import static cn.sunshine.processes.Projects.CORRECTION;
import static cn.sunshine.processes.Projects.DIRECT;
import static cn.sunshine.processes.Projects.INVESTMENT;
import static cn.sunshine.processes.Projects.MUNICIPAL;
import static cn.sunshine.processes.Projects.POOLED;
import static cn.sunshine.processes.Projects.PROVINCIAL;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The five kinds of project and what they share, {@code NT-12}, {@code NT-13}, {@code JY-7}, {@code
 * JY-8}.
 */
@ProcessTest
class ProjectsTest {

  private static final String SCORING = "expert-scoring";

  private final TestEngine engine;

  ProjectsTest(TestEngine engine) {
    this.engine = engine;
  }

  // ---- each kind from the application to the end

  @Test
  void aProvincialProjectGoesFromVillageToTheLastPayment() {
    paid(accepted(built(tendered(approved(checked(project(PROVINCIAL)))))))
        .expectWork("draw-experts", "project-stage", "open-bids", "check-payments")
        .expectEnd("project-completed", "COMPLETED");
  }

  @Test
  void aMunicipalProjectIsCountersignedByTheCityAndPaidByIt() {
    TestCase project =
        reviewed(project(MUNICIPAL).approve("village-confirmation"))
            .approve("implementation-scheme")
            .expectOpenTask("joint-check", "joint-check", "joint-check");
    accepted(built(tendered(opinions(project, "approve", "approve"))))
        .approve("county-matching", "subsidy-application", "subsidy-review", "city-payment")
        .approve("county-payment", "township-payment")
        .expectEnd("project-completed", "COMPLETED");
  }

  @Test
  void aPooledProjectPassesNineGates() {
    TestCase project =
        project(POOLED).approve("project-township-check", "project-survey", "project-argument");
    paid(accepted(built(tendered(scored(project).approve("project-review", "project-approval")))))
        .approve("performance-evaluation", "income-distribution")
        .expectEnd("project-completed", "COMPLETED");
  }

  @Test
  void aProjectForHouseholdsIsPaidStraightToThem() {
    TestCase project =
        project(DIRECT)
            .approve("village-confirmation")
            .noticeEnds()
            .approve("project-township-check", "project-approval");
    accepted(built(project))
        .approve("direct-payment")
        .expectNoWork("publish-tender")
        .expectEnd("project-completed", "COMPLETED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVillageInvestsAfterAVoteAndTendersWhatIsLarge(boolean large) {
    TestCase project =
        project(INVESTMENT)
            .answering(ProjectWork.BIDDING_NEEDED, large)
            .approve("investment-survey", "feasibility-study", "democratic-decision")
            .noticeEnds()
            .approve("project-township-check", "project-approval");
    accepted(built(large ? tendered(project) : project))
        .approve("asset-registration", "income-distribution")
        .expectEnd("project-completed", "COMPLETED");
  }

  // ---- every review can refuse and return

  @ParameterizedTest
  @CsvSource({
    "provincial-village-project, village-confirmation, village-confirmation",
    "provincial-village-project, project-check, village-confirmation",
    "provincial-village-project, project-survey, village-confirmation",
    "provincial-village-project, project-review, village-confirmation",
    "provincial-village-project, project-approval, village-confirmation",
    "municipal-village-project, village-confirmation, village-confirmation",
    "municipal-village-project, project-survey, village-confirmation",
    "municipal-village-project, project-review, village-confirmation",
    "pooled-project, project-township-check, project-township-check",
    "pooled-project, project-survey, project-township-check",
    "pooled-project, project-argument, project-township-check",
    "pooled-project, project-review, project-township-check",
    "pooled-project, project-approval, project-township-check",
    "direct-household-project, village-confirmation, village-confirmation",
    "direct-household-project, project-township-check, village-confirmation",
    "direct-household-project, project-approval, village-confirmation",
    "village-investment, investment-survey, investment-survey",
    "village-investment, feasibility-study, investment-survey",
    "village-investment, democratic-decision, investment-survey",
    "village-investment, project-township-check, investment-survey",
    "village-investment, project-approval, investment-survey"
  })
  void aReviewRefusesOrReturnsToTheApplicant(String process, String step, String first) {
    at(project(process), process, step).reject(step).expectEnd("project-refused", "REFUSED");
    at(project(process), process, step)
        .giveBack(step)
        .expectOpenTask(CORRECTION)
        .approve(CORRECTION)
        .expectOpenTask(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, INVESTMENT})
  void anObjectionToTheNoticeThatIsUpheldRefusesOrReturns(String process) {
    atNotice(process)
        .object("不属实")
        .expectOffice(PublicNotice.OBJECTION_REVIEW, "village@village")
        .uphold("不属实")
        .expectEnd("project-refused", "REFUSED");
    atNotice(process).object("有误").upholdAndGiveBack("有误").expectOpenTask(CORRECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {PROVINCIAL, MUNICIPAL, POOLED, DIRECT, INVESTMENT})
  void theApplicantCanWithdraw(String process) {
    project(process).withdraw().expectEnd("withdrawal-done", "WITHDRAWN");
  }

  // ---- appraisal

  @Test
  void withTooFewExpertsTheRegisterIsFilledAndTheyAreDrawnAgain() {
    checked(project(PROVINCIAL).answering(ProjectWork.EXPERTS, List.of("e1", "e2")))
        .approve("project-survey")
        .expectOpenTask("expert-shortage")
        .answering(ProjectWork.EXPERTS, List.of("e1", "e2", "e3"))
        .approve("expert-shortage")
        .expectOpenTask(SCORING, SCORING, SCORING);
  }

  @Test
  void theScoresThatAreNeededAreEnough() {
    scored(checked(project(PROVINCIAL)).approve("project-survey"))
        .expectOpenTask("project-review")
        .expectWork("tally-scores");
  }

  // ---- joint check

  @Test
  void aQuorumThatCannotBeReachedSendsTheSchemeBack() {
    TestCase project =
        reviewed(project(MUNICIPAL).approve("village-confirmation"))
            .approve("implementation-scheme");
    opinions(project, "reject", "reject").expectOpenTask("implementation-scheme");
  }

  @Test
  void oneNoDoesNotStopAQuorum() {
    TestCase project =
        reviewed(project(MUNICIPAL).approve("village-confirmation"))
            .approve("implementation-scheme");
    opinions(project, "reject", "approve", "approve").expectOpenTask("tender-document");
  }

  @Test
  void theCityCanAskForAnotherSubsidyApplication() {
    TestCase project =
        reviewed(project(MUNICIPAL).approve("village-confirmation"))
            .approve("implementation-scheme");
    accepted(built(tendered(opinions(project, "approve", "approve"))))
        .approve("county-matching", "subsidy-application")
        .reject("subsidy-review")
        .expectOpenTask("subsidy-application");
  }

  // ---- bidding

  @Test
  void bidsAreOpenedByTwoAndOnlyAfterTheHour() {
    approved(checked(project(PROVINCIAL)))
        .approve("tender-document")
        .expectNoOpenTask()
        .timePasses(ProjectWork.BIDDING.minusMinutes(5))
        .expectNoOpenTask()
        .timePasses(Duration.ofMinutes(10))
        .expectOpenTask("bid-opening-first", "bid-opening-second")
        .approve("bid-opening-second")
        .expectNoWork("open-bids")
        .expectOpenTask("bid-opening-first")
        .approve("bid-opening-first")
        .expectWork("open-bids")
        .expectOpenTask("bid-evaluation");
  }

  @Test
  void tooFewBidsAreTenderedOnceMoreAndThenNegotiated() {
    TestCase project = approved(checked(project(PROVINCIAL))).answering(ProjectWork.BIDS, 2);
    closed(project.approve("tender-document")).expectOpenTask("tender-document");
    closed(project.approve("tender-document")).expectOpenTask("negotiation-approval");
    project
        .approve("negotiation-approval", "negotiation")
        .noticeEnds()
        .expectOpenTask("contract-signing");
  }

  @Test
  void withoutApprovalOfTheNegotiationTheProjectEnds() {
    TestCase project = approved(checked(project(PROVINCIAL))).answering(ProjectWork.BIDS, 0);
    closed(project.approve("tender-document"));
    closed(project.approve("tender-document"))
        .reject("negotiation-approval")
        .expectEnd("project-refused", "REFUSED");
  }

  @Test
  void anEvaluationWithoutAWinnerIsTenderedAgain() {
    opened(approved(checked(project(PROVINCIAL))))
        .reject("bid-evaluation")
        .expectOpenTask("tender-document");
  }

  @Test
  void anUpheldObjectionToTheResultIsEvaluatedAgainOrTenderedAgain() {
    opened(approved(checked(project(PROVINCIAL))))
        .approve("bid-evaluation")
        .object("串标")
        .expectOffice(PublicNotice.OBJECTION_REVIEW, "township@township")
        .upholdAndGiveBack("串标", "bid-evaluation")
        .expectOpenTask("bid-evaluation")
        .approve("bid-evaluation")
        .object("再次")
        .uphold("再次")
        .expectOpenTask("tender-document");
  }

  @Test
  void anObjectionGoesToWhoTendersAndANegotiationIsRepeated() {
    TestCase project =
        reviewed(project(MUNICIPAL).approve("village-confirmation"))
            .approve("implementation-scheme");
    opinions(project, "approve", "approve").answering(ProjectWork.BIDS, 1);
    closed(project.approve("tender-document"));
    closed(project.approve("tender-document"))
        .approve("negotiation-approval", "negotiation")
        .object("成交价偏高")
        .expectOffice(PublicNotice.OBJECTION_REVIEW, "county@county")
        .upholdAndGiveBack("成交价偏高")
        .expectOpenTask("negotiation");
  }

  // ---- implementation

  @Test
  void milestonesAreReportedUntilNoneIsLeft() {
    tendered(approved(checked(project(PROVINCIAL))))
        .approve("implementation-plan")
        .answering(ProjectWork.MILESTONES, 1)
        .approve("milestone-report")
        .expectOpenTask("milestone-report")
        .answering(ProjectWork.MILESTONES, 0)
        .approve("milestone-report")
        .expectOpenTask("preliminary-acceptance");
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "reject"})
  void aChangeIsDecidedByTheCountyAndTheWorkGoesOn(String outcome) {
    tendered(approved(checked(project(PROVINCIAL))))
        .approve("implementation-plan")
        .decide("milestone-report", Map.of("outcome", "change"))
        .expectOpenTask("change-review")
        .decide("change-review", Map.of("outcome", outcome))
        .expectOpenTask("milestone-report");
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "reject"})
  void aRiskIsJudgedForToleranceAndThenTheProjectGoesOnOrEnds(String tolerance) {
    atRisk(tolerance).approve("risk-decision").expectOpenTask("milestone-report");
    atRisk(tolerance).reject("risk-decision").expectEnd("project-refused", "REFUSED");
  }

  // ---- acceptance and payment

  @Test
  void whatIsNotAcceptedIsRectifiedAndAcceptedFromTheStart() {
    built(tendered(approved(checked(project(PROVINCIAL)))))
        .decide("preliminary-acceptance", Map.of("outcome", "rectify"))
        .approve("rectification-report", "preliminary-acceptance", "acceptance-application")
        .decide("county-acceptance", Map.of("outcome", "rectify"))
        .approve("rectification-report")
        .expectOpenTask("preliminary-acceptance")
        .approve("preliminary-acceptance", "acceptance-application")
        .reject("county-acceptance")
        .expectEnd("project-refused", "REFUSED");
  }

  @Test
  void paymentsGoOnUntilNothingIsLeft() {
    accepted(built(tendered(approved(checked(project(PROVINCIAL))))))
        .answering(ProjectWork.UNPAID, true)
        .approve("county-payment", "township-payment")
        .expectOpenTask("county-payment")
        .answering(ProjectWork.UNPAID, false)
        .approve("county-payment", "township-payment")
        .expectEnd("project-completed", "COMPLETED");
  }

  // ---- the way there

  private TestCase project(String process) {
    return engine.admission().filed(process);
  }

  private TestCase checked(TestCase project) {
    return project.approve("village-confirmation", "project-check");
  }

  private TestCase scored(TestCase project) {
    return project
        .expectOpenTask(SCORING, SCORING, SCORING)
        .decideOne(SCORING, Map.of("outcome", "approve"))
        .decideOne(SCORING, Map.of("outcome", "approve"));
  }

  private TestCase reviewed(TestCase project) {
    return scored(project.approve("project-survey")).approve("project-review");
  }

  private TestCase approved(TestCase project) {
    return reviewed(project).approve("project-approval");
  }

  private static TestCase opinions(TestCase project, String... outcomes) {
    project.expectOpenTask("joint-check", "joint-check", "joint-check");
    for (String outcome : outcomes) {
      project.decideOne("joint-check", Map.of("outcome", outcome));
    }
    return project;
  }

  private static TestCase closed(TestCase project) {
    return project.expectNoOpenTask().timePasses(ProjectWork.BIDDING.plusMinutes(1));
  }

  private static TestCase opened(TestCase project) {
    return closed(project.approve("tender-document"))
        .approve("bid-opening-first", "bid-opening-second");
  }

  private static TestCase tendered(TestCase project) {
    return opened(project).approve("bid-evaluation").noticeEnds().approve("contract-signing");
  }

  private static TestCase built(TestCase project) {
    return project.approve("implementation-plan", "milestone-report");
  }

  private static TestCase accepted(TestCase project) {
    return project.approve(
        "preliminary-acceptance", "acceptance-application", "county-acceptance", "final-account");
  }

  private static TestCase paid(TestCase project) {
    return project.approve("county-payment", "township-payment");
  }

  private TestCase atNotice(String process) {
    return process.equals(DIRECT)
        ? project(DIRECT).approve("village-confirmation")
        : project(INVESTMENT)
            .approve("investment-survey", "feasibility-study", "democratic-decision");
  }

  private TestCase atRisk(String tolerance) {
    return tendered(approved(checked(project(PROVINCIAL))))
        .approve("implementation-plan")
        .decide("milestone-report", Map.of("outcome", "risk"))
        .decide("tolerance-review", Map.of("outcome", tolerance));
  }

  /** Approves whatever is open until the step is. */
  private TestCase at(TestCase project, String process, String step) {
    for (int steps = 0; steps < 20; steps++) {
      List<String> open = project.open();
      if (open.contains(step)) {
        return project;
      }
      if (open.isEmpty()) {
        project.noticeEnds();
      } else {
        project.decideOne(open.getFirst(), Map.of("outcome", "approve"));
      }
    }
    throw new AssertionError(process + " does not come to " + step);
  }
}
