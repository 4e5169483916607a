package cn.sunshine.review;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditEntry;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.household.Proceedings;
import cn.sunshine.processes.HouseholdExit;
import cn.sunshine.processes.HouseholdYearlyReview;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Starts the exit of a household whose review ended so, in the name of the village that reported
 * its income: it answers when the exit is sent back (NT-10).
 */
@Component
class StartExit implements JobHandler {

  private static final int LONGEST_REASON = 500;

  private final Cases cases;
  private final Proceedings proceedings;

  StartExit(Cases cases, Proceedings proceedings) {
    this.cases = cases;
    this.proceedings = proceedings;
  }

  @Override
  public String jobType() {
    return "start-exit";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    String number = file.data().get("householdNumber").toString();
    // The village may have reported the exit itself since the township decided.
    String exit =
        proceedings
            .running(number, HouseholdExit.PROCESS_ID)
            .orElseGet(() -> start(file, number).getId());
    cases.note(file.getId(), "system", "exit-started", exit, Map.of("exitCase", exit));
    return Map.of("exitCase", exit);
  }

  private CaseFile start(CaseFile review, String number) {
    Actor reporter =
        new Actor(
            review.data().get("reportedBy").toString(),
            "村（居）委会",
            Set.of(new Grant(Role.VILLAGE_COMMITTEE, review.region())));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("householdNumber", number);
    report.put("yearlyIncome", review.data().get("yearlyIncome"));
    report.put("reason", reason(review));
    report.put("note", "由年度复核 " + review.getId() + " 转入。");
    return cases.start(HouseholdExit.PROCESS_ID, review.region(), report, reporter);
  }

  /** What the township said when it decided; else that the review found so. */
  private String reason(CaseFile review) {
    return cases.timeline(review).stream()
        .filter(entry -> entry.action().equals(HouseholdYearlyReview.EXIT))
        .map(AuditEntry::comment)
        .filter(said -> !said.isBlank())
        .reduce((earlier, later) -> later)
        .map(said -> said.substring(0, Math.min(said.length(), LONGEST_REASON)))
        .orElse("年度复核认定达到退出标准。");
  }
}
