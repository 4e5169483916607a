package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.ModelMove.Way;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known against a move before the engine is asked. */
class ModelMoveTest {

  private static final String PLAIN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">
        <bpmn:process id="check" name="核查" isExecutable="true">
          <bpmn:startEvent id="filed"/>
          <bpmn:callActivity id="survey" name="入户调查">
            <bpmn:extensionElements><zeebe:calledElement processId="survey"/></bpmn:extensionElements>
            <bpmn:incoming>a</bpmn:incoming>
          </bpmn:callActivity>
          <!-- more -->
          <bpmn:parallelGateway id="both" name="两边都好">
            <bpmn:incoming>c</bpmn:incoming>
            <bpmn:incoming>d</bpmn:incoming>
          </bpmn:parallelGateway>
          <bpmn:intermediateCatchEvent id="wait" name="等回信"/>
          <bpmn:endEvent id="done"/>
          <bpmn:sequenceFlow id="a" sourceRef="filed" targetRef="survey"/>
          <bpmn:sequenceFlow id="c" sourceRef="survey" targetRef="both"/>
          <bpmn:sequenceFlow id="d" sourceRef="wait" targetRef="both"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private static final String VISIT =
      PLAIN
          .replace(
              "<zeebe:calledElement processId=\"survey\"/>",
              "<zeebe:formDefinition formKey=\"survey\"/>"
                  + "<zeebe:assignmentDefinition candidateGroups=\"county@county\"/>")
          .replace("callActivity", "userTask");

  private static final String TIMER =
      """
      <bpmn:boundaryEvent id="late" name="到期" attachedToRef="survey" cancelActivity="false">
        <bpmn:timerEventDefinition id="late-timer"/>
      </bpmn:boundaryEvent>
      """;

  private static final String ADMISSION = "household-admission";

  @Test
  void aCaseInACallThatBothModelsHaveIsMovedWithItByTheEngine() {
    assertThat(between(PLAIN, PLAIN.replace("入户调查", "联合调查")).wayFor(List.of("survey")))
        .isEqualTo(new Way.Migration(Map.of("survey", "survey")));
  }

  @Test
  void aTimerOnTheStepHindersTheEngineInTheOldModelAndInTheNewOne() {
    String timed = VISIT.replace("<!-- more -->", TIMER);
    assertThat(because(between(timed, VISIT))).contains("“入户调查”上挂着期限定时器");
    assertThat(because(between(VISIT, timed))).contains("“入户调查”上挂着期限定时器");
    assertThat(between(timed, timed).wayFor(List.of())).isInstanceOf(Way.Migration.class);
  }

  @Test
  void aMessageOnTheStepDoesNot() {
    String told = PLAIN.replace("<!-- more -->", TIMER.replace("timerEvent", "messageEvent"));
    assertThat(between(told, told).wayFor(List.of("survey"))).isInstanceOf(Way.Migration.class);
  }

  @Test
  void aStepThatIsGoneOrIsSomethingElseNowIsAnObstacle() {
    assertThat(reasons(between(VISIT, VISIT.replace("survey", "inquiry")), "survey"))
        .isEqualTo("新版流程里没有“入户调查”这个办理环节，这个环节办完以后可以改用。");
    assertThat(reasons(between(VISIT, PLAIN), "survey"))
        .isEqualTo("新版流程里没有“入户调查”这个办理环节，这个环节办完以后可以改用。");
  }

  @Test
  void aCaseThatWaitsForAnEventStays() {
    assertThat(reasons(between(PLAIN, PLAIN), "wait")).contains("案件停在“等回信”，不是办理环节");
  }

  @Test
  void aCaseInACallOfAModelThatTheEngineDoesNotMoveWaitsForItsEnd() {
    String timed = PLAIN.replace("<!-- more -->", TIMER);
    assertThat(reasons(between(timed, timed), "survey")).startsWith("案件正在“入户调查”里办理");
  }

  @Test
  void aJoinWithOtherLinesWouldLoseThoseThatHaveArrived() {
    String fewer =
        PLAIN
            .replace("<bpmn:incoming>d</bpmn:incoming>", "")
            .replace("<bpmn:sequenceFlow id=\"d\" sourceRef=\"wait\" targetRef=\"both\"/>", "");
    assertThat(between(PLAIN, fewer).wayFor(List.of("survey"))).isInstanceOf(Way.None.class);
  }

  @Test
  void aStepBetweenLinesThatPartAndMeetAgainWaitsForTheJoin() {
    String parting =
        VISIT
            .replace(
                "<bpmn:startEvent id=\"filed\"/>",
                """
                <bpmn:startEvent id="filed"><bpmn:outgoing>b</bpmn:outgoing></bpmn:startEvent>
                <bpmn:parallelGateway id="part">
                  <bpmn:incoming>b</bpmn:incoming>
                  <bpmn:outgoing>a</bpmn:outgoing>
                  <bpmn:outgoing>e</bpmn:outgoing>
                </bpmn:parallelGateway>
                <bpmn:sequenceFlow id="b" sourceRef="filed" targetRef="part"/>
                <bpmn:sequenceFlow id="e" sourceRef="part" targetRef="wait"/>
                """)
            .replace("id=\"a\" sourceRef=\"filed\"", "id=\"a\" sourceRef=\"part\"")
            .replace(
                "<bpmn:incoming>a</bpmn:incoming>",
                "<bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>c</bpmn:outgoing>")
            .replace("<!-- more -->", TIMER);
    assertThat(reasons(between(parting, parting), "survey")).isEqualTo("“入户调查”在并行的线上，各线汇合以后可以改用。");
  }

  @Test
  void aCaseAtTwoStepsStays() {
    String timed = VISIT.replace("<!-- more -->", TIMER);
    assertThat(between(timed, timed).wayFor(List.of("survey", "wait")))
        .isEqualTo(new Way.None(List.of("案件同时停在“入户调查”、“等回信”，都办完以后可以改用。")));
  }

  @Test
  void whatTheStepMakesForItselfIsNotTakenAlong() {
    ProcessModel model = ProcessLibrary.onClassPath().find("nantong", ADMISSION).orElseThrow();
    assertThat(ModelMove.between(model, model).wayFor(List.of("group-review")))
        .isInstanceOfSatisfying(
            Way.Restart.class,
            way -> {
              assertThat(way.element()).isEqualTo("group-review");
              assertThat(way.local())
                  .contains("outcome", "returnTo", "due", "dueSoon")
                  .doesNotContain("caseId", "returned", "applicationEligibility");
            });
  }

  /** All of them let the applicant withdraw by an event subprocess, which Zeebe 8.5 refuses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ADMISSION,
        "household-exit",
        "household-yearly-review",
        "complaint",
        "help-request",
        "municipal-village-project",
        "provincial-village-project",
        "pooled-project",
        "direct-household-project",
        "village-investment"
      })
  void aCaseOfAShippedModelGoesOnInANewInstanceFromEveryStepOfItsOwn(String process) {
    for (String pack : List.of("nantong", "jiangyin", "yancheng", "wujin", "sichuan")) {
      ProcessModel model = ProcessLibrary.onClassPath().find(pack, process).orElseThrow();
      ModelMove move = ModelMove.between(model, model);
      assertThat(model.userTasks())
          .as(pack)
          .allSatisfy(
              task ->
                  assertThat(move.wayFor(List.of(task.id())))
                      .isInstanceOfSatisfying(
                          Way.Restart.class,
                          way -> assertThat(way.because().getFirst()).contains("原来的流程里有事件子流程")));
    }
  }

  private static String because(ModelMove move) {
    return String.join("", ((Way.Restart) move.wayFor(List.of("survey"))).because());
  }

  private static String reasons(ModelMove move, String standsAt) {
    return String.join("", ((Way.None) move.wayFor(List.of(standsAt))).reasons());
  }

  private static ModelMove between(String from, String to) {
    return ModelMove.between(model(from), model(to));
  }

  private static ProcessModel model(String xml) {
    return ProcessModel.parse(xml.getBytes(StandardCharsets.UTF_8));
  }
}
