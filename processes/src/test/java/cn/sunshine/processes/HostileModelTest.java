package cn.sunshine.processes;

import static cn.sunshine.processes.ModelFaultsTest.KNOWN;
import static cn.sunshine.processes.ModelFaultsTest.RIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a model could be made to do to the engine: run on for ever, grow without end, reach Java or
 * other cases. The engine has one partition, so each would stop every case; each is refused in
 * Chinese, at its element, and soon. The limit here only keeps the test from hanging.
 */
class HostileModelTest {

  private static final Duration NOT_FOR_EVER = Duration.ofSeconds(60);
  private static final String CONDITION = "=outcome = \"approve\"<";
  private static final String TIME =
      "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">=due</bpmn:timeDate>";
  private static final String JOB = "<zeebe:taskDefinition type=\"open-case\" />";

  static Stream<String> expressions() {
    return Stream.of(
        "count(for i in 1..10000000 return i) > 0",
        "count(for i in 1..10000, j in 1..10000 return i * j) > 0",
        "some i in 1..1000000000 satisfies i = 0",
        "every i in 1..1000000000 satisfies i > 0",
        "{ f: function(x) f(x), y: f(1) }.y",
        "(function(x) external { java: { class: \"java.lang.Runtime\", method signature: \"getRuntime()\" } })(1)",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
        "replace(outcome, \"(a+)+$\", \"b\") = \"\"",
        "count(split(outcome, \"(a+)+$\")) > 0",
        "string join(workdays, \"x\") = \"\"",
        "9 ** 999999999 > 0",
        "floor(number(\"1e999999999\")) > 0",
        "count(workdays[count(workdays[count(workdays[item != \"\"]) > 0]) > 0]) > 0",
        "count(concatenate(workdays, workdays)) > 0",
        "1" + " in 1".repeat(300),
        "1" + "=1".repeat(150),
        "(".repeat(25) + "1",
        "if a then ".repeat(20) + "1" + " else 2".repeat(20),
        "a".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void anExpressionThatCouldRunOnIsRefused(String expression) {
    expect(in(CONDITION, "=" + escaped(expression) + "<"), "passed--notice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome + outcome",
        "[outcome, outcome]",
        "{ a: outcome, b: outcome }",
        "if true then outcome + outcome else outcome",
        "append(workdays, workdays)",
        "string(workdays)",
        "upper case(outcome)"
      })
  void aVariableThatGrowsIsRefused(String expression) {
    expect(
        in(
            "source=\"=null\" target=\"outcome\"",
            "source=\"=" + expression + "\" target=\"outcome\""),
        "review");
  }

  @Test
  void anExpressionIsFoundWhereverTheEngineWouldLookForOne() {
    String loop = "=for i in 1..10000000 return i";
    expect(in(JOB, "<zeebe:taskDefinition type=\"open-case\" retries=\"" + loop + "\" />"), "open");
    expect(in("candidateGroups=", "assignee=\"" + loop + "\" candidateGroups="), "review");
    expect(in("candidateGroups=", "candidateUsers=\"" + loop + "\" candidateGroups="), "review");
    expect(
        in(
            "<zeebe:taskHeaders><zeebe:header key=\"task\"",
            "<zeebe:taskSchedule dueDate=\""
                + loop
                + "\" /><zeebe:taskHeaders><zeebe:header key=\"task\""),
        "review-due-soon-told");
    expect(
        in(
            "<bpmn:message id=\"start\"",
            "<bpmn:message id=\"other\" name=\"" + loop + "\" /><bpmn:message id=\"start\""),
        "other");
    expect(
        in(
            "<bpmn:message id=\"start\"",
            "<bpmn:error id=\"wrong\" errorCode=\"" + loop + "\" /><bpmn:message id=\"start\""),
        "wrong");
  }

  @Test
  void moreExpressionsThanAnybodyCanReadAreRefused() {
    String many =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "<zeebe:input source=\"=a" + i + "\" target=\"b" + i + "\" />")
            .collect(Collectors.joining());
    assertThat(check(in("<zeebe:ioMapping>", "<zeebe:ioMapping>" + many)))
        .anySatisfy(fault -> assertThat(fault.message()).contains("表达式太多"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:timeCycle>R/PT0.001S</bpmn:timeCycle>",
        "<bpmn:timeCycle>R/PT0S</bpmn:timeCycle>",
        "<bpmn:timeCycle>R1000000000/PT1H</bpmn:timeCycle>",
        "<bpmn:timeCycle>* * * * * *</bpmn:timeCycle>",
        "<bpmn:timeCycle>=cycle(duration(\"PT0S\"))</bpmn:timeCycle>",
        "<bpmn:timeDuration>PT0S</bpmn:timeDuration>",
        "<bpmn:timeDuration>-P1D</bpmn:timeDuration>",
        "<bpmn:timeDuration>P1000Y</bpmn:timeDuration>",
        "<bpmn:timeDuration>P999999999999Y</bpmn:timeDuration>",
        "<bpmn:timeDuration>=duration(\"P999999999Y\")</bpmn:timeDuration>",
        "<bpmn:timeDuration>=duration(outcome)</bpmn:timeDuration>"
      })
  void aTimerThatFiresAtOnceAgainOrNeverIsRefused(String time) {
    expect(
        in(
            TIME,
            time.replace(">", " xsi:type=\"bpmn:tFormalExpression\">")
                .replaceFirst("(</bpmn:\\w+) [^>]*>", "$1>")),
        "review-overdue");
  }

  @Test
  void aTimerThatFiresNowAndThenIsRight() {
    assertThat(
            check(
                withTimer(
                    false,
                    "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/P1D</bpmn:timeCycle>",
                    "done")))
        .isEmpty();
    assertThat(
            check(
                withTimer(
                    true,
                    "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">=duration(\"P1DT12H\")</bpmn:timeDuration>",
                    "done")))
        .isEmpty();
  }

  static Stream<Arguments> loops() {
    Map<String, String> loops = new LinkedHashMap<>();
    loops.put(
        "a question that leads to itself",
        in("sourceRef=\"passed\" targetRef=\"review\"", "sourceRef=\"passed\" targetRef=\"passed\"")
            .replace("<bpmn:incoming>passed--review</bpmn:incoming>", "")
            .replace(
                "<bpmn:incoming>review--passed</bpmn:incoming>",
                "<bpmn:incoming>review--passed</bpmn:incoming><bpmn:incoming>passed--review</bpmn:incoming>"));
    loops.put(
        "jobs that come again",
        RIGHT
            .replace(
                "<bpmn:sequenceFlow id=\"open--review\" sourceRef=\"open\" targetRef=\"review\" />",
                "<bpmn:sequenceFlow id=\"open--review\" sourceRef=\"open\" targetRef=\"again\" /><bpmn:exclusiveGateway id=\"again\" name=\"再来吗？\" default=\"again--review\"><bpmn:incoming>open--review</bpmn:incoming><bpmn:outgoing>again--review</bpmn:outgoing><bpmn:outgoing>again--open</bpmn:outgoing></bpmn:exclusiveGateway><bpmn:sequenceFlow id=\"again--review\" sourceRef=\"again\" targetRef=\"review\" /><bpmn:sequenceFlow id=\"again--open\" sourceRef=\"again\" targetRef=\"open\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">=true</bpmn:conditionExpression></bpmn:sequenceFlow>")
            .replace(
                "<bpmn:incoming>open--review</bpmn:incoming>\n          <bpmn:incoming>passed--review</bpmn:incoming>",
                "<bpmn:incoming>again--review</bpmn:incoming><bpmn:incoming>passed--review</bpmn:incoming>")
            .replace(
                "<bpmn:incoming>filed--open</bpmn:incoming>",
                "<bpmn:incoming>filed--open</bpmn:incoming><bpmn:incoming>again--open</bpmn:incoming>"));
    loops.put(
        "a moment that is over",
        withTimer(
            true,
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">=date and time(\"2020-01-01T00:00:00Z\")</bpmn:timeDate>",
            "review"));
    loops.put(
        "steps that multiply",
        withTimer(
            false,
            "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1S</bpmn:timeDuration>",
            "review"));
    return loops.entrySet().stream().map(loop -> Arguments.of(loop.getKey(), loop.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loops")
  void aCircleInWhichNobodyWaitsIsRefused(String what, String model) {
    assertThat(check(model))
        .as(what)
        .anySatisfy(fault -> assertThat(fault.message()).containsAnyOf("一直转", "越分越多"));
  }

  @Test
  void aCircleThatTakesItsTimeIsRight() {
    assertThat(
            check(
                withTimer(
                    true,
                    "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P1D</bpmn:timeDuration>",
                    "review")))
        .isEmpty();
  }

  /** Each fork doubles what the fork before has doubled: forty of them are a million million. */
  @Test
  void waysThatMultiplyAreRefused() {
    StringBuilder forks = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      forks.append(
          """
          <bpmn:parallelGateway id="p%1$d" name="分"><bpmn:incoming>a%1$d</bpmn:incoming><bpmn:outgoing>b%1$d</bpmn:outgoing><bpmn:outgoing>c%1$d</bpmn:outgoing></bpmn:parallelGateway>
          <bpmn:sequenceFlow id="b%1$d" sourceRef="p%1$d" targetRef="x%1$d" /><bpmn:sequenceFlow id="c%1$d" sourceRef="p%1$d" targetRef="x%1$d" />
          <bpmn:exclusiveGateway id="x%1$d" name="合"><bpmn:incoming>b%1$d</bpmn:incoming><bpmn:incoming>c%1$d</bpmn:incoming><bpmn:outgoing>a%2$d</bpmn:outgoing></bpmn:exclusiveGateway>
          <bpmn:sequenceFlow id="a%2$d" sourceRef="x%1$d" targetRef="%3$s" />
          """
              .formatted(i, i + 1, i == 39 ? "review" : "p" + (i + 1)));
    }
    String model =
        RIGHT
            .replace(
                "<bpmn:sequenceFlow id=\"open--review\" sourceRef=\"open\" targetRef=\"review\" />",
                "<bpmn:sequenceFlow id=\"a0\" sourceRef=\"open\" targetRef=\"p0\" />" + forks)
            .replace(
                "<bpmn:outgoing>open--review</bpmn:outgoing>", "<bpmn:outgoing>a0</bpmn:outgoing>")
            .replace(
                "<bpmn:incoming>open--review</bpmn:incoming>",
                "<bpmn:incoming>a40</bpmn:incoming>");

    assertThat(check(model)).anySatisfy(fault -> assertThat(fault.message()).contains("同时进行的路"));
  }

  @Test
  void whatIsDoneForEachOfEachIsRefused() {
    String each =
        "<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection=\"=members\" inputElement=\"member\" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>";
    String inner =
        "<bpmn:serviceTask id=\"inner\" name=\"逐个\"><bpmn:extensionElements>"
            + JOB
            + "</bpmn:extensionElements><bpmn:incoming>in</bpmn:incoming><bpmn:outgoing>out</bpmn:outgoing>"
            + each
            + "</bpmn:serviceTask>";
    String model =
        RIGHT.replaceFirst(
            "(?s)<bpmn:serviceTask id=\"open\".*?</bpmn:serviceTask>",
            "<bpmn:subProcess id=\"open\" name=\"登记\"><bpmn:incoming>filed--open</bpmn:incoming><bpmn:outgoing>open--review</bpmn:outgoing>"
                + each
                + "<bpmn:startEvent id=\"begin\"><bpmn:outgoing>in</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id=\"in\" sourceRef=\"begin\" targetRef=\"inner\" />"
                + inner
                + "<bpmn:sequenceFlow id=\"out\" sourceRef=\"inner\" targetRef=\"end\" /><bpmn:endEvent id=\"end\"><bpmn:incoming>out</bpmn:incoming></bpmn:endEvent></bpmn:subProcess>");

    expect(model, "inner");
    assertThat(check(model.replace(inner, inner.replace(each, "")))).isEmpty();
    expect(model.replace(inner, inner.replace(each, "")).replace("=members", "=workdays"), "open");
  }

  @Test
  void aSignalThatOtherCasesWouldHearIsRefused() {
    expect(
        in(
                "<bpmn:timerEventDefinition>" + TIME + "</bpmn:timerEventDefinition>",
                "<bpmn:signalEventDefinition signalRef=\"sig\" />")
            .replace(
                "<bpmn:message id=\"start\"",
                "<bpmn:signal id=\"sig\" name=\"withdraw\" /><bpmn:message id=\"start\""),
        "review-overdue");
  }

  @Test
  void anOfficeThatDoesNotExistIsFoundInAnExpressionToo() {
    expect(in("\"township@township\"", "'=\"nobody@mars\"'"), "review");
    assertThat(check(in("\"township@township\"", "'=\"township@township\"'"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "999999", "x"})
  void aJobThatWouldNeverBeTakenUpIsRefused(String retries) {
    expect(
        in(JOB, "<zeebe:taskDefinition type=\"open-case\" retries=\"" + retries + "\" />"), "open");
  }

  @Test
  void aModelOfThousandsOfStepsIsRefused() {
    String steps =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "<bpmn:serviceTask id=\"s" + i + "\" />")
            .collect(Collectors.joining());
    assertThat(check(in("<bpmn:endEvent id=\"done\"", steps + "<bpmn:endEvent id=\"done\"")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("太多"));
  }

  /** The right model with one more event on its step. */
  private static String withTimer(boolean interrupting, String time, String target) {
    return RIGHT
        .replace(
            "<bpmn:sequenceFlow id=\"review--passed\"",
            """
            <bpmn:boundaryEvent id="late" name="到时" attachedToRef="review" cancelActivity="%s"><bpmn:outgoing>late--on</bpmn:outgoing><bpmn:timerEventDefinition>%s</bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="late--on" sourceRef="late" targetRef="%s" /><bpmn:sequenceFlow id="review--passed\""""
                .formatted(interrupting, time, target))
        .replaceFirst(
            "(<bpmn:\\w+ id=\"" + target + "\".*?)(<bpmn:incoming>)".replace(".*?", "(?s:.*?)"),
            "$1<bpmn:incoming>late--on</bpmn:incoming>$2");
  }

  private static String escaped(String expression) {
    return expression.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String in(String old, String now) {
    assertThat(RIGHT).contains(old);
    return RIGHT.replace(old, now);
  }

  private static void expect(String model, String element) {
    assertThat(check(model))
        .anySatisfy(
            fault -> {
              assertThat(fault.elementId()).isEqualTo(element);
              assertThat(fault.message()).containsPattern("\\p{IsHan}");
              assertThat(fault.isError()).isTrue();
            });
  }

  private static List<ModelFault> check(String model) {
    return assertTimeoutPreemptively(
        NOT_FOR_EVER, () -> ModelLint.check(model.getBytes(UTF_8), KNOWN));
  }
}
