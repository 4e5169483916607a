package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

  private static final String TIMER =
      """
      <bpmn:boundaryEvent id="late" name="到期" attachedToRef="survey" cancelActivity="false">
        <bpmn:timerEventDefinition id="late-timer"/>
      </bpmn:boundaryEvent>
      """;

  @Test
  void aCaseInACallThatBothModelsHaveIsMovedWithIt() {
    ModelMove move = between(PLAIN, PLAIN.replace("入户调查", "联合调查"));
    assertThat(move.obstacles(List.of("survey"))).isEmpty();
    assertThat(move.mapping()).containsOnlyKeys("survey").containsEntry("survey", "survey");
  }

  @Test
  void aTimerOnTheStepIsAnObstacleInTheOldModelAndInTheNewOne() {
    String timed = PLAIN.replace("<!-- more -->", TIMER);
    assertThat(between(timed, PLAIN).obstacles(List.of("survey")))
        .singleElement()
        .asString()
        .contains("“入户调查”上挂着期限定时器");
    assertThat(between(PLAIN, timed).obstacles(List.of("survey"))).hasSize(1);
    assertThat(between(timed, timed).obstacles(List.of())).isEmpty();
  }

  @Test
  void aMessageOnTheStepIsNone() {
    String told = PLAIN.replace("<!-- more -->", TIMER.replace("timerEvent", "messageEvent"));
    assertThat(between(told, told).obstacles(List.of("survey"))).isEmpty();
  }

  @Test
  void aStepThatIsGoneOrIsSomethingElseNowIsAnObstacle() {
    String gone = PLAIN.replace("survey", "inquiry");
    assertThat(between(PLAIN, gone).obstacles(List.of("survey")))
        .containsExactly("新版流程里没有“入户调查”这个环节，或者它变成了另一种。");
    assertThat(between(PLAIN, gone).mapping()).isEmpty();
  }

  @Test
  void aCaseThatWaitsForAnEventStays() {
    assertThat(between(PLAIN, PLAIN).obstacles(List.of("wait")))
        .singleElement()
        .asString()
        .contains("案件停在“等回信”");
  }

  @Test
  void aJoinWithOtherLinesWouldLoseThoseThatHaveArrived() {
    String fewer =
        PLAIN
            .replace("<bpmn:incoming>d</bpmn:incoming>", "")
            .replace("<bpmn:sequenceFlow id=\"d\" sourceRef=\"wait\" targetRef=\"both\"/>", "");
    assertThat(between(PLAIN, fewer).obstacles(List.of("survey")))
        .singleElement()
        .asString()
        .contains("“两边都好”汇合");
  }

  /** All of them let the applicant withdraw by an event subprocess, which Zeebe 8.5 refuses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "household-admission",
        "household-exit",
        "household-yearly-review",
        "complaint",
        "help-request",
        "municipal-village-project",
        "provincial-village-project",
        "pooled-project",
        "direct-household-project",
        "village-investment",
        "yearly-review-round"
      })
  void noShippedModelByWhichCasesBeginCanBeMovedByTheEngine(String process) {
    for (String pack : List.of("nantong", "jiangyin", "yancheng", "wujin", "sichuan")) {
      ProcessModel model = ProcessLibrary.onClassPath().find(pack, process).orElseThrow();
      assertThat(ModelMove.between(model, model).obstacles(List.of()))
          .as(pack)
          .anySatisfy(obstacle -> assertThat(obstacle).contains("原来的流程里有事件子流程"))
          .anySatisfy(obstacle -> assertThat(obstacle).contains("新版流程里有事件子流程"));
    }
  }

  private static ModelMove between(String from, String to) {
    return ModelMove.between(model(from), model(to));
  }

  private static ProcessModel model(String xml) {
    return ProcessModel.parse(xml.getBytes(StandardCharsets.UTF_8));
  }
}
