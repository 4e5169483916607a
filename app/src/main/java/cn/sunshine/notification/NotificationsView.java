package cn.sunshine.notification;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import jakarta.annotation.security.PermitAll;
import org.springframework.data.domain.PageRequest;

/** What the person was told, newest first; a click opens the case and counts as read. */
@Route(NotificationsView.ROUTE)
@PageTitle("消息 · 阳光帮扶")
@Menu(title = "消息", order = 9)
@PermitAll
class NotificationsView extends Page {

  static final String ROUTE = "notifications";

  private final transient Notifications notifications;
  private final transient Actor actor;
  private final Grid<Notification> grid = new Grid<>();
  private final EmptyState nothing = new EmptyState("还没有消息", "您提出的申请有了结果，或者需要您补正材料时，会在这里告诉您。");
  private final Span unread = new Span();
  private final Button readAll = new Button("全部标为已读", click -> readAll());

  NotificationsView(Notifications notifications, CurrentActor currentActor, LiveUpdates live) {
    super("消息");
    this.notifications = notifications;
    this.actor = currentActor.require();
    unread.addClassName("quiet");
    besideTitle(unread);
    addActions(readAll);
    Panel list = new Panel(grid, nothing);
    list.getStyle().set("padding", "0");
    add(list);
    describe();
    refresh();
    live.listen(this, NotificationLive.TOPIC, this::refresh);
  }

  private void describe() {
    grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setHeight("calc(100vh - 9rem)");
    grid.addComponentColumn(NotificationsView::state)
        .setHeader("状态")
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(Notification::title).setHeader("消息").setWidth("10rem").setFlexGrow(0);
    grid.addColumn(Notification::sentence).setHeader("内容").setFlexGrow(1);
    grid.addColumn(notification -> Wording.dateTime(notification.createdAt()))
        .setHeader("时间")
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addItemClickListener(click -> open(click.getItem()));
    // By keyboard: the arrows choose a row, Enter or the space bar opens it.
    grid.asSingleSelect()
        .addValueChangeListener(
            event -> {
              if (event.isFromClient() && event.getValue() != null) {
                open(event.getValue());
              }
            });
  }

  private static StateBadge state(Notification notification) {
    return notification.isUnread()
        ? new StateBadge(Tone.WARNING, "未读")
        : new StateBadge(Tone.PLAIN, "已读");
  }

  private void refresh() {
    grid.setItems(
        query ->
            notifications.find(VaadinSpringDataHelpers.toSpringPageRequest(query), actor).stream(),
        query -> (int) total());
    int count = notifications.unread(actor);
    unread.setText(count == 0 ? "" : count + " 条未读");
    readAll.setEnabled(count > 0);
    boolean any = total() > 0;
    grid.setVisible(any);
    nothing.setVisible(!any);
  }

  private long total() {
    return notifications.find(PageRequest.of(0, 1), actor).getTotalElements();
  }

  private void open(Notification notification) {
    notifications.markRead(notification.id(), actor);
    UI.getCurrent().navigate("cases/" + notification.caseId());
  }

  private void readAll() {
    int count = notifications.markAllRead(actor);
    Toast.done(count + " 条消息已标为已读");
    refresh();
  }
}
