package cn.sunshine.review;

import cn.sunshine.casework.CaseEnded;
import cn.sunshine.shell.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets open screens follow the progress of rounds. */
@Component
class ReviewLive {

  static final String TOPIC = "reviews";

  private final LiveUpdates live;

  ReviewLive(LiveUpdates live) {
    this.live = live;
  }

  @TransactionalEventListener
  void onEnd(CaseEnded ended) {
    live.announce(TOPIC);
  }

  /** A batch of a round has been started. */
  @TransactionalEventListener
  void onBatch(BatchStarted started) {
    live.announce(TOPIC);
  }

  /** Published by the step that starts reviews. */
  record BatchStarted(String round) {}
}
