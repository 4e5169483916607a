package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.Deployments;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * JY-17: a case that is in a called process when its workflow is released for running cases, too,
 * goes on by the new version as soon as it waits for a person in its own process.
 */
@RunningSystem
class ReleasedMovesTest {

  private static final String ROOT = "320412";
  private static final String VILLAGE = "320412119204";
  private static final Artefact ADMISSION = Workflows.artefact("wujin", "household-admission");
  private static final String MODEL = "household-admission.wujin";

  @LocalServerPort int port;
  @Autowired Workflows workflows;
  @Autowired Changes changes;
  @Autowired Deployments deployments;
  @Autowired Cases cases;
  @Autowired Inbox inbox;

  PolicyStaff staff;

  @BeforeEach
  void staff() {
    staff = new PolicyStaff("wujin", ROOT, changes, port);
  }

  /** All tests share one application: the others want the model as it is shipped. */
  @AfterEach
  void backToTheShippedModel() {
    staff.takesBack(RunningCases.KEEP, List.of(ADMISSION));
  }

  @Test
  void aCaseWhoseNoticeIsTakenDownGoesOnByTheNewVersion() {
    Person village = Person.official(port, "village." + VILLAGE);
    String caseId = village.applies(VILLAGE, Applications.of(6_000));
    village.approves(caseId, "committee-review");
    String notice = Person.anyone(port).noticeOf(VILLAGE, caseId);

    release();

    String now = MODEL + " " + deployments.currentVersion(MODEL);
    assertThat(modelOf(caseId)).isNotEqualTo(now);
    Person.anyone(port)
        .post("/api/v1/notices/" + notice + "/objections", Map.of("text", "他家在城里有门面房"))
        .ok();
    village
        .decides(caseId, "objection-review", "return", "材料需要补正。", Map.of("to", "correction"))
        .ok();

    Eventually.holds("it came back and stayed", () -> modelOf(caseId).equals(now));
    Eventually.holds("its task waits for ever", () -> correctionOf(caseId).isPresent());
    village.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "不申请了")).ok();
    village.seesEnd(caseId, "WITHDRAWN");
  }

  private void release() {
    String content =
        changes
            .inForce(ADMISSION, staff.author())
            .content()
            .replace("name=\"补正材料\"", "name=\"补正申请材料\"");
    workflows.keep("wujin", "household-admission", content, staff.author());
    staff.releases(RunningCases.MOVE);
  }

  private Optional<Task> correctionOf(String caseId) {
    return inbox.ofCase(caseId).stream()
        .filter(task -> task.state() == Task.State.OPEN && task.name().equals("补正申请材料"))
        .filter(task -> task.jobKey().isPresent())
        .findFirst();
  }

  private String modelOf(String caseId) {
    CaseFile file = cases.require(caseId);
    return file.model() + " " + file.modelVersion();
  }
}
