package cn.sunshine.policychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.ParameterTimeline.Row;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.PolicyChange.State;
import cn.sunshine.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** JY-17, YC-1: policy staff change a number; somebody else agrees; it counts from its day on. */
@RunningSystem
class PolicyChangeTest {

  private static final String ROOT = "3206";
  private static final String VILLAGE = "320612114003";
  private static final Artefact LINE =
      new Artefact("nantong", ArtefactKind.PARAMETER, "income.line.per-person");
  private static final String AUTHOR = "policy." + ROOT;
  private static final String APPROVER = "policy-approver." + ROOT;

  @LocalServerPort int port;
  @Autowired Changes changes;
  @Autowired Clock clock;

  Actor author = new Actor(AUTHOR, "", Set.of(new Grant(Role.POLICY, ROOT)));
  Actor approver = new Actor(APPROVER, "", Set.of(new Grant(Role.POLICY_APPROVER, ROOT)));
  Person approving;
  LocalDate today;

  @BeforeEach
  void today() {
    approving = Person.official(port, APPROVER);
    today = LocalDate.now(clock);
  }

  /** All tests share one application: the others want the line as it is shipped. */
  @AfterEach
  void backToTheShippedLine() {
    new PolicyStaff("nantong", ROOT, changes, port).takesBack(RunningCases.MOVE, List.of(LINE));
    assertThat(outcome(3, 22_000, today)).isEqualTo("INELIGIBLE");
  }

  @Test
  void aHigherLineCountsFromItsDayOnAndNotBefore() {
    LocalDate from = today.plusDays(30);
    String caseId = submit(line(new Row("7500", from, Optional.empty(), "通扶〔2026〕12号", "")));
    assertThat(outcome(3, 22_000, from)).as("not approved yet").isEqualTo("INELIGIBLE");

    approving.approves(caseId, "policy-approval");

    assertThat(approving.seesEnd(caseId, "COMPLETED").at("/result/outcome").asString())
        .isEqualTo("RELEASED");
    assertThat(outcome(3, 22_000, from)).isEqualTo("WITHIN_THE_LINE");
    assertThat(outcome(3, 22_000, from.minusDays(1))).isEqualTo("INELIGIBLE");
    assertThat(changes.history(LINE, approver).getFirst())
        .satisfies(
            version -> {
              assertThat(version.author()).isEqualTo(AUTHOR);
              assertThat(version.approver()).isEqualTo(APPROVER);
              assertThat(version.document()).isEqualTo("通扶〔2026〕12号");
              assertThat(version.changeCase()).isEqualTo(caseId);
            });
  }

  @Test
  void aRunningCaseKeepsTheLineItBeganWithAndANewOneHasTheNewLine() {
    String before = apply();
    approving.approves(submit(line(today, "7500")), "policy-approval");
    Eventually.holds("the new line", () -> !outcome(3, 22_000, today).equals("INELIGIBLE"));
    String after = apply();

    assertThat(changes.inForce(LINE, author).number()).isGreaterThan(PolicyVersion.SHIPPED);
    assertThat(firstOutcome(before)).isEqualTo("INELIGIBLE");
    assertThat(lastOutcomeAfterCorrection(before)).isEqualTo("INELIGIBLE");
    assertThat(firstOutcome(after)).isEqualTo("ELIGIBLE");
  }

  @Test
  void aRunningCaseIsMovedWhenTheApproverSaysSo() {
    String before = apply();
    assertThat(firstOutcome(before)).isEqualTo("INELIGIBLE");
    long change = changes.begin("nantong", author).id();
    changes.put(change, LINE, line(today, "7500").json(), "[]", author);
    String caseId =
        changes
            .submit(
                change,
                new Submission("提高收入线", "物价", "通扶〔2026〕12号", Optional.empty(), RunningCases.MOVE),
                author)
            .getId();

    approving.approves(caseId, "policy-approval");
    approving.seesEnd(caseId, "COMPLETED");

    assertThat(lastOutcomeAfterCorrection(before)).isEqualTo("ELIGIBLE");
  }

  @Test
  void whatTakesEffectLaterWaitsForItsDay() {
    long change = changes.begin("nantong", author).id();
    changes.put(change, LINE, line(today, "7500").json(), "[]", author);
    String caseId =
        changes
            .submit(
                change,
                new Submission(
                    "提高收入线",
                    "物价",
                    "通扶〔2026〕12号",
                    Optional.of(today.plusDays(2)),
                    RunningCases.KEEP),
                author)
            .getId();
    approving.approves(caseId, "policy-approval");
    Eventually.holds("approved", () -> stateOf(change) == State.APPROVED);
    assertThat(outcome(3, 22_000, today)).isEqualTo("INELIGIBLE");

    approving.post("/api/v1/demo/clock", Map.of("advance", "P2D")).ok();

    approving.seesEnd(caseId, "COMPLETED");
    assertThat(outcome(3, 22_000, today)).isNotEqualTo("INELIGIBLE");
  }

  @Test
  void gapsAndOverlapsInTimeCannotBeSubmitted() {
    long change = changes.begin("nantong", author).id();
    ParameterTimeline gap =
        new ParameterTimeline(
            LINE.name(),
            line(today, "7500").unit(),
            List.of(
                new Row("7000", LocalDate.of(2019, 1, 1), Optional.of(today), "NT-8", "原标准"),
                new Row("7500", today.plusDays(5), Optional.empty(), "NT-8", "新标准")));

    assertThat(changes.put(change, LINE, gap.json(), "[]", author))
        .anyMatch(fault -> fault.isError() && fault.message().contains("没有值"));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> changes.submit(change, submission(), author))
        .withMessageContaining("检查没有通过");
    assertThat(stateOf(change)).isEqualTo(State.DRAFT);
  }

  @Test
  void aValueThatReachesIntoALaterOneIsAnOverlap() {
    long change = changes.begin("nantong", author).id();
    ParameterTimeline later = line(today.plusDays(100), "8000");
    ParameterTimeline both =
        later.with(new Row("7500", today.plusDays(10), Optional.empty(), "NT-8", ""));

    assertThat(changes.put(change, LINE, both.json(), "[]", author))
        .anyMatch(fault -> fault.isError() && fault.message().contains("重叠"));
    ParameterTimeline ending =
        later.with(
            new Row("7500", today.plusDays(10), Optional.of(today.plusDays(99)), "NT-8", ""));
    assertThat(changes.put(change, LINE, ending.json(), "[]", author))
        .noneMatch(ArtefactFault::isError);
    assertThat(ending.without(today.plusDays(10)))
        .as("the value before goes on where one is taken out")
        .isEqualTo(later);
  }

  @Test
  void aReturnedChangeIsMendedAndSubmittedAgain() {
    long change = changes.begin("nantong", author).id();
    changes.put(change, LINE, line(today, "75000").json(), "[]", author);
    String caseId = changes.submit(change, submission(), author).getId();
    approving.decides(caseId, "policy-approval", "return", "多了一个零", Map.of()).ok();

    Person writing = Person.official(port, AUTHOR);
    writing.task(caseId, "policy-correction");
    changes.put(change, LINE, line(today, "7500").json(), "[]", author);
    writing.approves(caseId, "policy-correction");
    approving.approves(caseId, "policy-approval");

    approving.seesEnd(caseId, "COMPLETED");
    assertThat(outcome(3, 22_000, today)).isNotEqualTo("INELIGIBLE");
  }

  @Test
  void whatWasSaidOfAReturnedChangeCanBeSaidAnew() {
    long change = changes.begin("nantong", author).id();
    changes.put(change, LINE, line(today, "7500").json(), "[]", author);
    String caseId = changes.submit(change, submission(), author).getId();
    approving.decides(caseId, "policy-approval", "return", "依据的文号不对", Map.of()).ok();
    Person writing = Person.official(port, AUTHOR);
    Map<String, Object> said =
        new HashMap<>(
            Map.of(
                "title", "提高收入标准（更正文号）",
                "reason", "市政府调整",
                "document", "",
                "effectiveOn", today.plusDays(3).toString(),
                "runningCases", "MOVE"));

    assertThat(writing.decides(caseId, "policy-correction", "approve", "", said).status())
        .isEqualTo(422);
    said.put("document", "通扶〔2026〕13号");
    writing.decides(caseId, "policy-correction", "approve", "", said).ok();

    PolicyChange again = changes.find(change, author);
    assertThat(again.state()).isEqualTo(PolicyChange.State.SUBMITTED);
    assertThat(again.document()).isEqualTo("通扶〔2026〕13号");
    assertThat(again.effectiveOn()).contains(today.plusDays(3));
    assertThat(again.runningCases()).isEqualTo(RunningCases.MOVE);
    assertThat(approving.task(caseId, "policy-approval").path("subject").asString())
        .contains("更正文号");
    approving.decides(caseId, "policy-approval", "reject", "改日再议", Map.of()).ok();
  }

  @Test
  void whoHoldsBothRolesCannotApproveTheirOwnChange() {
    Actor both =
        new Actor(
            APPROVER,
            "",
            Set.of(new Grant(Role.POLICY, ROOT), new Grant(Role.POLICY_APPROVER, ROOT)));
    long change = changes.begin("nantong", both).id();
    changes.put(change, LINE, line(today, "7500").json(), "[]", both);
    String caseId = changes.submit(change, submission(), both).getId();

    Person.Answer answer = approving.decides(caseId, "policy-approval", "approve");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.detail()).contains("另一人");
    approving.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "测试")).ok();
    changes.discard(change, both);
  }

  @Test
  void aWithdrawnChangeIsADraftAgainAndNothingIsLost() {
    String caseId = submit(line(today, "7500"));
    long change = changes.ofCase(caseId).orElseThrow().id();

    Person.official(port, AUTHOR)
        .post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "再想想"))
        .ok();

    assertThat(stateOf(change)).isEqualTo(State.DRAFT);
    assertThat(changes.find(change, author).item(LINE)).isPresent();
  }

  @Test
  void twoChangesOfTheSameNumberAreNotUnderWayTogether() {
    String first = submit(line(today, "7500"));
    long second = changes.begin("nantong", author).id();
    changes.put(second, LINE, line(today, "8000").json(), "[]", author);

    assertThatExceptionOfType(Refusal.Conflict.class)
        .isThrownBy(() -> changes.submit(second, submission(), author))
        .withMessageContaining("正在办理");

    approving.decides(first, "policy-approval", "reject", "标准未定", Map.of()).ok();
    approving.seesEnd(first, "REJECTED");
  }

  @Test
  void oneClickGoesBackToTheVersionBefore() {
    approving.approves(submit(line(today, "7500")), "policy-approval");
    Eventually.holds("the new line", () -> !outcome(3, 22_000, today).equals("INELIGIBLE"));
    int current = changes.inForce(LINE, approver).number();

    PolicyVersion back =
        changes.goBack(LINE, PolicyVersion.SHIPPED, RunningCases.KEEP, "文件撤销", approver);

    assertThat(back.number()).isEqualTo(current + 1);
    assertThat(back.restores()).contains(PolicyVersion.SHIPPED);
    assertThat(outcome(3, 22_000, today)).isEqualTo("INELIGIBLE");
    assertThat(changes.version(LINE, current, author).content()).contains("7500");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"POLICY", "POLICY_APPROVER"},
      mode = EnumSource.Mode.EXCLUDE)
  void nobodyElseSeesOrWritesPolicy(Role role) {
    Actor other = new Actor("other", "", Set.of(new Grant(role, ROOT)));
    long change = changes.begin("nantong", author).id();

    assertThat(changes.of(other)).isEmpty();
    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> changes.find(change, other));
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> changes.begin("nantong", other));
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> changes.put(change, LINE, line(today, "1").json(), "[]", other));
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> changes.goBack(LINE, 1, RunningCases.KEEP, "x", other));
  }

  @Test
  void theAuthorOfOnePlaceCannotWriteTheRulesOfAnother() {
    Actor elsewhere = new Actor("policy.3209", "", Set.of(new Grant(Role.POLICY, "3209")));
    long change = changes.begin("nantong", author).id();

    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> changes.put(change, LINE, line(today, "1").json(), "[]", elsewhere));
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> changes.find(change, elsewhere));
  }

  /** A year that no calendar has, half a change, and signs that turn what an approver reads. */
  @ParameterizedTest
  @CsvSource({
    "effectiveOn, +999999999-12-31, effectiveOn",
    "effectiveOn, 9999-12-31, effectiveOn",
    "title, '提高收入线\u202e', title",
    "reason, '物价\u2066上涨', reason"
  })
  void whatCannotBeADayOrATextIsRefusedAtItsField(String key, String value, String field) {
    long change = changes.begin("nantong", author).id();
    changes.put(change, LINE, line(today, "7500").json(), "[]", author);

    Person.Answer answer = handIn(change, Map.of(key, value));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(stateOf(change)).isEqualTo(State.DRAFT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1e30, Double.MAX_VALUE})
  void aNumberThatIsNoChangeIsRefused(double number) {
    assertThat(handIn(number, Map.of()).status()).isEqualTo(422);
  }

  @Test
  void aTextThatCannotBeStoredIsRefusedWithASentence() {
    long change = changes.begin("nantong", author).id();

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> changes.put(change, LINE, "\u0000", "[]", author))
        .withMessageContaining("控制字符");
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> changes.goBack(LINE, 1, RunningCases.KEEP, "\u202e", approver))
        .withMessageContaining("控制字符");
  }

  private Person.Answer handIn(Number change, Map<String, Object> besides) {
    Map<String, Object> data = new HashMap<>();
    data.put("change", change);
    data.put("title", "提高收入线");
    data.put("reason", "物价上涨");
    data.put("document", "通扶〔2026〕12号");
    data.putAll(besides);
    return Person.official(port, AUTHOR)
        .post("/api/v1/cases", Map.of("process", "policy-change", "region", ROOT, "data", data));
  }

  private String submit(ParameterTimeline timeline) {
    long change = changes.begin("nantong", author).id();
    changes.put(change, LINE, timeline.json(), "[]", author);
    return changes.submit(change, submission(), author).getId();
  }

  private static Submission submission() {
    return new Submission("提高收入线", "物价上涨", "通扶〔2026〕12号", Optional.empty(), RunningCases.KEEP);
  }

  private ParameterTimeline line(LocalDate from, String value) {
    return line(new Row(value, from, Optional.empty(), "NT-8", ""));
  }

  private ParameterTimeline line(Row fresh) {
    return ParameterTimeline.parse(LINE.name(), changes.inForce(LINE, author).content())
        .with(fresh);
  }

  private State stateOf(long change) {
    return changes.find(change, author).state();
  }

  private String outcome(int members, int yearlyIncome, LocalDate asOf) {
    String outcome =
        approving
            .post(
                "/api/v1/decisions/household-eligibility",
                Map.of(
                    "jurisdiction",
                    "nantong",
                    "asOf",
                    asOf.toString(),
                    "facts",
                    Map.of("members", members, "yearlyIncome", yearlyIncome, "assets", List.of())))
            .ok()
            .path("outcome")
            .asString();
    return outcome.equals("INELIGIBLE") ? outcome : "WITHIN_THE_LINE";
  }

  /** A household of three with 22,000 yuan: 7,333.33 for each, between the two lines. */
  private String apply() {
    return Person.official(port, "farmer." + VILLAGE).applies(VILLAGE, Applications.of(22_000));
  }

  private String firstOutcome(String caseId) {
    Person group = Person.official(port, "group." + VILLAGE);
    group.task(caseId, "group-review");
    return group.seesCase(caseId).at("/decisions/0/outcome").asString();
  }

  /** Sent back and corrected, the rules are asked again. */
  private String lastOutcomeAfterCorrection(String caseId) {
    Person group = Person.official(port, "group." + VILLAGE);
    group.decides(caseId, "group-review", "return", "请补充", Map.of()).ok();
    Person.official(port, "farmer." + VILLAGE)
        .decides(caseId, "correction", "approve", "", Map.of("note", "已补充"))
        .ok();
    group.task(caseId, "group-review");
    return group
        .seesCase(caseId)
        .path("decisions")
        .valueStream()
        .toList()
        .getLast()
        .path("outcome")
        .asString();
  }
}
