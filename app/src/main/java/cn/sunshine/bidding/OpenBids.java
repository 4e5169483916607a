package cn.sunshine.bidding;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the bids that two persons have confirmed the opening of. */
@Component
class OpenBids implements JobHandler {

  private final Tenders tenders;

  OpenBids(Tenders tenders) {
    this.tenders = tenders;
  }

  @Override
  public String jobType() {
    return "open-bids";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    tenders.open(job.caseId());
    return Map.of();
  }
}
