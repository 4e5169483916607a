package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says which offices countersign, and how many of them have to agree (NT-13). */
@Component
class PrepareJointCheck implements JobHandler {

  private final Cases cases;
  private final Parameters parameters;

  PrepareJointCheck(Cases cases, Parameters parameters) {
    this.cases = cases;
    this.parameters = parameters;
  }

  @Override
  public String jobType() {
    return "prepare-joint-check";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    List<String> members = parameters.words(file, "project.joint-check.members");
    int quorum = parameters.number(file, "project.joint-check.quorum");
    return Map.of(
        "members",
        members,
        "quorum",
        Math.min(quorum, members.size()),
        "jointRound",
        "J" + job.key());
  }
}
