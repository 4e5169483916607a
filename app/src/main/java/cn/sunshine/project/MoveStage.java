package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Enters a project in the reserve library, and says whether its size asks for a tender (JY-7). */
@Component
class MoveStage implements JobHandler {

  private final Cases cases;
  private final ProjectStore store;
  private final Parameters parameters;

  MoveStage(Cases cases, ProjectStore store, Parameters parameters) {
    this.cases = cases;
    this.store = store;
    this.parameters = parameters;
  }

  @Override
  public String jobType() {
    return "project-stage";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    Project.Stage stage = Project.Stage.valueOf(job.header("stage"));
    store.moveTo(file.getId(), stage);
    cases.note(
        file.getId(), "system", "project-stage", stage.chinese(), Map.of("stage", stage.name()));
    boolean bidding =
        store
                .require(file.getId())
                .budget()
                .compareTo(parameters.decimal(file, "project.bidding.threshold"))
            >= 0;
    return Map.of("biddingNeeded", bidding);
  }
}
