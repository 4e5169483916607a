package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * JY-17: a released form is for the steps that begin from then on; a step that is open keeps the
 * form that it was opened with, and is decided with it.
 */
@RunningSystem
class OpenTaskFormTest {

  private static final String ROOT = "320412";
  private static final String VILLAGE = "320412103003";
  private static final String OFFICE = "office." + ROOT;
  private static final Artefact FORM = new Artefact("wujin", ArtefactKind.FORM, "acceptance");
  private static final String SHIPPED_LABEL = "承办部门";
  private static final String NEW_LABEL = "由哪个部门承办";

  @LocalServerPort int port;
  @Autowired Changes changes;

  PolicyStaff staff;

  @BeforeEach
  void staff() {
    staff = new PolicyStaff("wujin", ROOT, changes, port);
  }

  @AfterEach
  void backToTheShippedForm() {
    staff.takesBack(RunningCases.KEEP, List.of(FORM));
  }

  @Test
  void anOpenStepKeepsItsFormAndTheNextOneHasTheNewForm() {
    String before = acceptanceOf(files());
    release(NEW_LABEL);
    String after = acceptanceOf(files());

    assertThat(labelOf(before)).isEqualTo(SHIPPED_LABEL);
    assertThat(labelOf(after)).isEqualTo(NEW_LABEL);
    accepts(before);
    accepts(after);
  }

  @Test
  void goingBackLeavesOpenStepsTheFormTheyHave() {
    release(NEW_LABEL);
    String during = acceptanceOf(files());
    changes.goBack(FORM, PolicyVersion.SHIPPED, RunningCases.MOVE, "还是原来的好", staff.approver());
    String after = acceptanceOf(files());

    assertThat(labelOf(during)).isEqualTo(NEW_LABEL);
    assertThat(labelOf(after)).isEqualTo(SHIPPED_LABEL);
    accepts(during);
  }

  private void release(String label) {
    staff.writes(FORM, staff.shipped(FORM).replaceFirst(SHIPPED_LABEL, label));
    staff.releases(RunningCases.KEEP);
  }

  private String files() {
    return Person.anyone(port)
        .post(
            "/api/v1/complaints",
            Map.of(
                "kind", "help-request",
                "region", VILLAGE,
                "subject", "水管漏水",
                "text", "水管漏水，家里没有水用。",
                "contact", "13912345678 李先生"))
        .ok()
        .path("caseId")
        .asString();
  }

  private String acceptanceOf(String caseId) {
    return Eventually.present(
        () -> "nobody has the acceptance of " + caseId,
        () ->
            office()
                .get("/api/v1/tasks?view=group&size=200")
                .ok()
                .path("items")
                .valueStream()
                .filter(task -> task.path("caseId").asString().equals(caseId))
                .map(task -> task.path("id").asString())
                .findFirst());
  }

  private String labelOf(String task) {
    JsonNode form = office().get("/api/v1/tasks/" + task).ok().path("form");
    return form.path("components").path(0).path("label").asString();
  }

  private void accepts(String task) {
    office().post("/api/v1/tasks/" + task + "/claim", Map.of()).ok();
    office()
        .post(
            "/api/v1/tasks/" + task + "/complete",
            Map.of(
                "outcome",
                "approve",
                "comment",
                "受理",
                "data",
                Map.of("department", "housing", "severity", "ORDINARY")))
        .ok();
  }

  private Person office() {
    return Person.official(port, OFFICE);
  }
}
