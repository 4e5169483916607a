package cn.sunshine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.ProcessModel;
import cn.sunshine.sandbox.SandboxWay.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What would stop a case in a draft stops one in the sandbox, and the sandbox says why. */
class DraftFaultTest {

  private static final ProcessModel SHIPPED =
      Orders.LIBRARY.find("nantong", "help-request").orElseThrow();

  @Test
  void aConditionThatNamesAVariableOfNobody() {
    SandboxWay way = bad(tried("=outcome = &quot;merge&quot;", "=outcom = &quot;merge&quot;"));

    assertThat(way.outcome()).isEqualTo(Outcome.ELSEWHERE);
    assertThat(way.stopped()).isEqualTo("acceptance-question");
    assertThat(way.words()).contains("“outcom”没有任何环节给出");
  }

  @Test
  void aConditionThatComesOutAsNothing() {
    SandboxWay way = firstBad(tried("=outcome = &quot;merge&quot;", "=outcome &gt; 3"));

    assertThat(way.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(way.stopped()).isEqualTo("acceptance-question");
    assertThat(way.words()).contains("停在“受理吗？”", "条件算不出“是”或“否”");
  }

  @Test
  void anOutcomeThatTheFormDoesNotOffer() {
    SandboxWay way = bad(tried("=outcome = &quot;merge&quot;", "=outcome = &quot;combine&quot;"));

    assertThat(way.outcome()).isEqualTo(Outcome.ELSEWHERE);
    assertThat(way.words()).contains("给不出走这条路所需的结论");
  }

  @Test
  void anOutcomeThatStaysWithinItsStep() {
    List<SandboxWay> ways = tried("<zeebe:output source=\"=outcome\" target=\"outcome\"/>", "");

    assertThat(ways).anyMatch(way -> way.outcome() == Outcome.ELSEWHERE);
  }

  @Test
  void aJobThatNobodyServes() {
    SandboxWay way =
        firstBad(
            tried(
                "<zeebe:taskDefinition type=\"tell-result\"/>",
                "<zeebe:taskDefinition type=\"ring\"/>"));

    assertThat(way.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(way.stopped()).isEqualTo("tell-result");
    assertThat(way.words()).contains("系统不会办理“ring”");
  }

  @Test
  void aStepForEachOfAListThatNobodyMakes() {
    SandboxWay way =
        firstBad(
            tried(
                "<bpmn:outgoing>sort-request--acceptance</bpmn:outgoing>",
                "<bpmn:outgoing>sort-request--acceptance</bpmn:outgoing>"
                    + "<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics"
                    + " inputCollection=\"=officers\" inputElement=\"officer\"/>"
                    + "</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>"));

    assertThat(way.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(way.stopped()).isEqualTo("sort-request");
    assertThat(way.words()).contains("没有变量“officers”");
  }

  @Test
  void aTermThatThePackDoesNotHave() {
    SandboxWay way = firstBad(tried("terms.acceptance.days", "terms.acceptence.days"));

    assertThat(way.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(way.stopped()).isEqualTo("acceptance");
  }

  @Test
  void aTimerWithoutItsMoment() {
    SandboxWay way =
        firstBad(tried("date and time(objectionUntil)", "date and time(objectionTill)"));

    assertThat(way.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(way.words()).contains("“objectionTill”");
  }

  @Test
  void aCalledProcessThatIsNotThere() {
    SandboxWay way =
        firstBad(tried("processId=\"request-review\"", "processId=\"request-rewiev\""));

    assertThat(way.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(way.stopped()).isEqualTo("review");
    assertThat(way.words()).contains("找不到要调用的流程");
  }

  @Test
  void aMessageThatNeverFindsTheCase() {
    SandboxWay way =
        firstBad(tried("correlationKey=\"=caseId\"", "correlationKey=\"=caseNumber\""));

    assertThat(way.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(way.words()).contains("“caseNumber”");
  }

  /** A model with many returns stays one whose every way can be gone when it grows. */
  @Test
  void aSecondReviewInALongModelIsNoFault() {
    ProcessModel admission = Orders.LIBRARY.find("wujin", "household-admission").orElseThrow();
    String check = "<bpmn:incoming>township-check--township-check-outcome</bpmn:incoming>";
    String flow = "id=\"township-check--township-check-outcome\"";
    assertThat(admission.text()).containsOnlyOnce(check).containsOnlyOnce(flow);
    String grown =
        admission
            .text()
            .replace(check, "<bpmn:incoming>second-check--outcome</bpmn:incoming>")
            .replaceFirst(
                "(<bpmn:sequenceFlow " + flow + "[^>]*targetRef=\")township-check-outcome\"",
                "$1second-check\"")
            .replace(
                "</bpmn:process>",
                """
                <bpmn:userTask id="second-check" name="区复核">
                  <bpmn:extensionElements>
                    <zeebe:formDefinition formKey="township-check"/>
                    <zeebe:assignmentDefinition candidateGroups="county@county"/>
                    <zeebe:ioMapping>
                      <zeebe:output source="=outcome" target="outcome"/>
                    </zeebe:ioMapping>
                  </bpmn:extensionElements>
                  <bpmn:incoming>township-check--township-check-outcome</bpmn:incoming>
                  <bpmn:outgoing>second-check--outcome</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="second-check--outcome" sourceRef="second-check"
                    targetRef="township-check-outcome"/>
                </bpmn:process>
                """);
    List<SandboxWay> ways = new ArrayList<>();

    new SandboxTrial(Orders.of("wujin", admission, grown)).run(ways::add);

    assertThat(ways).anyMatch(way -> way.steps().contains("区复核")).allMatch(SandboxWay::isGood);
  }

  private static List<SandboxWay> tried(String was, String is) {
    assertThat(SHIPPED.text()).contains(was);
    List<SandboxWay> ways = new ArrayList<>();
    new SandboxTrial(Orders.of("nantong", SHIPPED, SHIPPED.text().replace(was, is))).run(ways::add);
    return ways;
  }

  private static SandboxWay firstBad(List<SandboxWay> ways) {
    return ways.stream().filter(way -> !way.isGood()).findFirst().orElseThrow();
  }

  /** The one that is bad, when the fault is on this way alone. */
  private static SandboxWay bad(List<SandboxWay> ways) {
    assertThat(ways).filteredOn(SandboxWay::isGood).isNotEmpty();
    assertThat(ways).filteredOn(way -> !way.isGood()).hasSize(1);
    return firstBad(ways);
  }
}
