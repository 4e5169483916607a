package cn.sunshine.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.Surroundings.Start;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people can draw wrong, one fault at a time, in a model that is right otherwise. */
class ModelFaultsTest {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          targetNamespace="test">
      """;

  static final String RIGHT =
      HEAD
          + """
            <bpmn:process id="check" name="核查" isExecutable="true">
              <bpmn:startEvent id="filed" name="提出">
                <bpmn:outgoing>filed--open</bpmn:outgoing>
                <bpmn:messageEventDefinition messageRef="start" />
              </bpmn:startEvent>
              <bpmn:sequenceFlow id="filed--open" sourceRef="filed" targetRef="open" />
              <bpmn:serviceTask id="open" name="登记">
                <bpmn:extensionElements><zeebe:taskDefinition type="open-case" /></bpmn:extensionElements>
                <bpmn:incoming>filed--open</bpmn:incoming>
                <bpmn:outgoing>open--review</bpmn:outgoing>
              </bpmn:serviceTask>
              <bpmn:sequenceFlow id="open--review" sourceRef="open" targetRef="review" />
              <bpmn:userTask id="review" name="镇审核">
                <bpmn:extensionElements>
                  <zeebe:formDefinition formKey="review" />
                  <zeebe:assignmentDefinition candidateGroups="township@township" />
                  <zeebe:taskHeaders>
                    <zeebe:header key="term" value="term.township-check" />
                    <zeebe:header key="returnTo" value="review" />
                  </zeebe:taskHeaders>
                  <zeebe:ioMapping>
                    <zeebe:input source="=null" target="outcome" />
                    <zeebe:input source='=date and time(workdays[date(item) > today()][terms.township_check.days] + "T00:00:00+08:00") + duration("P1D")' target="due" />
                    <zeebe:input source="=date and time(workdays[date(item) > today()][terms.township_check.soonDay] + terms.township_check.soonAt)" target="dueSoon" />
                    <zeebe:output source="=outcome" target="outcome" />
                    <zeebe:output source="=workdays" target="workdays" />
                  </zeebe:ioMapping>
                </bpmn:extensionElements>
                <bpmn:incoming>open--review</bpmn:incoming>
                <bpmn:incoming>passed--review</bpmn:incoming>
                <bpmn:outgoing>review--passed</bpmn:outgoing>
              </bpmn:userTask>
              <bpmn:boundaryEvent id="review-due-soon" name="临近期限" attachedToRef="review" cancelActivity="false">
                <bpmn:outgoing>soon--told</bpmn:outgoing>
                <bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">=dueSoon</bpmn:timeDate></bpmn:timerEventDefinition>
              </bpmn:boundaryEvent>
              <bpmn:sequenceFlow id="soon--told" sourceRef="review-due-soon" targetRef="review-due-soon-told" />
              <bpmn:endEvent id="review-due-soon-told" name="提醒">
                <bpmn:extensionElements>
                  <zeebe:taskDefinition type="term-due-soon" />
                  <zeebe:taskHeaders><zeebe:header key="task" value="review" /></zeebe:taskHeaders>
                </bpmn:extensionElements>
                <bpmn:incoming>soon--told</bpmn:incoming>
                <bpmn:messageEventDefinition />
              </bpmn:endEvent>
              <bpmn:boundaryEvent id="review-overdue" name="期限届满" attachedToRef="review" cancelActivity="false">
                <bpmn:outgoing>over--told</bpmn:outgoing>
                <bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">=due</bpmn:timeDate></bpmn:timerEventDefinition>
              </bpmn:boundaryEvent>
              <bpmn:sequenceFlow id="over--told" sourceRef="review-overdue" targetRef="review-overdue-told" />
              <bpmn:endEvent id="review-overdue-told" name="记逾期">
                <bpmn:extensionElements>
                  <zeebe:taskDefinition type="term-overdue" />
                  <zeebe:taskHeaders><zeebe:header key="task" value="review" /></zeebe:taskHeaders>
                </bpmn:extensionElements>
                <bpmn:incoming>over--told</bpmn:incoming>
                <bpmn:messageEventDefinition />
              </bpmn:endEvent>
              <bpmn:sequenceFlow id="review--passed" sourceRef="review" targetRef="passed" />
              <bpmn:exclusiveGateway id="passed" name="通过吗？" default="passed--review">
                <bpmn:incoming>review--passed</bpmn:incoming>
                <bpmn:outgoing>passed--notice</bpmn:outgoing>
                <bpmn:outgoing>passed--review</bpmn:outgoing>
              </bpmn:exclusiveGateway>
              <bpmn:sequenceFlow id="passed--notice" name="通过" sourceRef="passed" targetRef="notice">
                <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=outcome = "approve"</bpmn:conditionExpression>
              </bpmn:sequenceFlow>
              <bpmn:sequenceFlow id="passed--review" name="重新审核" sourceRef="passed" targetRef="review" />
              <bpmn:callActivity id="notice" name="公示">
                <bpmn:extensionElements>
                  <zeebe:calledElement processId="public-notice" propagateAllChildVariables="false" propagateAllParentVariables="false" />
                  <zeebe:ioMapping>
                    <zeebe:input source="=caseId" target="caseId" />
                    <zeebe:input source="=workdays" target="workdays" />
                    <zeebe:input source="=terms" target="terms" />
                    <zeebe:output source="=workdays" target="workdays" />
                  </zeebe:ioMapping>
                </bpmn:extensionElements>
                <bpmn:incoming>passed--notice</bpmn:incoming>
                <bpmn:outgoing>notice--done</bpmn:outgoing>
              </bpmn:callActivity>
              <bpmn:sequenceFlow id="notice--done" sourceRef="notice" targetRef="done" />
              <bpmn:endEvent id="done" name="办结"><bpmn:incoming>notice--done</bpmn:incoming></bpmn:endEvent>
            </bpmn:process>
            <bpmn:message id="start" name="start:check" />
          </bpmn:definitions>
          """;

  static final Surroundings KNOWN =
      new Surroundings(
          "check",
          Start.BY_MESSAGE,
          Set.of("township@township", "applicant"),
          Set.of("review"),
          Set.of("open-case", "term-due-soon", "term-overdue"),
          Set.of("term.township-check"),
          Set.of("public-notice"),
          Set.of("public-notice"),
          Set.of("city-comparison"),
          Set.of());

  @Test
  void aRightModelHasNoFault() {
    assertThat(check(RIGHT)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cn.sunshine.processes.ProcessFile#all")
  void everyShippedModelHasNoFault(ProcessFile file) {
    assertThat(ModelLint.check(file.model().xml(), ShippedSurroundings.of(file))).isEmpty();
  }

  @Test
  void aCalledModelThatDoesNotGiveWhatItsCallersTakeBack() {
    ProcessFile notice =
        ProcessFile.all()
            .filter(file -> file.processId().equals("public-notice"))
            .findFirst()
            .orElseThrow();
    String silent = notice.model().text().replace("target=\"noticeOutcome\"", "target=\"other\"");

    assertThat(ModelLint.check(silent.getBytes(UTF_8), ShippedSurroundings.of(notice)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.elementId()).isEqualTo("public-notice"))
        .satisfies(fault -> assertThat(fault.message()).contains("带回“noticeOutcome”"));
  }

  // ---- the file

  @Test
  void brokenXmlIsToldWithItsLine() {
    assertThat(check(RIGHT.replace("</bpmn:process>", "")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("不是完整的 XML，第").contains("行附近"));
  }

  @Test
  void nothingFromOutsideIsReadAndNoEntityExpanded() {
    String bomb =
        """
        <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
        <x>&b;&file;</x>
        """;
    assertThat(check(bomb))
        .extracting(ModelFault::message)
        .containsExactly("文件里不能有 DOCTYPE 或实体声明，请删去。");
  }

  @Test
  void aFileThatIsTooDeepOrTooLargeIsNotRead() {
    String deep = "<a>".repeat(60) + "</a>".repeat(60);
    assertThat(check(deep)).extracting(ModelFault::message).containsExactly("文件的层次太深或者元素太多，不能打开。");
    assertThat(ModelLint.check(new byte[1_000_001], KNOWN))
        .extracting(ModelFault::message)
        .containsExactly("文件太大（超过 1 MB），请拆成几个流程，用“调用流程”连接。");
  }

  @Test
  void somethingElseThanBpmnIsRefused() {
    assertThat(check("<hello/>"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).startsWith("不是有效的 BPMN"));
  }

  @Test
  void aSecondProcessIsRefused() {
    assertThat(
            check(
                RIGHT.replace(
                    "<bpmn:message id=\"start\"",
                    "<bpmn:process id=\"other\" isExecutable=\"true\"/><bpmn:message"
                        + " id=\"start\"")))
        .extracting(ModelFault::message)
        .containsExactly("一个文件里只能有一个流程（流程池），现在有 2 个，请删去多余的。");
  }

  // ---- the process

  @Test
  void theIdOfTheProcessStays() {
    expect(
        changed("<bpmn:process id=\"check\"", "<bpmn:process id=\"other\""),
        "other",
        "流程编号应为“check”");
  }

  @Test
  void aProcessMustBeExecutable() {
    expect(changed(" isExecutable=\"true\"", ""), "check", "没有标为可以运行");
  }

  @Test
  void casesBeginByTheirMessage() {
    expect(changed("name=\"start:check\"", "name=\"begin\""), "filed", "案件由消息“start:check”启动");
    expect(
        changed("<bpmn:messageEventDefinition messageRef=\"start\" />", ""),
        "filed",
        "案件由消息“start:check”启动");
  }

  // ---- lines

  @Test
  void aStepToWhichNoLineLeadsIsFound() {
    expect(
        changed(
            "<bpmn:endEvent id=\"done\"",
            "<bpmn:endEvent id=\"lost\" name=\"失散\"/><bpmn:endEvent id=\"done\""),
        "lost",
        "没有一条路走到“失散”");
  }

  @Test
  void aStepWithoutAWayOnIsFound() {
    String stuck =
        RIGHT
            .replace("<bpmn:outgoing>notice--done</bpmn:outgoing>", "")
            .replace(
                "<bpmn:sequenceFlow id=\"notice--done\" sourceRef=\"notice\" targetRef=\"done\" />",
                "")
            .replace("<bpmn:incoming>notice--done</bpmn:incoming>", "");
    expect(check(stuck), "notice", "“公示”后面没有连线");
    expect(check(stuck), "done", "没有一条路走到“办结”");
  }

  /** The engine takes every line that leaves a step: the case would go on twice. */
  @Test
  void aSecondLineOutOfAStepIsFound() {
    String split =
        RIGHT
            .replace(
                "<bpmn:outgoing>review--passed</bpmn:outgoing>",
                "<bpmn:outgoing>review--passed</bpmn:outgoing><bpmn:outgoing>review--notice</bpmn:outgoing>")
            .replace(
                "<bpmn:incoming>passed--notice</bpmn:incoming>",
                "<bpmn:incoming>passed--notice</bpmn:incoming><bpmn:incoming>review--notice</bpmn:incoming>")
            .replace(
                "</bpmn:process>",
                "<bpmn:sequenceFlow id=\"review--notice\" sourceRef=\"review\" targetRef=\"notice\" />"
                    + "</bpmn:process>");

    expect(check(split), "review", "“镇审核”后面有几条连线，案件会同时走每一条");
  }

  @Test
  void aLoopWithoutAnEndIsFound() {
    List<ModelFault> faults =
        check(
            RIGHT.replace(
                "<bpmn:sequenceFlow id=\"notice--done\" sourceRef=\"notice\" targetRef=\"done\" />",
                "<bpmn:sequenceFlow id=\"notice--done\" sourceRef=\"notice\" targetRef=\"review\""
                    + " />"));
    expect(faults, "notice", "从“公示”走不到任何结束");
  }

  @Test
  void aQuestionNeedsADefaultAndItsLinesConditions() {
    expect(changed(" default=\"passed--review\"", ""), "passed", "没有默认的路");
    expect(changed(" default=\"passed--review\"", ""), "passed--review", "没有条件");
    expect(
        changed(
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">=outcome ="
                + " \"approve\"</bpmn:conditionExpression>",
            ""),
        "passed--notice",
        "没有条件");
  }

  @Test
  void aConditionThatIsNoExpressionIsFound() {
    expect(
        changed(">=outcome = \"approve\"<", ">outcome = \"approve\"<"),
        "passed--notice",
        "条件应以“=”开头");
    expect(
        changed(">=outcome = \"approve\"<", ">=outcome = \"approve<"), "passed--notice", "表达式写不对");
    expect(
        changed(">=outcome = \"approve\"<", ">=" + "(".repeat(40) + "1" + ")".repeat(40) + "<"),
        "passed--notice",
        "括号太多层");
  }

  @Test
  void aBoundaryEventNeedsALineOn() {
    String cut =
        RIGHT
            .replace("<bpmn:outgoing>over--told</bpmn:outgoing>", "")
            .replace(
                "<bpmn:sequenceFlow id=\"over--told\" sourceRef=\"review-overdue\""
                    + " targetRef=\"review-overdue-told\" />",
                "")
            .replace("<bpmn:incoming>over--told</bpmn:incoming>", "");
    expect(check(cut), "review-overdue", "边界事件“期限届满”后面没有连线");
  }

  // ---- steps of people

  @Test
  void aStepNeedsAnOfficeThatExists() {
    expect(
        changed("<zeebe:assignmentDefinition candidateGroups=\"township@township\" />", ""),
        "review",
        "没有办理单位");
    expect(changed("township@township", "mayor@township"), "review", "办理单位“mayor@township”不存在");
  }

  @Test
  void aStepNeedsAFormThatExists() {
    expect(changed("<zeebe:formDefinition formKey=\"review\" />", ""), "review", "没有表单");
    expect(changed("formKey=\"review\"", "formKey=\"unknown\""), "review", "表单“unknown”不存在");
  }

  @Test
  void aStepNeedsATermThatExists() {
    expect(
        changed("<zeebe:header key=\"term\" value=\"term.township-check\" />", ""),
        "review",
        "没有期限");
    expect(
        changed("value=\"term.township-check\"", "value=\"term.unknown\""),
        "review",
        "期限参数“term.unknown”不存在");
  }

  @Test
  void aStepCountsItsTermByItsOwnParameter() {
    expect(changed("[terms.township_check.days]", "[terms.other.days]"), "review", "没有按期限参数");
    String withoutCalendar =
        RIGHT.replaceFirst("<zeebe:output source=\"=workdays\" target=\"workdays\" />", "");
    expect(check(withoutCalendar), "review", "没有把新的工作日历带回");
  }

  @Test
  void aStepHasItsTwoTimersAsTheyAreWorked() {
    expect(changed("=dueSoon</bpmn:timeDate>", "=due</bpmn:timeDate>"), "review", "缺少“临近期限”定时器");
    expect(changed("type=\"term-overdue\"", "type=\"open-case\""), "review", "缺少“期限届满”定时器");
  }

  @Test
  void aStepReturnsToStepsThatExist() {
    expect(
        changed("key=\"returnTo\" value=\"review\"", "key=\"returnTo\" value=\"review,gone\""),
        "review",
        "可以退回到的“gone”");
    assertThat(
            check(
                changedText(
                    "key=\"returnTo\" value=\"review\"",
                    "key=\"returnTo\" value=\"city-comparison\"")))
        .isEmpty();
  }

  // ---- steps of machines

  @Test
  void aJobIsOneThatAWorkerDoes() {
    expect(changed("<zeebe:taskDefinition type=\"open-case\" />", ""), "open", "没有作业类型");
    expect(changed("type=\"open-case\"", "type=\"make-coffee\""), "open", "系统不会办理“make-coffee”");
  }

  @Test
  void aCalledProcessExistsAndGetsWhatItNeeds() {
    expect(
        changed("processId=\"public-notice\"", "processId=\"gone\""), "notice", "调用的流程“gone”不存在");
    expect(
        changed("<zeebe:input source=\"=terms\" target=\"terms\" />", ""),
        "notice",
        "没有把 terms 带入");
    expect(
        changed("propagateAllChildVariables=\"false\"", "propagateAllChildVariables=\"true\""),
        "notice",
        "把全部变量带进带出");
  }

  // ---- what the engine refuses or leaves out

  @Test
  void aTimerWithoutATimeIsRefused() {
    expect(
        changed(
            "<bpmn:timerEventDefinition><bpmn:timeDate"
                + " xsi:type=\"bpmn:tFormalExpression\">=due</bpmn:timeDate></bpmn:timerEventDefinition>",
            "<bpmn:timerEventDefinition />"),
        "review-overdue",
        "定时器没有写时间");
  }

  @Test
  void whatTheEngineWouldLeaveOutIsFound() {
    expect(
        changed(
            "<zeebe:taskDefinition type=\"open-case\" />",
            "<zeebe:taskDefinition type=\"open-case\""
                + " /><zeebe:executionListeners><zeebe:executionListener eventType=\"start\""
                + " type=\"x\" /></zeebe:executionListeners>"),
        "open",
        "执行监听器会被引擎 8.5 悄悄忽略");
    expect(
        changed("<zeebe:formDefinition", "<zeebe:userTask /><zeebe:formDefinition"),
        "review",
        "不会进入待办");
  }

  @Test
  void anErrorThatNobodyCatchesIsFound() {
    expect(
        check(
            changedText(
                    "<bpmn:incoming>notice--done</bpmn:incoming></bpmn:endEvent>",
                    "<bpmn:incoming>notice--done</bpmn:incoming><bpmn:errorEventDefinition"
                        + " errorRef=\"wrong\" /></bpmn:endEvent>")
                .replace(
                    "<bpmn:message id=\"start\"",
                    "<bpmn:error id=\"wrong\" errorCode=\"wrong\" /><bpmn:message"
                        + " id=\"start\"")),
        "done",
        "没有地方接住");
  }

  @ParameterizedTest
  @ValueSource(strings = {"task", "manualTask", "scriptTask", "inclusiveGateway", "complexGateway"})
  void aKindOfElementThatIsNotDoneIsFound(String kind) {
    String model =
        RIGHT
            .replace("<bpmn:serviceTask id=\"open\"", "<bpmn:" + kind + " id=\"open\"")
            .replace("</bpmn:serviceTask>", "</bpmn:" + kind + ">")
            .replace(
                "<bpmn:extensionElements><zeebe:taskDefinition type=\"open-case\""
                    + " /></bpmn:extensionElements>",
                "");
    assertThat(check(model)).anySatisfy(fault -> assertThat(fault.elementId()).isEqualTo("open"));
  }

  @Test
  void aConditionalEventIsRefused() {
    expect(
        changed(
            "<bpmn:timerEventDefinition><bpmn:timeDate"
                + " xsi:type=\"bpmn:tFormalExpression\">=due</bpmn:timeDate></bpmn:timerEventDefinition>",
            "<bpmn:conditionalEventDefinition><bpmn:condition"
                + " xsi:type=\"bpmn:tFormalExpression\">=x</bpmn:condition></bpmn:conditionalEventDefinition>"),
        "review-overdue",
        "条件事件");
  }

  private static String changedText(String old, String now) {
    assertThat(RIGHT).contains(old);
    return RIGHT.replace(old, now);
  }

  private static List<ModelFault> changed(String old, String now) {
    return check(changedText(old, now));
  }

  private static void expect(List<ModelFault> faults, String element, String words) {
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.elementId()).isEqualTo(element);
              assertThat(fault.message()).contains(words);
              assertThat(fault.isError()).isTrue();
            });
  }

  private static List<ModelFault> check(String model) {
    return ModelLint.check(model.getBytes(UTF_8), KNOWN);
  }
}
