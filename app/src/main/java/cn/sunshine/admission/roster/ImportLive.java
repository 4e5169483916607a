package cn.sunshine.admission.roster;

import cn.sunshine.shell.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open screens that an import has come further. */
@Component
class ImportLive {

  private final LiveUpdates updates;

  ImportLive(LiveUpdates updates) {
    this.updates = updates;
  }

  static String topic(String township) {
    return "imports:" + township;
  }

  @EventListener
  void onChange(ImportChanged changed) {
    updates.announce(topic(changed.township()));
  }
}
