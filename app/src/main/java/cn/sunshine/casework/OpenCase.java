package cn.sunshine.casework;

import cn.sunshine.engine.DuplicateInstance;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The first step of every process: binds the instance to its case. Should a start ever have made
 * two instances, the second one ends here.
 */
@Component
class OpenCase implements JobHandler {

  private final Cases cases;

  OpenCase(Cases cases) {
    this.cases = cases;
  }

  @Override
  public String jobType() {
    return "open-case";
  }

  /** A second instance of a case that has ended has to be found as well. */
  @Override
  public boolean goesOnAfterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    if (!cases.bind(job)) {
      throw new DuplicateInstance(job.caseId());
    }
    return Map.of();
  }
}
