package cn.sunshine.notification;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.TopBarBadge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the count in the navigation and the open list up to date, without reloading. */
@Component
class NotificationLive implements TopBarBadge {

  static final String TOPIC = "notifications";

  private final LiveUpdates updates;
  private final Notifications notifications;
  private final CurrentActor currentActor;

  NotificationLive(LiveUpdates updates, Notifications notifications, CurrentActor currentActor) {
    this.updates = updates;
    this.notifications = notifications;
    this.currentActor = currentActor;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void onChange(NotificationsChanged changed) {
    updates.announce(TOPIC);
  }

  @Override
  public String path() {
    return NotificationsView.ROUTE;
  }

  @Override
  public String title() {
    return "消息";
  }

  @Override
  public String words(int count) {
    return count + " 条未读消息";
  }

  @Override
  public int count() {
    return currentActor.find().map(notifications::unread).orElse(0);
  }

  @Override
  public String topic() {
    return TOPIC;
  }
}
