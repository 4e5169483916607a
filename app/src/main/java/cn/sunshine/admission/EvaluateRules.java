package cn.sunshine.admission;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.comparison.Doubts;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Rulebook;
import cn.sunshine.rules.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks the rules about the household at a stage of its case and keeps their answer. Before the
 * comparison that is advice to the reviewers; after it, the answer decides the way (NT-8, NT-9).
 */
@Component
class EvaluateRules implements JobHandler {

  private final Cases cases;
  private final Doubts doubts;
  private final Packs packs;
  private final Decisions decisions;
  private final Clock clock;

  EvaluateRules(Cases cases, Doubts doubts, Packs packs, Decisions decisions, Clock clock) {
    this.cases = cases;
    this.doubts = doubts;
    this.packs = packs;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public String jobType() {
    return "evaluate-rules";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    Rulebook book = packs.rulebook(file.pack(), file.startedAt());
    String stage = job.header("stage");
    Map<String, Object> facts =
        stage.equals("application")
            ? EligibilityFacts.atApplication(file)
            : EligibilityFacts.of(file, List.of(), doubts.ofCase(file.getId()));
    LocalDate today = LocalDate.now(clock);
    Decision decision = decisions.evaluate(job.header("ruleSet"), book, today, facts);
    decisions.record(file.getId(), stage, "job:" + job.key(), file.pack(), today, facts, decision);
    cases.note(
        file.getId(),
        "system",
        "rules-evaluated",
        "",
        Map.of(
            "stage", stage,
            "ruleSet", decision.ruleSet(),
            "version", decision.version(),
            "outcome", decision.outcome()));
    return Map.of("eligibility", decision.outcome());
  }
}
