package cn.sunshine.casework;

import cn.sunshine.shell.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps open case pages up to date, without reloading. */
@Component
class CaseLive {

  private final LiveUpdates updates;

  CaseLive(LiveUpdates updates) {
    this.updates = updates;
  }

  static String topic(String caseId) {
    return "case:" + caseId;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void onChange(CaseChanged changed) {
    updates.announce(topic(changed.caseId()));
  }
}
