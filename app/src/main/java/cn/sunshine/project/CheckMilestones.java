package cn.sunshine.project;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says how many milestones are open (NT-16). */
@Component
class CheckMilestones implements JobHandler {

  private final ProjectStore store;

  CheckMilestones(ProjectStore store) {
    this.store = store;
  }

  @Override
  public String jobType() {
    return "check-milestones";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    long left =
        store.milestones(job.caseId()).stream()
            .filter(milestone -> milestone.doneOn().isEmpty())
            .count();
    return Map.of("milestonesLeft", left);
  }
}
