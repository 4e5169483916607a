package cn.sunshine.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Eventually;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.NewVersion;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policy.Versions;
import cn.sunshine.policychange.Changes;
import cn.sunshine.rules.Decision;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two hundred versions of a table are released while four threads evaluate without a pause: every
 * answer is the one of the version it names, none is lost, and the memory stays flat.
 */
@RunningSystem
class HotReleasesTest {

  private static final int RELEASES = 200;
  private static final int THREADS = 4;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long FLAT = 48 * MEGABYTE;
  private static final int LINE = 10_000;
  private static final Artefact TABLE =
      new Artefact("wujin", ArtefactKind.DECISION_TABLE, "household-eligibility");

  @Autowired Versions versions;
  @Autowired Changes changes;
  @Autowired Packs packs;
  @Autowired Decisions decisions;
  @Autowired TransactionTemplate transaction;

  Actor approver =
      new Actor("policy-approver.320412", "", Set.of(new Grant(Role.POLICY_APPROVER, "320412")));

  /** How many yuan over the line still qualify, by the number of the version. */
  private final Map<Integer, Integer> allowances = new ConcurrentHashMap<>();

  @Test
  void twoHundredReleasesUnderLoad() throws Exception {
    String shipped = changes.version(TABLE, PolicyVersion.SHIPPED, approver).content();
    AtomicBoolean released = new AtomicBoolean();
    AtomicLong asked = new AtomicLong();
    AtomicLong answered = new AtomicLong();
    List<Future<Set<String>>> evaluating = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        int seed = thread;
        evaluating.add(threads.submit(() -> evaluate(seed, released, asked, answered)));
      }
      long early = 0;
      for (int release = 1; release <= RELEASES; release++) {
        release(shipped, release);
        long before = answered.get();
        Eventually.holds("nobody is answered any more", () -> answered.get() >= before + THREADS);
        if (release == RELEASES / 4) {
          early = usedMemory();
        }
      }
      long late = usedMemory();
      released.set(true);
      for (Future<Set<String>> thread : evaluating) {
        assertThat(thread.get()).as("wrong answers").isEmpty();
      }
      assertThat(answered.get()).isEqualTo(asked.get());
      assertThat(late - early).as("bytes more after 150 further releases").isLessThan(FLAT);
    } finally {
      released.set(true);
      changes.goBack(TABLE, PolicyVersion.SHIPPED, RunningCases.MOVE, "测试结束", approver);
    }
  }

  private void release(String shipped, int allowance) {
    String within = "<inputEntry id=\"income-within-line-excess\"><text>&lt; 0</text>";
    String over = "<inputEntry id=\"income-over-line-excess\"><text>&gt;= 0</text>";
    String model =
        shipped
            .replace(within, within.replace("&lt; 0", "&lt; " + allowance))
            .replace(over, over.replace("&gt;= 0", "&gt;= " + allowance));
    transaction.executeWithoutResult(
        status -> {
          int number = versions.currentNumber(TABLE) + 1;
          allowances.put(number, allowance);
          versions.release(
              new NewVersion(
                  TABLE,
                  model,
                  "[]",
                  RunningCases.KEEP,
                  "policy.320412",
                  approver.username(),
                  "热发布",
                  "测试",
                  "",
                  Optional.empty()));
        });
  }

  private Set<String> evaluate(
      int seed, AtomicBoolean released, AtomicLong asked, AtomicLong answered) {
    Set<String> wrong = ConcurrentHashMap.newKeySet();
    for (int i = seed; !released.get(); i++) {
      int excess = i % (RELEASES + 10);
      asked.incrementAndGet();
      Decision decision =
          decisions.evaluate(
              "household-eligibility",
              packs.rulebook("wujin"),
              LocalDate.of(2026, 6, 1),
              Map.of("members", 1, "yearlyIncome", LINE + excess, "assets", List.of()));
      answered.incrementAndGet();
      int number = Integer.parseInt(decision.version().split("[-.]")[0]);
      int allowance = allowances.getOrDefault(number, 0);
      String expected = excess < allowance ? "ELIGIBLE" : "INELIGIBLE";
      if (!decision.outcome().equals(expected)) {
        wrong.add(
            "%s said %s to %d over".formatted(decision.version(), decision.outcome(), excess));
      }
    }
    return wrong;
  }

  private static long usedMemory() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
