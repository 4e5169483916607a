package cn.sunshine.household;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
class HouseholdMeters {

  private final MeterRegistry meters;

  HouseholdMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Counted when it is committed, not when it is tried. */
  @TransactionalEventListener
  void on(HouseholdRegistered registered) {
    meters.counter("sunshine.households.registered").increment();
  }
}
