package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Role;
import cn.sunshine.escalation.Alert;
import cn.sunshine.escalation.Alerts;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskClock;
import cn.sunshine.inbox.WorkloadQuery;
import cn.sunshine.inbox.WorkloadQuery.Show;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.ExcelDownload;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks behind a figure; from here it is one click to the case, and one to an urge. */
@Route(Links.TASKS)
@PageTitle("督查任务 · 阳光帮扶")
@RolesAllowed({"township", "county", "finance", "department", "office", "discipline", "audit"})
class TasksPage extends Page implements BeforeEnterObserver {

  private static final int EXPORTED = 10_000;

  private final transient Supervision supervision;
  private final transient Urges urges;
  private final transient Alerts alerts;
  private final transient Chains chains;
  private final transient Regions regions;
  private final transient TaskClock taskClock;
  private final transient CaseSight sight;
  private final transient Actor actor;
  private final RegionField region;
  private final Select<Show> show = new Select<>();
  private final Select<String> chain = new Select<>();
  private final Select<Role> office = new Select<>();
  private final FilterBar filters;
  private final Grid<Row> grid = new Grid<>();
  private final Div total = new Div();
  private final Button urge = new Button("催办选中的", click -> urgeChosen());
  private final Span stepName = new Span();
  private transient Optional<String> step = Optional.empty();

  private record Row(Task task, int urges, Optional<Alert> alert, boolean seen, String subject) {}

  TasksPage(
      Supervision supervision,
      Urges urges,
      Alerts alerts,
      Chains chains,
      Regions regions,
      TaskClock taskClock,
      CaseSight sight,
      CurrentActor currentActor,
      LiveUpdates live) {
    super("督查任务");
    this.supervision = supervision;
    this.urges = urges;
    this.alerts = alerts;
    this.chains = chains;
    this.regions = regions;
    this.taskClock = taskClock;
    this.sight = sight;
    this.actor = currentActor.require();
    addClassName("list-page");
    stepName.addClassName("quiet");
    besideTitle(stepName);
    region = new RegionField("地区", regions, supervision.regions(actor));
    addFilters();
    filters = new FilterBar(region, show, chain, office).onReset(this::showAll);
    addColumns();
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.MULTI);
    grid.addSelectionListener(event -> urge.setEnabled(!event.getAllSelectedItems().isEmpty()));
    grid.setItems(this::fetch, query -> (int) supervision.count(query(), actor));
    grid.addItemClickListener(
        event -> {
          if (event.getItem().seen()) {
            getUI().ifPresent(ui -> ui.navigate("cases/" + event.getItem().task().caseId()));
          }
        });
    grid.setItemSelectableProvider(row -> row.seen() && row.task().state() == Task.State.OPEN);
    urge.setEnabled(false);
    addActions(new Anchor(Links.BOARD, "时限看板"), urge, download());
    Panel panel = new Panel(grid, total);
    panel.addClassName("list-panel");
    total.addClassName("list-total");
    add(filters, panel);
    live.listen(this, SupervisionLive.TOPIC, this::refresh);
  }

  private void addFilters() {
    show.setLabel("状态");
    show.setItems(Show.values());
    show.setItemLabelGenerator(Show::chinese);
    show.setValue(Show.OPEN);
    chain.setLabel("流程");
    chain.setEmptySelectionAllowed(true);
    chain.setEmptySelectionCaption("全部流程");
    chain.setItemLabelGenerator(id -> id == null ? "全部流程" : chains.title(region(), id));
    office.setLabel("部门");
    office.setItems(Arrays.stream(Role.values()).filter(role -> role != Role.ADMIN).toList());
    office.setEmptySelectionAllowed(true);
    office.setEmptySelectionCaption("全部部门");
    office.setItemLabelGenerator(role -> role == null ? "全部部门" : role.chinese());
    region.addValueChangeListener(event -> filtered(event.isFromClient()));
    show.addValueChangeListener(event -> filtered(event.isFromClient()));
    chain.addValueChangeListener(event -> filtered(event.isFromClient()));
    office.addValueChangeListener(event -> filtered(event.isFromClient()));
  }

  private void addColumns() {
    grid.addComponentColumn(
            row ->
                row.seen()
                    ? new Anchor("cases/" + row.task().caseId(), row.subject())
                    : new Span(row.subject()))
        .setHeader("事项")
        .setWidth("11rem")
        .setFlexGrow(2);
    grid.addColumn(row -> row.task().name()).setHeader("环节").setWidth("7rem").setFlexGrow(1);
    grid.addComponentColumn(row -> taskClock.badge(row.task()))
        .setHeader("时限")
        .setWidth("11rem")
        .setFlexGrow(0);
    grid.addComponentColumn(TasksPage::severity).setHeader("预警").setWidth("6rem").setFlexGrow(0);
    grid.addColumn(row -> regions.fullName(row.task().region()))
        .setHeader("地区")
        .setWidth("12rem")
        .setFlexGrow(2);
    grid.addColumn(row -> responsible(row.task())).setHeader("经办").setWidth("9rem").setFlexGrow(1);
    grid.addColumn(row -> Wording.dateTime(row.task().createdAt()))
        .setHeader("到达")
        .setWidth("10rem")
        .setFlexGrow(0);
    grid.addComponentColumn(this::urgeButton).setHeader("催办").setWidth("8rem").setFlexGrow(0);
  }

  /** The word and its sign; the reason when one points at it, and to who has it read aloud. */
  private static Component severity(Row row) {
    if (row.alert().isEmpty()) {
      return new Span();
    }
    Alert alert = row.alert().get();
    StateBadge badge = alert.severity().badge();
    badge.getElement().setAttribute("title", alert.message());
    badge
        .getElement()
        .setAttribute("aria-label", alert.severity().chinese() + "。" + alert.message());
    return badge;
  }

  private String responsible(Task task) {
    return task.candidates()
        .map(one -> regions.name(one.region()) + " " + one.role().chinese())
        .orElse("申请人等个人");
  }

  private Button urgeButton(Row row) {
    Button button =
        new Button(
            row.urges() == 0 ? "催办" : "再催办（" + row.urges() + "）",
            click -> new UrgeDialog(List.of(row.task()), urges, actor, this::refresh).open());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel("催办 " + row.subject() + " " + row.task().name());
    button.setVisible(row.seen() && row.task().state() == Task.State.OPEN);
    return button;
  }

  private void urgeChosen() {
    new UrgeDialog(
            grid.getSelectedItems().stream().map(Row::task).toList(),
            urges,
            actor,
            () -> {
              grid.deselectAll();
              refresh();
            })
        .open();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Location location = event.getLocation();
    AddressBar.value(location, "region").ifPresentOrElse(region::choose, region::clear);
    List<String> ids = chains.startable(region());
    chain.setItems(ids);
    chain.setValue(AddressBar.value(location, "process").filter(ids::contains).orElse(null));
    show.setValue(AddressBar.word(location, "show", Show.values()).orElse(Show.OPEN));
    office.setValue(AddressBar.value(location, "office").flatMap(Role::ofCode).orElse(null));
    step = AddressBar.value(location, "step");
    refresh();
  }

  private void showAll() {
    region.clear();
    show.setValue(Show.OPEN);
    chain.clear();
    office.clear();
    step = Optional.empty();
    filtered(true);
  }

  private void filtered(boolean byPerson) {
    if (!byPerson) {
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("region", region.getOptionalValue().map(Region::code).orElse(""));
    values.put("show", show.getValue().name().toLowerCase(Locale.ROOT));
    values.put("process", chain.getOptionalValue().orElse(""));
    values.put("office", office.getOptionalValue().map(Role::code).orElse(""));
    values.put("step", step.orElse(""));
    AddressBar.show(this, Links.TASKS, values);
    refresh();
  }

  private void refresh() {
    long found = supervision.count(query(), actor);
    boolean narrowed =
        !region.isEmpty()
            || show.getValue() != Show.OPEN
            || !chain.isEmpty()
            || !office.isEmpty()
            || step.isPresent();
    filters.showReset(narrowed);
    stepName.setText(step.map(id -> "环节：" + chains.stepName(region(), id)).orElse(""));
    grid.setEmptyStateComponent(
        new EmptyState("没有这样的任务", narrowed ? "请清除部分条件再看。" : "有案件进入办理后会显示在这里。"));
    total.setText(
        "共 "
            + Wording.number(found)
            + " 项"
            + (found > 1 ? show.getValue().isOpen() ? "，最急的在前" : "，新办结的在前" : ""));
    grid.getDataProvider().refreshAll();
  }

  private Stream<Row> fetch(Query<Row, Void> query) {
    return rows(supervision.tasks(query(), query.getOffset(), query.getLimit(), actor)).stream();
  }

  private List<Row> rows(List<Task> tasks) {
    Map<String, Integer> urged = urges.counts(tasks);
    Map<String, Alert> alarmed = alerts.latest(tasks);
    return tasks.stream()
        .map(
            task ->
                new Row(
                    task,
                    urged.getOrDefault(task.getId(), 0),
                    Optional.ofNullable(alarmed.get(task.getId())),
                    sight.sees(task, actor),
                    sight.subject(task, actor)))
        .toList();
  }

  private WorkloadQuery query() {
    return new WorkloadQuery(
        region(),
        chain.getOptionalValue(),
        step,
        office.getOptionalValue(),
        show.getValue(),
        supervision.next(),
        supervision.since());
  }

  private String region() {
    return region
        .getOptionalValue()
        .map(Region::code)
        .orElseGet(() -> supervision.regions(actor).getFirst());
  }

  private ExcelDownload<Row> download() {
    return new ExcelDownload<Row>(
            "督查任务.xlsx", "任务", () -> rows(supervision.tasks(query(), 0, EXPORTED, actor)).stream())
        .column("案件号", 18, row -> row.task().caseId())
        .column("事项", 24, Row::subject)
        .column("流程", 18, row -> chains.title(row.task().region(), row.task().process()))
        .column("环节", 18, row -> row.task().name())
        .column("地区", 30, row -> regions.fullName(row.task().region()))
        .column("经办", 24, row -> responsible(row.task()))
        .column("到达", 18, row -> row.task().createdAt())
        .column("时限", 18, row -> row.task().due())
        .column("预警", 10, row -> row.alert().map(alert -> alert.severity().chinese()).orElse(""))
        .column("办结", 18, row -> row.task().endedAt().orElse(null));
  }
}
