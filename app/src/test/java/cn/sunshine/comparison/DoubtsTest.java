package cn.sunshine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.WithServices;
import cn.sunshine.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServices
@SpringBootTest(
    classes = ComparisonSlice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "sunshine.comparison.scan-interval=1h")
class DoubtsTest {

  private static final String REGION = "320612101200";

  @Autowired Doubts doubts;

  private final String caseId = "case-" + UUID.randomUUID();

  @Test
  void raisedDoubtsAreOpenAndSayWhichRuleFoundThem() {
    doubts.raise(caseId, REGION, "job-1", List.of(vehicle("一辆小型轿车")));

    assertThat(doubts.ofCase(caseId))
        .singleElement()
        .satisfies(
            doubt -> {
              assertThat(doubt.id()).matches("[a-z0-9]{12}");
              assertThat(doubt.status()).isEqualTo(DoubtStatus.OPEN);
              assertThat(doubt.text()).isEqualTo("一辆小型轿车");
              assertThat(doubt.policy()).isEqualTo("NT-9");
              assertThat(doubt.rule()).isEqualTo("vehicle");
              assertThat(doubt.ruleVersion()).isEqualTo("3");
              assertThat(doubt.round()).isEqualTo(1);
              assertThat(doubt.decidedBy()).isEmpty();
            });
  }

  @Test
  void theSameJobDeliveredTwiceRaisesTheDoubtsOnce() {
    List<Doubt> first = doubts.raise(caseId, REGION, "job-1", List.of(vehicle("a"), vehicle("b")));
    List<Doubt> again = doubts.raise(caseId, REGION, "job-1", List.of(vehicle("a"), vehicle("b")));

    assertThat(ids(again)).isEqualTo(ids(first));
    assertThat(doubts.history(caseId)).hasSize(2);
  }

  @Test
  void theSameJobDeliveredAtTheSameTimeRaisesTheDoubtsOnce() throws Exception {
    Callable<List<Doubt>> delivery =
        () -> doubts.raise(caseId, REGION, "job-1", List.of(vehicle("a")));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      threads.invokeAll(List.of(delivery, delivery, delivery, delivery));
    }

    assertThat(doubts.history(caseId)).hasSize(1);
  }

  @Test
  void aNewComparisonReplacesWhatWasStillOpenAndOnlyItsDoubtsCount() {
    Doubt old = doubts.raise(caseId, REGION, "job-1", List.of(vehicle("old"))).getFirst();
    doubts.raise(caseId, REGION, "job-2", List.of(vehicle("new")));

    assertThat(doubts.ofCase(caseId)).extracting(Doubt::text).containsExactly("new");
    assertThat(doubts.history(caseId))
        .filteredOn(doubt -> doubt.id().equals(old.id()))
        .extracting(Doubt::status)
        .containsExactly(DoubtStatus.REPLACED);
  }

  @Test
  void aNewComparisonThatFindsNothingLeavesNoDoubt() {
    doubts.raise(caseId, REGION, "job-1", List.of(vehicle("old")));
    doubts.raise(caseId, REGION, "job-2", List.of());

    assertThat(doubts.ofCase(caseId)).isEmpty();
  }

  @Test
  void everyDoubtGetsItsFinding() {
    List<Doubt> raised = doubts.raise(caseId, REGION, "j", List.of(vehicle("a"), vehicle("b")));

    doubts.decide(
        caseId,
        List.of(
            new DoubtFinding(raised.get(0).id(), true, "本人所有"),
            new DoubtFinding(raised.get(1).id(), false, "已报废，见注销证明")),
        "county.320612");

    assertThat(doubts.ofCase(caseId))
        .extracting(Doubt::status)
        .containsExactly(DoubtStatus.UPHELD, DoubtStatus.DISMISSED);
    assertThat(doubts.ofCase(caseId).get(1))
        .satisfies(
            doubt -> {
              assertThat(doubt.note()).isEqualTo("已报废，见注销证明");
              assertThat(doubt.decidedBy()).contains("county.320612");
              assertThat(doubt.decidedAt()).isPresent();
            });
  }

  @Test
  void anUnknownDoubtAndAMissingFindingAreNamedAndNothingIsDecided() {
    doubts.raise(caseId, REGION, "job-1", List.of(vehicle("a")));

    assertFaults(List.of(new DoubtFinding("nosuch", true, "")), "findings[0].doubt", "findings");
    assertThat(doubts.ofCase(caseId)).extracting(Doubt::status).containsExactly(DoubtStatus.OPEN);
  }

  @Test
  void aDoubtOfAnotherCaseIsUnknownHere() {
    String other = "case-" + UUID.randomUUID();
    Doubt foreign = doubts.raise(other, REGION, "job-1", List.of(vehicle("a"))).getFirst();

    assertFaults(List.of(new DoubtFinding(foreign.id(), true, "")), "findings[0].doubt");
    assertThat(doubts.ofCase(other)).extracting(Doubt::status).containsExactly(DoubtStatus.OPEN);
  }

  @Test
  void twoFindingsOnOneDoubtAreRefused() {
    Doubt doubt = doubts.raise(caseId, REGION, "job-1", List.of(vehicle("a"))).getFirst();

    assertFaults(
        List.of(new DoubtFinding(doubt.id(), true, ""), new DoubtFinding(doubt.id(), false, "")),
        "findings[1].doubt");
  }

  private void assertFaults(List<DoubtFinding> findings, String... fields) {
    assertThatThrownBy(() -> doubts.decide(caseId, findings, "county.320612"))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.faults())
                    .extracting(Refusal.FieldFault::field)
                    .containsExactly(fields));
  }

  private static NewDoubt vehicle(String text) {
    return new NewDoubt("vehicle", Optional.of(UUID.randomUUID()), text, "NT-9", "vehicle", "3");
  }

  private static List<String> ids(List<Doubt> doubts) {
    return doubts.stream().map(Doubt::id).toList();
  }
}
