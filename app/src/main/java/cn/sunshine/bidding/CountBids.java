package cn.sunshine.bidding;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Closes a tender after its hour and counts the bids without reading them. */
@Component
class CountBids implements JobHandler {

  private final Tenders tenders;

  CountBids(Tenders tenders) {
    this.tenders = tenders;
  }

  @Override
  public String jobType() {
    return "count-bids";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    Tender tender = tenders.close(job.caseId());
    return Map.of("bidCount", tender.bidCount().orElse(0), "bidsLeast", tender.bidsLeast());
  }
}
