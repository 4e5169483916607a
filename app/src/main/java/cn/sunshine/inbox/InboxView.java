package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Role;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.KeyCommands;
import cn.sunshine.shell.LiveUpdates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.menu.MenuConfiguration;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inbox: the list on the left, the task on the right; after a decision the next one opens. */
@Route(InboxView.ROUTE)
@RouteAlias("inbox")
@Menu(title = "待办", order = 1)
@PageTitle("待办 · 阳光帮扶")
@PermitAll
class InboxView extends Main implements BeforeEnterObserver {

  static final String ROUTE = "";

  /**
   * Who always has tasks; everybody else begins, without any, with the first page that is theirs.
   */
  private static final Role[] WORKING = {
    Role.FARMER,
    Role.GROUP,
    Role.VILLAGE_COMMITTEE,
    Role.HELPER,
    Role.TOWNSHIP_OFFICE,
    Role.COUNTY_OFFICE,
    Role.DEPARTMENT,
    Role.COMPARISON
  };

  private static final int STEP = 50;

  private final transient Inbox inbox;
  private final transient Actor actor;
  private final transient TaskClock taskClock;
  private final transient Regions regions;
  private final TaskPane pane;
  private final ListBox<Task> list = new ListBox<>();
  private final Div more = new Div();
  private final Tabs tabs = new Tabs();
  private final Map<TaskQuery.View, Tab> tabOf = new EnumMap<>(TaskQuery.View.class);
  private final TextField search = new TextField();
  private final Select<TaskQuery.Sort> sort = new Select<>();
  private TaskQuery.View view = TaskQuery.View.GROUP;
  private int shown = STEP;
  private boolean refreshing;

  InboxView(
      Inbox inbox,
      TaskPane pane,
      TaskClock taskClock,
      Regions regions,
      CurrentActor currentActor,
      LiveUpdates live) {
    this.inbox = inbox;
    this.actor = currentActor.require();
    this.taskClock = taskClock;
    this.regions = regions;
    this.pane = pane;
    addClassName("inbox");
    pane.onDone(this::openNext);

    Div left = new Div(filters(), list, more, keys());
    left.addClassNames("panel", "inbox-list");
    Div right = new Div(pane);
    right.addClassNames("panel", "inbox-task");
    add(left, right);
    live.listen(this, TaskLive.TOPIC, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (event.getLocation().getPath().isEmpty() && !hasWork()) {
      Optional<String> ownPage =
          MenuConfiguration.getMenuEntries().stream()
              .map(entry -> entry.path().replaceFirst("^/", ""))
              .filter(path -> !path.equals(ROUTE))
              .findFirst();
      if (ownPage.isPresent()) {
        event.forwardTo(ownPage.get());
        return;
      }
    }
    Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter("task");
    refresh();
    asked.ifPresentOrElse(this::open, this::openFirst);
  }

  /** Finance, supervision and other offices have tasks now and then. */
  private boolean hasWork() {
    return !actor.grantsOf(WORKING).isEmpty()
        || inbox.count(
                new TaskQuery(
                    TaskQuery.View.GROUP,
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    1,
                    TaskQuery.Sort.DUE),
                actor)
            > 0;
  }

  private Component filters() {
    addTab(TaskQuery.View.GROUP, "全部待办");
    addTab(TaskQuery.View.MINE, "我的");
    addTab(TaskQuery.View.OVERDUE, "逾期");
    addTab(TaskQuery.View.DONE, "已办");
    tabs.addSelectedChangeListener(
        event -> {
          if (event.isFromClient()) {
            choose(event.getSelectedTab());
          }
        });
    search.setPlaceholder("姓名、身份证号、案件号");
    search.setAriaLabel("在待办里搜索");
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(event -> refresh());
    sort.setItems(TaskQuery.Sort.DUE, TaskQuery.Sort.NEWEST, TaskQuery.Sort.SUBJECT);
    sort.setItemLabelGenerator(
        choice ->
            switch (choice) {
              case DUE -> "按时限";
              case NEWEST -> "按到达";
              case SUBJECT -> "按事项";
              case ENDED -> "按办结";
            });
    sort.setValue(TaskQuery.Sort.DUE);
    sort.setAriaLabel("排序");
    sort.addValueChangeListener(event -> refresh());
    Div line = new Div(search, sort);
    line.addClassName("inbox-search");
    Div filters = new Div(tabs, line);
    filters.addClassName("inbox-filters");
    list.setAriaLabel("任务");
    list.setRenderer(new ComponentRenderer<>(this::row));
    list.addValueChangeListener(
        event -> {
          if (!refreshing && event.getValue() != null) {
            pane.show(event.getValue().getId(), actor);
          }
        });
    return filters;
  }

  private void addTab(TaskQuery.View which, String label) {
    Tab tab = new Tab(label);
    tabOf.put(which, tab);
    tabs.add(tab);
  }

  private void choose(Tab tab) {
    tabOf.forEach(
        (which, its) -> {
          if (its.equals(tab)) {
            view = which;
          }
        });
    shown = STEP;
    refresh();
    openFirst();
  }

  private KeyCommands keys() {
    return new KeyCommands()
        .on("j", "", () -> move(1))
        .on("k", "上下", () -> move(-1))
        .on("c", "签收", pane::claim)
        .on("a", "同意", pane::approve)
        .on("r", "退回", pane::giveBackToEarlierStep)
        .on("m", "写意见", pane::focusComment);
  }

  /** Looks again, keeping the place in the list. */
  private void refresh() {
    Optional<String> open = pane.taskId();
    Inbox.TaskPage page = inbox.find(query(view, shown), actor);
    refreshing = true;
    list.setItems(page.items());
    open.flatMap(id -> page.items().stream().filter(task -> task.getId().equals(id)).findFirst())
        .ifPresent(list::setValue);
    refreshing = false;
    more.removeAll();
    if (page.total() == 0) {
      more.add(empty());
    } else if (page.total() > page.items().size()) {
      more.add(
          new Button(
              "再显示 "
                  + Math.min(STEP, page.total() - page.items().size())
                  + " 件（共 "
                  + page.total()
                  + " 件）",
              event -> {
                shown += STEP;
                refresh();
              }));
    }
    count(TaskQuery.View.GROUP, "全部待办");
    count(TaskQuery.View.MINE, "我的");
    count(TaskQuery.View.OVERDUE, "逾期");
    pane.refresh(actor);
  }

  private void count(TaskQuery.View which, String label) {
    long number =
        inbox.count(
            new TaskQuery(which, Optional.empty(), Optional.empty(), 0, 1, TaskQuery.Sort.DUE),
            actor);
    tabOf.get(which).setLabel(number == 0 ? label : label + " " + number);
  }

  private EmptyState empty() {
    if (!search.isEmpty()) {
      return new EmptyState("没有找到", "没有符合“" + search.getValue() + "”的任务，换个词试试。");
    }
    return switch (view) {
      case OVERDUE -> new EmptyState("没有逾期", "所有任务都在时限以内。");
      case DONE -> new EmptyState("还没有办过", "您办结的任务会列在这里。");
      case MINE, GROUP -> new EmptyState("没有待办", "新任务到达时会自动出现在这里。");
    };
  }

  private TaskQuery query(TaskQuery.View which, int size) {
    TaskQuery.Sort order = which == TaskQuery.View.DONE ? TaskQuery.Sort.ENDED : sort.getValue();
    return new TaskQuery(
        which,
        Optional.empty(),
        Optional.of(search.getValue()),
        0,
        Math.min(size, TaskQuery.LARGEST_PAGE),
        order);
  }

  private Component row(Task task) {
    Span subject = new Span(task.subject());
    subject.addClassName("inbox-subject");
    Div first = new Div(subject, taskClock.badge(task));
    first.addClassName("inbox-line");
    Span where = new Span(task.name() + " · " + placeOf(task));
    where.addClassName("quiet");
    Div second = new Div(where);
    second.addClassName("inbox-line");
    if (task.state() == Task.State.OPEN && task.assignee().isPresent()) {
      Span mine = new Span("我已签收");
      mine.addClassName("inbox-mine");
      second.add(mine);
    }
    Div row = new Div(first, second);
    row.addClassName("inbox-row");
    return row;
  }

  private String placeOf(Task task) {
    String full = regions.fullName(task.region());
    int county = full.indexOf(' ');
    return county < 0 ? full : full.substring(county + 1);
  }

  private void move(int by) {
    List<Task> items = list.getListDataView().getItems().toList();
    if (items.isEmpty()) {
      return;
    }
    int now = items.indexOf(list.getValue());
    list.setValue(items.get(Math.clamp(now + by, 0, items.size() - 1)));
  }

  private void open(String taskId) {
    list.getListDataView()
        .getItems()
        .filter(task -> task.getId().equals(taskId))
        .findFirst()
        .ifPresentOrElse(list::setValue, () -> pane.show(taskId, actor));
  }

  private void openFirst() {
    list.getListDataView().getItems().findFirst().ifPresentOrElse(list::setValue, pane::clear);
  }

  /** After a decision: the task that took the place of the decided one. */
  private void openNext() {
    int place = list.getListDataView().getItems().toList().indexOf(list.getValue());
    pane.clear();
    refresh();
    List<Task> items = list.getListDataView().getItems().toList();
    if (items.isEmpty()) {
      pane.clear();
    } else {
      list.setValue(items.get(Math.clamp(place, 0, items.size() - 1)));
    }
  }
}
