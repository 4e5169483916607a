package cn.sunshine.exit;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.household.RegisterEntries;
import cn.sunshine.policy.Packs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Enters a confirmed exit in the register at once (NT-10), with the last day on which the policies
 * are kept: the same day so many years later, that day included (YC-1, WJ-4.4).
 */
@Component
class ExitHousehold implements JobHandler {

  private static final String KEPT_YEARS = "exit.benefits-kept-years";

  private final Cases cases;
  private final RegisterEntries entries;
  private final Packs packs;
  private final Clock clock;

  ExitHousehold(Cases cases, RegisterEntries entries, Packs packs, Clock clock) {
    this.cases = cases;
    this.entries = entries;
    this.packs = packs;
    this.clock = clock;
  }

  @Override
  public String jobType() {
    return "exit-household";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    ExitReport report = ExitReport.of(file.data());
    LocalDate today = LocalDate.now(clock);
    LocalDate keptUntil = today.plusYears(packs.number(file.pack(), KEPT_YEARS, clock.instant()));
    entries.exit(
        new cn.sunshine.household.HouseholdExit(
            report.householdNumber(), file.getId(), today, keptUntil, report.reason()));
    cases.note(
        file.getId(),
        "system",
        "household-exited",
        "政策保留至 " + keptUntil,
        Map.of("householdNumber", report.householdNumber(), "keptUntil", keptUntil.toString()));
    return Map.of(
        "householdNumber", report.householdNumber(),
        "exitedOn", today.toString(),
        "keptUntil", keptUntil.toString());
  }
}
