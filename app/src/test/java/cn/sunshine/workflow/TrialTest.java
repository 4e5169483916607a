package cn.sunshine.workflow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Artefact;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.ModelLint;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.sandbox.SandboxWay;
import cn.sunshine.workflow.SandboxRun.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * JY-17: a draft is tried in a process with an engine of its own, the one that the broker has; with
 * the pack's own terms, calendar, forms and workers.
 */
@RunningSystem
class TrialTest {

  private static final String ROOT = "320412";

  @Autowired Workflows workflows;
  @Autowired SandboxOrders orders;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  @Value("${sunshine.sandbox.engine}")
  String engine;

  Actor author = new Actor("policy." + ROOT, "", Set.of(new Grant(Role.POLICY, ROOT)));

  @ParameterizedTest
  @ValueSource(strings = {"household-admission", "village-investment", "help-request"})
  void everyWayThroughAShippedModelIsGood(String process) {
    SandboxRun run = tried(shipped(process));

    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.ways()).isNotEmpty().allMatch(SandboxWay::isGood);
  }

  @Test
  void noCaseAndNoTaskComesOfATrial() {
    String before = counts();
    tried(shipped("help-request"));

    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void aDraftThatStopsACaseSaysWhereAndWhy() {
    SandboxRun run = tried(shipped("help-request").replace("objectionUntil)", "objectionTill)"));

    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.ways())
        .filteredOn(way -> !way.isGood())
        .isNotEmpty()
        .allSatisfy(way -> assertThat(way.words()).contains("“objectionTill”"));
  }

  @Test
  void aDraftThatTheEngineRefusesIsNotRun() {
    String refused =
        shipped("help-request").replaceFirst("<bpmn:timeDate[^>]*>=dueSoon</bpmn:timeDate>", "");
    SandboxRun run = tried(refused);

    assertThat(run.state()).isEqualTo(State.REFUSED);
    assertThat(run.refusal()).hasValueSatisfying(why -> assertThat(why).contains("due-soon"));
  }

  @Test
  void aDraftThatNeverComesToAnEndOfItsThinkingIsStopped() {
    String runaway =
        shipped("help-request")
            .replace(
                "=outcome = &quot;merge&quot;",
                "=count(for a in 1..100000, b in 1..100000 return a * b) = 1");
    SandboxRun run = start(runaway);
    run.cancel();
    assertThat(run.state()).isEqualTo(State.CANCELLED);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ProcessHandle.current().children().noneMatch(TrialTest::isSandbox));
  }

  @Test
  void aTrialThatTakesTooLongIsEndedWithItsProcess() {
    ProcessModel draft =
        ModelLint.parse(shipped("help-request").getBytes(StandardCharsets.UTF_8)).orElseThrow();
    Sandboxes impatient = new Sandboxes(engine, Duration.ofMillis(50), json);

    SandboxRun run =
        impatient.start(
            "impatient",
            orders.of(Workflows.artefact("wujin", "help-request"), draft, List.of()),
            () -> {});

    ended(run);
    assertThat(run.state()).isEqualTo(State.TIMED_OUT);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ProcessHandle.current().children().noneMatch(TrialTest::isSandbox));
  }

  @Test
  void onlyPolicyStaffOfThePackTryItsDrafts() {
    Actor neighbour = new Actor("policy.3206", "", Set.of(new Grant(Role.POLICY, "3206")));
    String draft = shipped("help-request");
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(
            () -> workflows.tryOut(named(draft), draft, Optional.empty(), neighbour, () -> {}));
  }

  @Test
  void whoTriesAgainEndsTheTrialBefore() {
    SandboxRun first = start(shipped("village-investment"));
    SandboxRun second = start(shipped("help-request"));

    assertThat(first.state()).isEqualTo(State.CANCELLED);
    ended(second);
    assertThat(second.state()).isEqualTo(State.DONE);
  }

  private SandboxRun tried(String content) {
    SandboxRun run = start(content);
    ended(run);
    return run;
  }

  private SandboxRun start(String content) {
    return workflows.tryOut(named(content), content, Optional.empty(), author, () -> {});
  }

  /** A variant of Wujin's own has its name behind the plain id. */
  private static Artefact named(String content) {
    Matcher process = Pattern.compile("<bpmn:process id=\"([^\".]+)").matcher(content);
    assertThat(process.find()).isTrue();
    return Workflows.artefact("wujin", process.group(1));
  }

  private static void ended(SandboxRun run) {
    await().atMost(Duration.ofSeconds(120)).until(() -> run.state() != State.RUNNING);
  }

  private String shipped(String process) {
    return workflows.open("wujin", process, author).content();
  }

  private String counts() {
    return List.of("casefile", "task", "engine_command", "engine_model").stream()
        .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
        .map(String::valueOf)
        .collect(joining(" "));
  }

  private static boolean isSandbox(ProcessHandle child) {
    return child.isAlive()
        && child.info().commandLine().orElse("").contains("cn.sunshine.sandbox.Sandbox");
  }
}
