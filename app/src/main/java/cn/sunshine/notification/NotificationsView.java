package cn.sunshine.notification;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.notification.NotificationFilter.Reading;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.Choice;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;

/**
 * What the person was told, alone or as a member of an office, newest first; a click opens what it
 * is about and counts as read. The filters stay in the address.
 */
@Route(NotificationsView.ROUTE)
@PageTitle("消息 · 阳光帮扶")
@Menu(title = "消息", order = 9)
@PermitAll
class NotificationsView extends Page implements BeforeEnterObserver {

  static final String ROUTE = "notifications";

  private final transient Notifications notifications;
  private final transient Actor actor;
  private final Select<Reading> reading = new Select<>();
  private final Select<Notification.Kind> kind =
      Choice.of("种类", Notification.Kind.values(), Notification.Kind::chinese);
  private final FilterBar filters = new FilterBar(reading, kind);
  private final Grid<Notification> grid = new Grid<>();
  private final Div total = new Div();
  private final Span unread = new Span();
  private final Button readAll = new Button("全部标为已读", click -> readAll());

  NotificationsView(Notifications notifications, CurrentActor currentActor, LiveUpdates live) {
    super("消息");
    this.notifications = notifications;
    this.actor = currentActor.require();
    addClassName("list-page");
    unread.addClassName("quiet");
    besideTitle(unread);
    addActions(readAll);
    addFilters();
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.addComponentColumn(
        notification -> new NotificationLine(notification, () -> markRead(notification)));
    grid.addItemClickListener(click -> open(click.getItem()));
    // By keyboard: the arrows choose a row, Enter or the space bar opens it.
    grid.asSingleSelect()
        .addValueChangeListener(
            event -> {
              if (event.isFromClient() && event.getValue() != null) {
                open(event.getValue());
              }
            });
    grid.setItems(
        query ->
            notifications
                .find(filter(), VaadinSpringDataHelpers.toSpringPageRequest(query), actor)
                .stream(),
        query -> (int) total());
    total.addClassName("list-total");
    Panel list = new Panel(grid, total);
    list.addClassName("list-panel");
    add(filters, list);
    live.listen(this, NotificationLive.TOPIC, this::refresh);
  }

  private void addFilters() {
    reading.setLabel("阅读状态");
    reading.setItems(Reading.values());
    reading.setItemLabelGenerator(Reading::chinese);
    reading.setValue(Reading.ALL);
    reading.addValueChangeListener(event -> filtered(event.isFromClient()));
    kind.addValueChangeListener(event -> filtered(event.isFromClient()));
    filters.onReset(
        () -> {
          reading.setValue(Reading.ALL);
          kind.clear();
          filtered(true);
        });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Location location = event.getLocation();
    reading.setValue(
        AddressBar.value(location, "show").filter("unread"::equals).isPresent()
            ? Reading.UNREAD
            : Reading.ALL);
    kind.setValue(AddressBar.word(location, "kind", Notification.Kind.values()).orElse(null));
    refresh();
  }

  private NotificationFilter filter() {
    return new NotificationFilter(reading.getValue(), kind.getOptionalValue());
  }

  private void filtered(boolean byPerson) {
    if (byPerson) {
      AddressBar.show(
          this,
          ROUTE,
          Map.of(
              "show",
              reading.getValue() == Reading.UNREAD ? "unread" : "",
              "kind",
              kind.getOptionalValue().map(one -> one.name()).orElse("")));
      refresh();
    }
  }

  private void refresh() {
    boolean narrowed = reading.getValue() == Reading.UNREAD || !kind.isEmpty();
    filters.showReset(narrowed);
    grid.setEmptyStateComponent(
        narrowed
            ? new EmptyState("没有符合条件的消息", "请清除条件，看看全部消息。")
            : new EmptyState("还没有消息", "有了新任务、催办、到期提醒、退回或办理结果时，会在这里告诉您。"));
    total.setText("共 " + Wording.number(total()) + " 条，新的在前");
    int count = notifications.unread(actor);
    unread.setText(count == 0 ? "" : (count > 999 ? "999+" : count) + " 条未读");
    readAll.setEnabled(count > 0);
    grid.getDataProvider().refreshAll();
  }

  private long total() {
    return notifications.find(filter(), PageRequest.of(0, 1), actor).getTotalElements();
  }

  private void markRead(Notification notification) {
    notifications.markRead(notification.id(), actor);
    refresh();
  }

  /** Opens the task where this person can do it, otherwise the case. */
  private void open(Notification notification) {
    notifications.markRead(notification.id(), actor);
    Optional<String> task =
        notification
            .taskId()
            .filter(id -> notification.settledAt().isEmpty())
            .filter(id -> isToBeDoneInTheInbox(notification.kind()));
    if (task.isPresent()) {
      UI.getCurrent().navigate("inbox", QueryParameters.of("task", task.get()));
    } else {
      UI.getCurrent().navigate("cases/" + notification.caseId());
    }
  }

  private static boolean isToBeDoneInTheInbox(Notification.Kind kind) {
    return switch (kind) {
      case ASSIGNED, RETURNED, URGED, DUE_SOON, OVERDUE -> true;
      case RESULT, CORRECTION, ESCALATED, EXTENSION, OTHER -> false;
    };
  }

  private void readAll() {
    int count = notifications.markAllRead(actor);
    Toast.done(count + " 条消息已标为已读");
    refresh();
  }
}
