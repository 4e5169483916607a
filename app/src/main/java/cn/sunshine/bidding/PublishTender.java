package cn.sunshine.bidding;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Publishes the tender document of a case and says until when bids are taken. */
@Component
class PublishTender implements JobHandler {

  private final Tenders tenders;
  private final Clock clock;

  PublishTender(Tenders tenders, Clock clock) {
    this.tenders = tenders;
    this.clock = clock;
  }

  @Override
  public String jobType() {
    return "publish-tender";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    Tender tender = tenders.publish(job.caseId());
    String until =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            tender.closesAt().orElseThrow().atZone(clock.getZone()));
    return Map.of("tenderId", tender.id(), "tenderRound", tender.round(), "bidsUntil", until);
  }
}
