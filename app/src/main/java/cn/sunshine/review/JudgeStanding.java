package cn.sunshine.review;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.comparison.AssetRecord;
import cn.sunshine.comparison.Comparison;
import cn.sunshine.comparison.ComparisonQuery;
import cn.sunshine.comparison.ComparisonScope;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.household.RegisterEntries;
import cn.sunshine.household.RegisteredHousehold;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Rulebook;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.rules.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks the rules whether a registered household stays, leaves or is to be adjusted, and keeps their
 * answer. It is a proposal: a person decides (NT-10, NT-26).
 */
@Component
class JudgeStanding implements JobHandler {

  private final Cases cases;
  private final RegisterEntries entries;
  private final Comparison comparison;
  private final Packs packs;
  private final Decisions decisions;
  private final Clock clock;

  JudgeStanding(
      Cases cases,
      RegisterEntries entries,
      Comparison comparison,
      Packs packs,
      Decisions decisions,
      Clock clock) {
    this.cases = cases;
    this.entries = entries;
    this.comparison = comparison;
    this.packs = packs;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public String jobType() {
    return "judge-standing";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    RegisteredHousehold household =
        entries.find(file.data().get("householdNumber").toString()).orElseThrow();
    String stage = job.header("stage");
    ReportedIncome reported = ReportedIncome.of(file.data());
    Map<String, Object> facts =
        stage.equals("review")
            ? StandingFacts.ofReview(household, reported, compared(file, household))
            : StandingFacts.ofReport(household, reported);
    Rulebook book = packs.rulebook(file.pack(), file.startedAt());
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
    return Map.of();
  }

  /** Who receives benefits is compared again regularly; the query is logged (NT-26). */
  private List<AssetRecord> compared(CaseFile file, RegisteredHousehold household) {
    List<AssetRecord> records =
        comparison
            .query(
                new ComparisonQuery(
                    file.getId(),
                    "system",
                    "低收入户年度复核信息比对",
                    ComparisonScope.CITY,
                    file.region().substring(0, RegionLevel.COUNTY.codeLength()),
                    household.idNumbers()))
            .records();
    cases.note(
        file.getId(),
        "system",
        "assets-compared",
        ComparisonScope.CITY.chinese() + "：" + records.size() + " 条记录",
        Map.of("scope", ComparisonScope.CITY.name(), "records", records.size()));
    return records;
  }
}
