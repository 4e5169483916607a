package cn.sunshine.review;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.household.HouseholdAdjustment;
import cn.sunshine.household.RegisterEntries;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings the entry of a household up to date with what its review reported (NT-26). */
@Component
class AdjustHousehold implements JobHandler {

  private final Cases cases;
  private final RegisterEntries entries;

  AdjustHousehold(Cases cases, RegisterEntries entries) {
    this.cases = cases;
    this.entries = entries;
  }

  @Override
  public String jobType() {
    return "adjust-household";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    ReportedIncome reported = ReportedIncome.of(file.data());
    String number = file.data().get("householdNumber").toString();
    entries.adjust(
        new HouseholdAdjustment(
            number,
            file.getId(),
            reported.yearlyIncome(),
            reported.causes(),
            reported.phone(),
            reported.address()));
    cases.note(
        file.getId(), "system", "household-adjusted", number, Map.of("householdNumber", number));
    return Map.of();
  }
}
