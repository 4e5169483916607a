package cn.sunshine.exit;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.household.RegisterEntries;
import cn.sunshine.household.RegisteredHousehold;
import cn.sunshine.processes.FiveSignatures;
import cn.sunshine.processes.Variables;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says how a household signs its exit (JY-3, YC-1): as the village reported; where it did not say,
 * with the household's own account, and on paper where there is none.
 */
@Component
class ChooseSigning implements JobHandler {

  private final Cases cases;
  private final RegisterEntries entries;
  private final HouseholdAccounts accounts;

  ChooseSigning(Cases cases, RegisterEntries entries, HouseholdAccounts accounts) {
    this.cases = cases;
    this.entries = entries;
    this.accounts = accounts;
  }

  @Override
  public String jobType() {
    return "choose-signing";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    ExitReport report = ExitReport.of(file.data());
    RegisteredHousehold household = entries.find(report.householdNumber()).orElseThrow();
    Optional<String> account =
        report.householdSigns().filter(FiveSignatures.ON_PAPER::equals).isPresent()
            ? Optional.empty()
            : accounts.of(household);
    String way = account.isPresent() ? FiveSignatures.WITH_ACCOUNT : FiveSignatures.ON_PAPER;
    cases.note(
        file.getId(),
        "system",
        "signing-chosen",
        account.isPresent() ? "用本户的账号签字。" : "在纸质签字表上签字，由村（居）委会代收。",
        Map.of(Variables.HOUSEHOLD_SIGNS, way));
    return Map.of(Variables.HOUSEHOLD_SIGNS, way);
  }
}
