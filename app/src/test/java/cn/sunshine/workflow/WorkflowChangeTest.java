package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.engine.Deployments;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.policychange.PolicyStaff;
import cn.sunshine.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * JY-17: policy staff of Wujin give requests for help to another office. It counts for new cases of
 * Wujin, on the real broker, and for nothing else.
 */
@RunningSystem
class WorkflowChangeTest {

  private static final String ROOT = "320412";
  private static final String VILLAGE = "320412103003";
  private static final String ELSEWHERE = "320612112203";
  private static final Artefact HELP = Workflows.artefact("wujin", "help-request");
  private static final String OFFICE = "candidateGroups=\"office@county\"";

  @LocalServerPort int port;
  @Autowired Workflows workflows;
  @Autowired Changes changes;
  @Autowired Deployments deployments;
  @Autowired JdbcClient jdbc;

  PolicyStaff staff;

  @BeforeEach
  void staff() {
    staff = new PolicyStaff("wujin", ROOT, changes, port);
  }

  /** All tests share one application: the others want the model as it is shipped. */
  @AfterEach
  void backToTheShippedModel() {
    staff.takesBack(RunningCases.KEEP, List.of(HELP));
  }

  @Test
  void aReleasedWorkflowCountsForNewCasesOfItsPackAndRunningOnesStayOnTheirs() {
    String before = files(VILLAGE);
    assertThat(acceptanceOf(before)).isEqualTo("office.320412");
    release(staff.shipped(HELP).replace(OFFICE, "candidateGroups=\"county@county\""));

    String after = files(VILLAGE);
    String elsewhere = files(ELSEWHERE);

    assertThat(acceptanceOf(after)).isEqualTo("county.320412");
    assertThat(acceptanceOf(before)).isEqualTo("office.320412");
    assertThat(acceptanceOf(elsewhere)).isEqualTo("office.320612");
    assertThat(modelOf(after)).startsWith("help-request.wujin ").isNotEqualTo(modelOf(before));
    assertThat(modelOf(elsewhere)).startsWith("help-request ");
    assertThat(workflows.of("wujin", staff.author()))
        .filteredOn(row -> row.process().equals("help-request"))
        .singleElement()
        .satisfies(row -> assertThat(row.number()).isGreaterThan(PolicyVersion.SHIPPED))
        .satisfies(row -> assertThat(row.running()).isGreaterThan(row.runningOnEarlier()))
        .satisfies(row -> assertThat(row.runningOnEarlier()).isPositive());
  }

  @Test
  void aReleasedWorkflowIsStillInForceAfterTheModelsAreDeployedAnew() {
    release(staff.shipped(HELP).replace(OFFICE, "candidateGroups=\"county@county\""));
    int version = deployments.currentVersion("help-request.wujin");

    deployments.stop();
    deployments.start();

    assertThat(deployments.currentVersion("help-request.wujin")).isEqualTo(version);
    assertThat(acceptanceOf(files(VILLAGE))).isEqualTo("county.320412");
  }

  /** The broker has one partition: an expression that never ends would stop every case. */
  @Test
  void aWorkflowThatWouldStopTheEngineIsKeptAsADraftAndNotHandedIn() {
    String loop = "count(for i in 1..1000000000 return i) > 0";
    String shipped = staff.shipped(HELP);
    String hostile =
        shipped.replaceFirst(">=outcome = (&quot;|\")[a-z]+(&quot;|\")<", ">=" + loop + "<");
    assertThat(hostile).isNotEqualTo(shipped);
    workflows.keep("wujin", "help-request", hostile, staff.author());

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> staff.handsIn(RunningCases.KEEP))
        .withMessageContaining("引擎要为它停下所有案件");
    assertThat(acceptanceOf(files(VILLAGE))).isEqualTo("office.320412");
  }

  @Test
  void aFaultyWorkflowIsKeptAsADraftAndNotHandedIn() {
    PolicyChange change =
        workflows.keep(
            "wujin",
            "help-request",
            staff.shipped(HELP).replace(OFFICE, "candidateGroups=\"mayor@county\""),
            staff.author());
    assertThat(changes.check(change.id(), staff.author()).get(HELP))
        .extracting(ArtefactFault::element)
        .containsExactly("acceptance");
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> staff.handsIn(RunningCases.KEEP))
        .withMessageContaining("“受理”的办理单位“mayor@county”不存在");
  }

  @Test
  void onlyThePacksOwnPolicyStaffWriteAndEverybodyElseIsRefused() {
    Actor neighbour = new Actor("policy.3206", "", Set.of(new Grant(Role.POLICY, "3206")));
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> workflows.open("wujin", "help-request", neighbour));
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(
            () -> workflows.keep("wujin", "help-request", staff.shipped(HELP), staff.approver()));
    assertThat(workflows.open("wujin", "help-request", staff.approver()).content())
        .isEqualTo(staff.shipped(HELP));
  }

  @Test
  void theWayOfChangesItselfIsReadAndNotChanged() {
    assertThat(workflows.fixed("wujin", staff.author()))
        .extracting(Workflows.Part::process)
        .containsExactlyInAnyOrder("policy-change", "overdue-escalation", "moved-term");
    String content = workflows.open("wujin", "policy-change", staff.author()).content();
    assertThat(workflows.check("wujin", "policy-change", content, staff.author())).isEmpty();
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> workflows.keep("wujin", "policy-change", content, staff.author()))
        .withMessageContaining("只能查看");
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> workflows.open("wujin", "no-such-process", staff.author()));
  }

  private void release(String content) {
    workflows.keep("wujin", "help-request", content, staff.author());
    staff.releases(RunningCases.KEEP);
  }

  private String files(String village) {
    return Person.anyone(port)
        .post(
            "/api/v1/complaints",
            Map.of(
                "kind", "help-request",
                "region", village,
                "subject", "房顶漏雨",
                "text", "房顶漏雨，下雨天没法住。",
                "contact", "13912345678 李先生"))
        .ok()
        .path("caseId")
        .asString();
  }

  /** The account of the office at whose desk the acceptance lies. */
  private String acceptanceOf(String caseId) {
    String county = regionOf(caseId).substring(0, 6);
    List<String> offices = List.of("office." + county, "county." + county);
    return cn.sunshine.Eventually.present(
        () -> "nobody has the acceptance of " + caseId,
        () -> offices.stream().filter(office -> has(office, caseId)).findFirst());
  }

  private boolean has(String account, String caseId) {
    JsonNode items =
        Person.official(port, account).get("/api/v1/tasks?view=group&size=200").ok().path("items");
    return items.valueStream().anyMatch(task -> task.path("caseId").asString().equals(caseId));
  }

  private String regionOf(String caseId) {
    return text("region", caseId);
  }

  private String modelOf(String caseId) {
    return text("model || ' ' || model_version", caseId);
  }

  private String text(String column, String caseId) {
    return jdbc.sql("select " + column + " from casefile where id = ?")
        .param(caseId)
        .query(String.class)
        .single();
  }
}
