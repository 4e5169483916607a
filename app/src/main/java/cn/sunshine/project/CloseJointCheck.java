package cn.sunshine.project;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.inbox.Inbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The countersign has a result: who has not signed need not any more (NT-13). */
@Component
class CloseJointCheck implements JobHandler {

  private final Inbox inbox;

  CloseJointCheck(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String jobType() {
    return "close-joint-check";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    job.text("jointRound").ifPresent(round -> inbox.cancelWith(job.caseId(), "jointRound", round));
    return Map.of();
  }
}
