package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.casework.Journeys;
import cn.sunshine.engine.Deployments;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.rules.PolicyPack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * JY-17: policy staff of Wujin let the township review objections to public notices. The notice is
 * called by other workflows: new cases call the new one, running cases go on to call theirs.
 */
@RunningSystem
class CalledWorkflowTest {

  private static final String ROOT = "320412";
  private static final String TOWNSHIP = "320412119";
  private static final String VILLAGE = "320412119204";
  private static final Artefact NOTICE = Workflows.artefact("wujin", "public-notice");
  private static final String REVIEWER = "then \"village@village\"";
  private static final String ADMISSION = "household-admission.wujin";

  @LocalServerPort int port;
  @Autowired Workflows workflows;
  @Autowired Changes changes;
  @Autowired Deployments deployments;
  @Autowired ProcessLibrary library;
  @Autowired Packs packs;
  @Autowired Cases cases;
  @Autowired Journeys journeys;

  PolicyStaff staff;

  @BeforeEach
  void staff() {
    staff = new PolicyStaff("wujin", ROOT, changes, port);
  }

  /** All tests share one application: the others want the model as it is shipped. */
  @AfterEach
  void backToTheShippedModel() {
    staff.takesBack(RunningCases.KEEP, List.of(NOTICE));
  }

  @Test
  void newCasesCallTheReleasedNoticeAndRunningOnesTheirs() {
    String before = applied();
    release(RunningCases.KEEP);
    String after = applied();

    atNotice(before);
    atNotice(after);
    object(before);
    object(after);

    assertThat(reviewerOf(before)).isEqualTo("village." + VILLAGE);
    assertThat(reviewerOf(after)).isEqualTo("township." + TOWNSHIP);
    assertThat(journeys.of(cases.require(after)).legs())
        .filteredOn(leg -> leg.active().contains("objection-review"))
        .singleElement()
        .satisfies(leg -> assertThat(leg.process()).startsWith("public-notice.wujin."))
        .satisfies(leg -> assertThat(leg.xml()).contains("township@township"));
    assertThat(journeys.of(cases.require(before)).legs())
        .filteredOn(leg -> leg.active().contains("objection-review"))
        .singleElement()
        .satisfies(leg -> assertThat(leg.xml()).doesNotContain("township@township"));
    assertThat(library.find("nantong", "public-notice"))
        .isEqualTo(library.shipped("nantong", "public-notice"));
    assertThat(workflows.called("wujin", staff.author()))
        .filteredOn(part -> part.process().equals("public-notice"))
        .singleElement()
        .satisfies(part -> assertThat(part.number()).isGreaterThan(PolicyVersion.SHIPPED))
        .satisfies(part -> assertThat(part.callers()).isNotEmpty());
    assertThat(workflows.of("wujin", staff.author()))
        .filteredOn(row -> row.process().equals("household-admission"))
        .singleElement()
        .satisfies(row -> assertThat(row.runningOnEarlier()).isPositive())
        .satisfies(
            row -> assertThat(row.released()).extracting(Workflows.Part::title).contains("公示"));
    withdraw(before);
    withdraw(after);
  }

  @Test
  void whereTheApproverSaysSoARunningCaseComesToCallTheReleasedNotice() {
    String caseId = applied();
    release(RunningCases.MOVE);

    String now = ADMISSION + " " + deployments.currentVersion(ADMISSION);
    Eventually.holds("it stayed on its version", () -> modelOf(caseId).equals(now));
    // The task has no job for the moment that the case takes to begin anew at its step.
    Eventually.holds(
        "its review waits for ever",
        () -> village().decides(caseId, "committee-review", "approve").status() < 300);
    object(caseId);

    assertThat(reviewerOf(caseId)).isEqualTo("township." + TOWNSHIP);
    withdraw(caseId);
  }

  @Test
  void theReleasedNoticeIsStillCalledAfterTheModelsAreDeployedAnew() {
    release(RunningCases.KEEP);
    String notice = library.find("wujin", "public-notice").orElseThrow().id();
    int version = deployments.currentVersion(ADMISSION);

    deployments.stop();
    deployments.start();

    assertThat(library.find("wujin", "public-notice").orElseThrow().id()).isEqualTo(notice);
    assertThat(deployments.currentVersion(ADMISSION)).isEqualTo(version);
  }

  @Test
  void aCallThatLeadsBackToItsCallerIsAFault() {
    String bidding = workflows.open("wujin", "project-bidding", staff.author()).content();

    assertThat(workflows.check("wujin", "project-bidding", bidding, staff.author())).isEmpty();
    assertThat(
            workflows.check(
                "wujin",
                "project-bidding",
                bidding.replace("processId=\"public-notice\"", "processId=\"project-bidding\""),
                staff.author()))
        .extracting(ArtefactFault::element)
        .containsExactly("result-notice");
  }

  @Test
  void theShippedModelsOfEachPackAreWithoutFault() {
    for (PolicyPack pack : packs.all()) {
      Actor writer = new Actor("policy", "", Set.of(new Grant(Role.POLICY, pack.rootRegion())));
      Stream.concat(
              workflows.of(pack.name(), writer).stream().map(Workflows.Row::process),
              workflows.called(pack.name(), writer).stream().map(Workflows.Part::process))
          .forEach(
              process ->
                  assertThat(
                          workflows.check(
                              pack.name(),
                              process,
                              library.shipped(pack.name(), process).orElseThrow().text(),
                              writer))
                      .as(pack.name() + " " + process)
                      .noneMatch(ArtefactFault::isError));
    }
  }

  private String applied() {
    return village().applies(VILLAGE, Applications.of(6_000));
  }

  private void atNotice(String caseId) {
    village().approves(caseId, "committee-review");
  }

  private void object(String caseId) {
    Person.anyone(port)
        .post(
            "/api/v1/notices/" + Person.anyone(port).noticeOf(VILLAGE, caseId) + "/objections",
            Map.of("text", "他家在城里有门面房"))
        .ok();
  }

  private void withdraw(String caseId) {
    village().post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "不申请了")).ok();
    village().seesEnd(caseId, "WITHDRAWN");
  }

  private void release(RunningCases running) {
    String content = changes.inForce(NOTICE, staff.author()).content();
    assertThat(content).contains(REVIEWER);
    workflows.keep(
        "wujin",
        "public-notice",
        content.replace(REVIEWER, "then \"township@township\""),
        staff.author());
    staff.releases(running);
  }

  private Person village() {
    return Person.official(port, "village." + VILLAGE);
  }

  /** The account at whose desk the review of the objection lies. */
  private String reviewerOf(String caseId) {
    return Eventually.present(
        () -> "nobody reviews the objection to " + caseId,
        () ->
            Set.of("village." + VILLAGE, "township." + TOWNSHIP).stream()
                .filter(account -> reviews(account, caseId))
                .findFirst());
  }

  private boolean reviews(String account, String caseId) {
    return Person.official(port, account).tasksOf(caseId).stream()
        .anyMatch(task -> task.path("taskType").asString().equals("objection-review"));
  }

  private String modelOf(String caseId) {
    CaseFile file = cases.require(caseId);
    return file.model() + " " + file.modelVersion();
  }
}
