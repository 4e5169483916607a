package cn.sunshine.casework;

import cn.sunshine.engine.CaseGate;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The first step of every process. That it is handed out binds the case to its instance, see {@link
 * CaseGate}.
 */
@Component
class OpenCase implements JobHandler {

  @Override
  public String jobType() {
    return "open-case";
  }

  /** The instance of a case that was withdrawn at once has to wait for that message. */
  @Override
  public boolean goesOnAfterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    return Map.of();
  }
}
