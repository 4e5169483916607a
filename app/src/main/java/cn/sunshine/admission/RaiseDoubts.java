package cn.sunshine.admission;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.comparison.Comparison;
import cn.sunshine.comparison.ComparisonAnswer;
import cn.sunshine.comparison.ComparisonScope;
import cn.sunshine.comparison.Doubt;
import cn.sunshine.comparison.Doubts;
import cn.sunshine.comparison.NewDoubt;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Rulebook;
import cn.sunshine.rules.Decision;
import cn.sunshine.rules.DoubtSubject;
import cn.sunshine.rules.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets the rules judge what the comparison found, and raises a doubt for each thing they doubt. */
@Component
class RaiseDoubts implements JobHandler {

  private static final String RULE_SET = "household-eligibility";

  private final Cases cases;
  private final Comparison comparison;
  private final Doubts doubts;
  private final Packs packs;
  private final Decisions decisions;
  private final Clock clock;

  RaiseDoubts(
      Cases cases,
      Comparison comparison,
      Doubts doubts,
      Packs packs,
      Decisions decisions,
      Clock clock) {
    this.cases = cases;
    this.comparison = comparison;
    this.doubts = doubts;
    this.packs = packs;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public String jobType() {
    return "raise-doubts";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    Rulebook book = packs.rulebook(file.pack(), file.startedAt());
    boolean comparedByCity = job.text("outOfCounty").map(Boolean::parseBoolean).orElse(false);
    ComparisonAnswer answer =
        comparison.query(
            CompareAssets.query(
                file, comparedByCity ? ComparisonScope.CITY : ComparisonScope.COUNTY));
    Map<String, Object> facts = EligibilityFacts.of(file, answer.records(), List.of());
    LocalDate today = LocalDate.now(clock);
    Decision decision = decisions.evaluate(RULE_SET, book, today, facts);
    String key = "job:" + job.key();
    decisions.record(file.getId(), "comparison", key, file.pack(), today, facts, decision);
    List<Doubt> raised =
        doubts.raise(
            file.getId(),
            file.region(),
            key,
            decision.newDoubts().stream().map(RaiseDoubts::doubt).toList());
    cases.note(
        file.getId(),
        "system",
        "doubts-raised",
        raised.isEmpty() ? "没有存疑" : raised.size() + " 项存疑",
        Map.of("doubts", raised.size()));
    return Map.of("openDoubts", raised.size());
  }

  private static NewDoubt doubt(Finding finding) {
    DoubtSubject subject = finding.doubt().orElseThrow();
    return new NewDoubt(
        subject.item().code(),
        subject.recordId().map(UUID::fromString),
        finding.message(),
        finding.policy(),
        finding.rule(),
        finding.version());
  }
}
