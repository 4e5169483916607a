package cn.sunshine.project;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says whether something of the final account is not paid yet (NT-12). */
@Component
class CheckPayments implements JobHandler {

  private final ProjectStore store;

  CheckPayments(ProjectStore store) {
    this.store = store;
  }

  @Override
  public String jobType() {
    return "check-payments";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    BigDecimal due = store.require(job.caseId()).finalAmount().orElse(Money.ZERO);
    BigDecimal paid = store.paid(job.caseId(), PaymentStep.TOWNSHIP_TO_UNIT);
    return Map.of("unpaid", paid.compareTo(due) < 0);
  }
}
