package cn.sunshine.admission;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.household.RegisterEntries;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks the applicants up among the households that have left the register: who returns to poverty
 * is compared before anybody reviews the application (JY-3, YC-1).
 */
@Component
class RecallExit implements JobHandler {

  private final Cases cases;
  private final RegisterEntries entries;

  RecallExit(Cases cases, RegisterEntries entries) {
    this.cases = cases;
    this.entries = entries;
  }

  @Override
  public String jobType() {
    return "recall-exit";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    Optional<String> earlier =
        HouseholdApplication.of(file.data()).idNumbers().stream()
            .flatMap(person -> entries.lastExitOf(person).stream())
            .findFirst();
    earlier.ifPresent(
        number ->
            cases.note(
                file.getId(),
                "system",
                "returned-to-poverty",
                "此前以户号 " + number + " 退出，先比对核查再评议。",
                Map.of("householdNumber", number)));
    return Map.of("returned", earlier.isPresent());
  }
}
