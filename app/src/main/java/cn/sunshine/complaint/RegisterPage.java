package cn.sunshine.complaint;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.ResponsibleDepartment;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.Choice;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.ExcelDownload;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The office's register of requests: 诉求登记簿 (NT-24). */
@Route(RegisterPage.PATH)
@Menu(title = "诉求登记簿", order = MenuGroup.REGISTERS_FROM + 5)
@PageTitle("诉求登记簿 · 阳光帮扶")
@RolesAllowed("office")
class RegisterPage extends Page implements BeforeEnterObserver {

  static final String PATH = "requests";
  private static final int MOST_ROWS = 50_000;

  private final transient ComplaintRegister register;
  private final transient Actor actor;
  private final TextField search = FilterBar.searchField("主题或案件号");
  private final Select<RequestKind> kind =
      Choice.of("类型", RequestKind.values(), RequestKind::chinese);
  private final Select<RequestState> state =
      Choice.of("状态", RequestState.values(), RequestState::chinese);
  private final Select<ResponsibleDepartment> department =
      Choice.of("承办部门", ResponsibleDepartment.values(), ResponsibleDepartment::chinese);
  private final Select<Severity> severity = Choice.of("严重程度", Severity.values(), Severity::chinese);
  private final RegionField region;
  private final FilterBar filters;
  private final Grid<RegisterRow> grid = new Grid<>();
  private final Div total = new Div();

  /** What the list shows: an export runs beside the screen and must not look into its fields. */
  private transient volatile RegisterQuery shown;

  RegisterPage(ComplaintRegister register, Regions regions, CurrentActor currentActor) {
    super("诉求登记簿");
    this.register = register;
    this.actor = currentActor.require();
    addClassName("list-page");
    region = new RegionField("地区", regions, register.regions(actor));
    filters =
        new FilterBar(search, region, kind, state, department, severity).onReset(this::showAll);
    search.addValueChangeListener(event -> filtered(event.isFromClient()));
    List.of(kind, state, department, severity).forEach(field -> field.setWidth("9rem"));
    List.of(kind, state, department, severity)
        .forEach(field -> field.addValueChangeListener(event -> filtered(event.isFromClient())));
    region.addValueChangeListener(event -> filtered(event.isFromClient()));
    addColumns();
    shown = query();
    grid.setItems(
        query -> register.find(shown, query.getOffset(), query.getLimit(), actor).stream(),
        query -> register.count(shown, actor));
    grid.addItemClickListener(
        event -> getUI().ifPresent(ui -> ui.navigate("cases/" + event.getItem().caseId())));
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    addActions(export());
    total.addClassName("list-total");
    Panel panel = new Panel(grid, total);
    panel.addClassName("list-panel");
    add(filters, panel);
  }

  private void addColumns() {
    grid.addComponentColumn(row -> new Anchor("cases/" + row.caseId(), row.caseId()))
        .setHeader("案件号")
        .setWidth("10.5rem")
        .setFlexGrow(0);
    grid.addColumn(row -> row.kind().chinese()).setHeader("类型").setWidth("6rem").setFlexGrow(0);
    grid.addColumn(RegisterRow::subject)
        .setHeader("主题")
        .setFlexGrow(3)
        .setTooltipGenerator(RegisterRow::subject);
    grid.addColumn(RegisterRow::regionName)
        .setHeader("地区")
        .setFlexGrow(2)
        .setTooltipGenerator(RegisterRow::regionName);
    grid.addComponentColumn(
            row ->
                row.severity()
                    .map(one -> new StateBadge(one.tone(), one.chinese()))
                    .orElseGet(() -> new StateBadge(RequestState.RECEIVED.tone(), "未分类")))
        .setHeader("严重程度")
        .setWidth("7.5rem")
        .setFlexGrow(0);
    grid.addColumn(RegisterRow::department).setHeader("承办部门").setFlexGrow(1);
    grid.addComponentColumn(row -> new StateBadge(row.state().tone(), row.state().chinese()))
        .setHeader("状态")
        .setWidth("7.5rem")
        .setFlexGrow(0);
    grid.addColumn(row -> row.stars().map("★"::repeat).orElse(""))
        .setHeader("评价")
        .setWidth("6rem")
        .setFlexGrow(0);
    grid.addColumn(row -> Wording.dateTime(row.filedAt()))
        .setHeader("提出时间")
        .setWidth("10rem")
        .setFlexGrow(0);
  }

  private ExcelDownload<RegisterRow> export() {
    return new ExcelDownload<RegisterRow>(
            "诉求登记簿.xlsx", "诉求登记簿", () -> register.find(shown, 0, MOST_ROWS, actor).stream())
        .column("案件号", 18, RegisterRow::caseId)
        .column("类型", 10, row -> row.kind().chinese())
        .column("主题", 40, RegisterRow::subject)
        .column("地区", 36, RegisterRow::regionName)
        .column("严重程度", 12, row -> row.severity().map(Severity::chinese).orElse(""))
        .column("承办部门", 22, RegisterRow::department)
        .column("状态", 12, row -> row.state().chinese())
        .column("提出时间", 18, RegisterRow::filedAt)
        .column("答复时间", 18, row -> row.answeredAt().orElse(null))
        .column("评价（星）", 10, row -> row.stars().orElse(null));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Location location = event.getLocation();
    search.setValue(AddressBar.value(location, "q").orElse(""));
    AddressBar.value(location, "region").ifPresentOrElse(region::choose, region::clear);
    kind.setValue(AddressBar.value(location, "kind").flatMap(RequestKind::ofCode).orElse(null));
    state.setValue(AddressBar.word(location, "status", RequestState.values()).orElse(null));
    department.setValue(
        AddressBar.value(location, "department").flatMap(ResponsibleDepartment::of).orElse(null));
    severity.setValue(AddressBar.value(location, "severity").flatMap(Severity::of).orElse(null));
    refresh();
  }

  private void showAll() {
    search.clear();
    region.clear();
    List.of(kind, state, department, severity).forEach(Select::clear);
    filtered(true);
  }

  private void filtered(boolean byHand) {
    if (!byHand) {
      return;
    }
    Map<String, String> address = new LinkedHashMap<>();
    address.put("q", search.getValue());
    address.put("region", region.getOptionalValue().map(Region::code).orElse(""));
    address.put("kind", kind.getOptionalValue().map(RequestKind::code).orElse(""));
    address.put("status", state.getOptionalValue().map(Enum::name).orElse(""));
    address.put(
        "department", department.getOptionalValue().map(ResponsibleDepartment::code).orElse(""));
    address.put("severity", severity.getOptionalValue().map(Enum::name).orElse(""));
    AddressBar.show(this, PATH, address);
    refresh();
  }

  private void refresh() {
    shown = query();
    int found = register.count(shown, actor);
    filters.showReset(shown.isNarrowed());
    grid.setEmptyStateComponent(
        shown.isNarrowed()
            ? new EmptyState("没有符合条件的诉求", "请换一个条件，或清除部分条件。")
            : new EmptyState("还没有诉求", "群众在公开页面提出的投诉举报和求助会登记到这里。"));
    total.removeAll();
    total.add(new Span("共 " + Wording.number(found) + " 件" + (found > 1 ? "，新提出的在前" : "")));
    grid.getDataProvider().refreshAll();
  }

  private RegisterQuery query() {
    return new RegisterQuery(
        kind.getOptionalValue(),
        state.getOptionalValue(),
        department.getOptionalValue().map(ResponsibleDepartment::code),
        severity.getOptionalValue(),
        region.getOptionalValue().map(Region::code),
        Optional.of(search.getValue()));
  }
}
