package cn.sunshine.inbox;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.MenuBadge;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps open inboxes and the count in the navigation up to date, without reloading. */
@Component
class TaskLive implements MenuBadge {

  static final String TOPIC = "tasks";

  private final LiveUpdates updates;
  private final Inbox inbox;
  private final CurrentActor currentActor;

  TaskLive(LiveUpdates updates, Inbox inbox, CurrentActor currentActor) {
    this.updates = updates;
    this.inbox = inbox;
    this.currentActor = currentActor;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void onChange(TasksChanged changed) {
    updates.announce(TOPIC);
  }

  @Override
  public String path() {
    return InboxView.ROUTE;
  }

  @Override
  public String words(int count) {
    return count + " 件待办";
  }

  @Override
  public int count() {
    return currentActor
        .find()
        .map(
            actor ->
                (int)
                    inbox.count(
                        new TaskQuery(
                            TaskQuery.View.GROUP,
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            1,
                            TaskQuery.Sort.DUE),
                        actor))
        .orElse(0);
  }

  @Override
  public String topic() {
    return TOPIC;
  }
}
