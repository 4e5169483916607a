package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditEntry;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.casework.Journey;
import cn.sunshine.casework.Journeys;
import cn.sunshine.engine.CaseTerms;
import cn.sunshine.engine.Deployments;
import cn.sunshine.engine.InstanceMoves;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.ModelMove;
import cn.sunshine.processes.ModelMove.Way;
import cn.sunshine.processes.ProcessModel;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * JY-17: cases that run go on by the new version of their workflow, on the real broker. Wujin does
 * without the time for objections: whoever has been moved is at the end with the answer. Zeebe 8.5
 * moves cases only of a model without withdrawal; the others go on in a new instance.
 */
@RunningSystem
class MigrationTest {

  private static final String ROOT = "320412";
  private static final String VILLAGE = "320412103003";
  private static final String PROCESS = "help-request";
  private static final Artefact HELP = Workflows.artefact("wujin", PROCESS);
  private static final String VARIANT = "help-request.wujin";
  private static final String REASON = "答复以后不再等异议期";

  @LocalServerPort int port;
  @Autowired Migrations migrations;
  @Autowired Workflows workflows;
  @Autowired Changes changes;
  @Autowired Deployments deployments;
  @Autowired InstanceMoves engine;
  @Autowired Cases cases;
  @Autowired Journeys journeys;
  @Autowired Inbox inbox;
  @Autowired ZeebeClient zeebe;
  @Autowired CaseTerms terms;
  @Autowired TransactionTemplate transaction;

  PolicyStaff staff;
  Person office;
  Person department;

  @BeforeEach
  void people() {
    staff = new PolicyStaff("wujin", ROOT, changes, port);
    office = Person.official(port, "office." + ROOT);
    department = Person.official(port, "department." + ROOT);
  }

  /** All tests share one application: the others want the model as it is shipped. */
  @AfterEach
  void backToTheShippedModel() {
    staff.takesBack(RunningCases.KEEP, List.of(HELP));
  }

  @Test
  void theEngineMovesWhatItCanAndTheCaseFollowsTheNewWayToItsEnd() throws Exception {
    release(withoutWithdrawal());
    String inACall = files();
    accept(inACall);
    String reply = department.task(inACall, "reply").path("id").asString();
    release(withoutObjections());
    int now = deployments.currentVersion(VARIANT);

    Migrations.Listing listing = migrations.of("wujin", PROCESS, staff.author());

    assertThat(listing.model() + " " + listing.version()).isEqualTo(VARIANT + " " + now);
    assertThat(row(listing, inACall).way()).isInstanceOf(Way.Migration.class);
    assertThat(row(listing, inACall).standsAt()).containsExactly("办理");

    assertThat(move(inACall)).isEmpty();

    assertThat(modelOf(inACall)).isEqualTo(VARIANT + " " + now);
    assertThat(migrationsIn(inACall))
        .singleElement()
        .satisfies(entry -> assertThat(entry.actor()).isEqualTo(staff.approver().username()))
        .satisfies(entry -> assertThat(entry.comment()).isEqualTo(REASON))
        .satisfies(entry -> assertThat(entry.detail().path("toVersion").asInt()).isEqualTo(now));
    assertThat(migrations.of("wujin", PROCESS, staff.approver()).cases())
        .extracting(Migrations.Behind::caseId)
        .doesNotContain(inACall);
    Journey.Leg drawn = journeys.of(cases.require(inACall)).legs().getFirst();
    assertThat(drawn.version()).isEqualTo(now);
    assertThat(drawn.xml()).doesNotContain("id=\"objection-wait\"");
    assertThat(drawn.active()).containsExactly("handling");

    assertThat(department.task(inACall, "reply").path("id").asString()).isEqualTo(reply);
    department.decides(inACall, "reply", "approve", "", Map.of("answer", "已列入计划。")).ok();
    office.seesEnd(inACall, "COMPLETED");
  }

  @Test
  void aCaseOfTheShippedModelGoesOnAtTheSameStepAndFollowsTheNewWayToItsEnd() throws Exception {
    String atAStep = files();
    String inACall = files();
    office.task(atAStep, "acceptance");
    accept(inACall);
    department.task(inACall, "reply");
    release(withoutObjections());
    int now = deployments.currentVersion(VARIANT);

    Migrations.Listing listing = migrations.of("wujin", PROCESS, staff.author());

    assertThat(row(listing, atAStep).way())
        .isInstanceOfSatisfying(
            Way.Restart.class,
            way -> assertThat(way.because()).contains("原来的流程里有事件子流程“撤回处理”，流程引擎（8.5）不能移动这样的流程。"));
    assertThat(row(listing, inACall).way())
        .isEqualTo(new Way.None(List.of("案件正在“办理”里办理，这一段办完、回到本流程的办理环节以后可以改用。")));
    assertThat(move(inACall)).hasValueSatisfying(why -> assertThat(why).contains("正在“办理”里"));
    assertThat(migrationsIn(inACall)).isEmpty();

    assertThat(move(atAStep)).isEmpty();

    Eventually.holds(
        "the new instance never began", () -> cases.require(atAStep).processInstance().isPresent());
    assertThat(modelOf(atAStep)).isEqualTo(VARIANT + " " + now);
    assertThat(migrationsIn(atAStep))
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail().path("newInstance").asBoolean()).isTrue());
    assertThat(journeys.of(cases.require(atAStep)).legs())
        .singleElement()
        .satisfies(leg -> assertThat(leg.version()).isEqualTo(now))
        .satisfies(leg -> assertThat(leg.active()).containsExactly("acceptance"));
    accept(atAStep);
    department.decides(atAStep, "reply", "approve", "", Map.of("answer", "已列入计划。")).ok();
    office.seesEnd(atAStep, "COMPLETED");
  }

  @Test
  void theTaskStaysWithWhoHasItInTheTermThatItHas() throws Exception {
    String caseId = files();
    JsonNode before = office.task(caseId, "acceptance");
    office.post("/api/v1/tasks/" + before.path("id").asString() + "/claim", Map.of()).ok();
    office.post("/api/v1/demo/clock", Map.of("advance", "P1D")).ok();
    release(withoutObjections());

    assertThat(move(caseId)).isEmpty();

    Eventually.holds(
        "the new instance never began", () -> cases.require(caseId).processInstance().isPresent());
    JsonNode after = office.task(caseId, "acceptance");
    assertThat(after.path("id")).isEqualTo(before.path("id"));
    assertThat(after.path("due")).isEqualTo(before.path("due"));
    assertThat(after.path("assignee").asString()).isEqualTo("office." + ROOT);

    office.post("/api/v1/demo/clock", Map.of("set", before.path("due").asString())).ok();
    Eventually.holds("nobody noticed that its term is over", () -> overdueIn(caseId) == 1);
  }

  @Test
  void casesThatWaitForAPersonMoveAtOnceWhenTheApproverSaysSoAndThoseInACallStay() {
    String atAStep = files();
    String inACall = files();
    office.task(atAStep, "acceptance");
    accept(inACall);
    department.task(inACall, "reply");

    release(staff.shipped(HELP).replace("name=\"受理\"", "name=\"受理登记\""), RunningCases.MOVE);

    String now = VARIANT + " " + deployments.currentVersion(VARIANT);
    Eventually.holds("it stayed on its workflow", () -> modelOf(atAStep).equals(now));
    assertThat(migrationsIn(atAStep))
        .singleElement()
        .satisfies(entry -> assertThat(entry.actor()).isEqualTo(staff.approver().username()));
    Eventually.holds(
        "its task has the name of the step before",
        () -> office.task(atAStep, "acceptance").path("name").asString().equals("受理登记"));
    assertThat(modelOf(inACall)).isNotEqualTo(now);
    department.decides(inACall, "reply", "approve", "", Map.of("answer", "已列入计划。")).ok();
  }

  @Test
  void whoHasFiledACaseCanStillWithdrawItWhenItGoesOnInANewInstance() throws Exception {
    JsonNode filed = filed();
    String caseId = filed.path("caseId").asString();
    office.task(caseId, "acceptance");
    release(withoutObjections(Set.of()));
    assertThat(move(caseId)).isEmpty();
    Eventually.holds(
        "the new instance never began", () -> cases.require(caseId).processInstance().isPresent());
    long instance = cases.require(caseId).processInstance().orElseThrow();

    Person.anyone(port)
        .post(
            "/api/v1/complaints/" + filed.path("code").asString() + "/withdraw",
            Map.of("reason", "房顶已经修好。"))
        .ok();

    office.seesEnd(caseId, "WITHDRAWN");
    Eventually.holds("the engine did not hear of it", () -> isGone(instance));
  }

  /** The answer to the command that makes the new instance can get lost, and it is sent again. */
  @Test
  void ofTwoNewInstancesOnlyOneCarriesTheCase() throws Exception {
    String caseId = files();
    office.task(caseId, "acceptance");
    release(withoutObjections());
    assertThat(move(caseId)).isEmpty();
    Eventually.holds(
        "the new instance never began", () -> cases.require(caseId).processInstance().isPresent());
    Optional<Long> carries = cases.require(caseId).processInstance();

    long second =
        zeebe
            .newCreateInstanceCommand()
            .bpmnProcessId(VARIANT)
            .latestVersion()
            .startBeforeElement("acceptance")
            .variables(whatItKnows(caseId))
            .send()
            .join()
            .getProcessInstanceKey();

    Eventually.holds("the second one goes on", () -> isGone(second));
    assertThat(isGone(carries.orElseThrow())).isFalse();
    assertThat(cases.require(caseId).processInstance()).isEqualTo(carries);
    assertThat(office.tasksOf(caseId)).hasSize(1);
  }

  @Test
  void whileTheEngineMakesTheNewJobNobodyDecides() {
    String caseId = files();
    String task = office.task(caseId, "acceptance").path("id").asString();
    Actor officer = new Actor("office." + ROOT, "", Set.of(new Grant(Role.OFFICE, ROOT)));
    Decision decision =
        new Decision("approve", "", Map.of("department", "agriculture", "severity", "ORDINARY"));
    transaction.executeWithoutResult(
        tx -> {
          tx.setRollbackOnly();
          cases.hold(caseId);
          inbox.awaitNewJobAt(cases.require(caseId).processInstance().orElseThrow(), "acceptance");
          assertThatExceptionOfType(Refusal.Conflict.class)
              .isThrownBy(() -> inbox.decide(task, decision, officer))
              .withMessageContaining("正在改用新版流程");
        });
    accept(caseId);
  }

  @Test
  void theEngineRefusesWhatIsToldBeforeAndItsWordsAreTranslated() throws Exception {
    String asShipped = files();
    office.task(asShipped, "acceptance");
    release(withoutWithdrawal());
    String atAStep = files();
    office.task(atAStep, "acceptance");
    release(withoutObjections());

    assertThat(askEngine(asShipped)).isEqualTo("原来的流程里有事件子流程，流程引擎（8.5）不能移动这样的流程。");
    assertThat(askEngine(atAStep)).isEqualTo("“受理”上挂着期限定时器，流程引擎（8.5）不能移动正在这样的环节的案件。");
    assertThat(migrationsIn(asShipped)).isEmpty();
  }

  @Test
  void onlyWhoApprovesThePolicyOfThePackMoves() {
    String caseId = files();
    Actor neighbour =
        new Actor("policy-approver.3206", "", Set.of(new Grant(Role.POLICY_APPROVER, "3206")));
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(
            () -> migrations.move("wujin", PROCESS, List.of(caseId), REASON, staff.author()))
        .withMessageContaining("政策审批人员");
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> migrations.move("wujin", PROCESS, List.of(caseId), REASON, neighbour));
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> migrations.of("wujin", PROCESS, neighbour));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(
            () -> migrations.move("wujin", PROCESS, List.of(caseId), " ", staff.approver()));
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> migrations.of("wujin", "policy-change", staff.approver()));
  }

  @Test
  void aCaseOfAnotherWorkflowOrPackIsNotMovedThroughThisOne() {
    String caseId = files();
    assertThat(migrations.move("wujin", "complaint", List.of(caseId), REASON, staff.approver()))
        .singleElement()
        .satisfies(moved -> assertThat(moved.refusal()).hasValue("这个案件不在这个流程的在办案件里。"));
    assertThat(migrationsIn(caseId)).isEmpty();
  }

  private String askEngine(String caseId) {
    CaseFile file = cases.require(caseId);
    ProcessModel own = deployments.model(file.model(), file.modelVersion());
    ModelMove move = ModelMove.between(own, deployments.model(VARIANT));
    return engine
        .move(
            file.processInstance().orElseThrow(),
            VARIANT,
            Map.of("acceptance", "acceptance", "handling", "handling"))
        .map(words -> EngineRefusal.words(words, move))
        .orElse("moved");
  }

  private String withoutWithdrawal() throws Exception {
    return ModelEdits.without(staff.shipped(HELP), Set.of("withdrawal"));
  }

  /** The withdrawal goes, too, where the engine is to move the case. */
  private String withoutObjections() throws Exception {
    return withoutObjections(Set.of("withdrawal"));
  }

  private String withoutObjections(Set<String> gone) throws Exception {
    String shipped = staff.shipped(HELP);
    return ModelEdits.without(
        ModelEdits.leading(
            ModelEdits.without(shipped, gone), "tell-result--objection-wait", "close-answered"),
        Set.of("objection-wait", "objection-expired", "objection-raised", "review", "tell-review"));
  }

  private void release(String content) {
    release(content, RunningCases.KEEP);
  }

  private void release(String content, RunningCases running) {
    workflows.keep("wujin", PROCESS, content, staff.author());
    staff.releases(running);
  }

  private String files() {
    return filed().path("caseId").asString();
  }

  private JsonNode filed() {
    return Person.anyone(port)
        .post(
            "/api/v1/complaints",
            Map.of(
                "kind", PROCESS,
                "region", VILLAGE,
                "subject", "房顶漏雨",
                "text", "房顶漏雨，下雨天没法住。",
                "contact", "13912345678 李先生"))
        .ok();
  }

  private void accept(String caseId) {
    office
        .decides(
            caseId,
            "acceptance",
            "approve",
            "",
            Map.of("department", "agriculture", "severity", "ORDINARY"))
        .ok();
  }

  private static Migrations.Behind row(Migrations.Listing listing, String caseId) {
    return listing.cases().stream()
        .filter(row -> row.caseId().equals(caseId))
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> move(String caseId) {
    return migrations
        .move("wujin", PROCESS, List.of(caseId), REASON, staff.approver())
        .getFirst()
        .refusal();
  }

  private Map<String, Object> whatItKnows(String caseId) {
    Map<String, Object> variables = new HashMap<>(terms.atMove(caseId));
    variables.putAll(Map.of("caseId", caseId, "pack", "wujin", "region", VILLAGE));
    return variables;
  }

  private boolean isGone(long instance) {
    try {
      zeebe.newSetVariablesCommand(instance).variables(Map.of()).send().join();
      return false;
    } catch (ClientStatusException e) {
      return e.getStatusCode() == Status.Code.NOT_FOUND;
    }
  }

  private long overdueIn(String caseId) {
    return cases.timeline(cases.require(caseId)).stream()
        .filter(entry -> entry.action().equals("term-overdue"))
        .count();
  }

  private String modelOf(String caseId) {
    CaseFile file = cases.require(caseId);
    return file.model() + " " + file.modelVersion();
  }

  private List<AuditEntry> migrationsIn(String caseId) {
    return cases.timeline(cases.require(caseId)).stream()
        .filter(entry -> entry.action().equals("case-migrated"))
        .toList();
  }
}
