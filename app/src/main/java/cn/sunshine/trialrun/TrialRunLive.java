package cn.sunshine.trialrun;

import cn.sunshine.shell.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open screens that a run has got further. */
@Component
class TrialRunLive {

  private final LiveUpdates updates;

  TrialRunLive(LiveUpdates updates) {
    this.updates = updates;
  }

  static String topic(String run) {
    return "trial-run:" + run;
  }

  @EventListener
  void onChange(TrialRunChanged changed) {
    updates.announce(topic(changed.run()));
  }
}
