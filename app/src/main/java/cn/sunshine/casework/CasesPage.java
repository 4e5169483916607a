package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.Choice;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All cases that an official may see, newest first. */
@Route(CasesPage.PATH)
@Menu(title = "案件", order = MenuGroup.WORK_FROM + 10)
@PageTitle("案件 · 阳光帮扶")
@RolesAllowed({
  "group",
  "village",
  "township",
  "county",
  "comparison",
  "office",
  "discipline",
  "audit",
  "department",
  "finance"
})
class CasesPage extends Page implements BeforeEnterObserver {

  static final String PATH = "cases";

  private final transient CaseList list;
  private final transient Actor actor;
  private final TextField search = FilterBar.searchField("姓名、身份证号或案件号");
  private final RegionField region;
  private final Select<CaseFile.Status> status =
      Choice.of("状态", CaseFile.Status.values(), CaseFile.Status::chinese);
  private final FilterBar filters;
  private final Grid<Row> grid = new Grid<>();
  private final Div total = new Div();

  private record Row(CaseFile file, String regionName, String step) {}

  CasesPage(CaseList list, CaseKinds kinds, Regions regions, CurrentActor currentActor) {
    super("案件");
    this.list = list;
    this.actor = currentActor.require();
    addClassName("list-page");
    region = new RegionField("地区", regions, list.regions(actor));
    filters = new FilterBar(search, region, status).onReset(this::showAll);
    search.addValueChangeListener(event -> filtered(event.isFromClient()));
    region.addValueChangeListener(event -> filtered(event.isFromClient()));
    status.addValueChangeListener(event -> filtered(event.isFromClient()));

    addColumns(kinds);
    grid.setItems(query -> fetch(query, regions), query -> (int) find(0, 1).total());
    grid.addItemClickListener(
        event -> getUI().ifPresent(ui -> ui.navigate(PATH + "/" + event.getItem().file().getId())));
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    Panel panel = new Panel(grid, total);
    panel.addClassName("list-panel");
    total.addClassName("list-total");
    add(filters, panel);
  }

  private void addColumns(CaseKinds kinds) {
    grid.addComponentColumn(row -> new Anchor(PATH + "/" + row.file().getId(), row.file().getId()))
        .setHeader("案件号")
        .setWidth("10.5rem")
        .setFlexGrow(0);
    grid.addColumn(row -> row.file().subject()).setHeader("事项").setFlexGrow(2);
    grid.addColumn(row -> kinds.require(row.file().process()).title())
        .setHeader("类型")
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.addColumn(Row::regionName).setHeader("地区").setFlexGrow(3);
    grid.addColumn(Row::step).setHeader("当前环节").setFlexGrow(2);
    grid.addComponentColumn(row -> CaseBadge.of(row.file().status()))
        .setHeader("状态")
        .setWidth("7rem")
        .setFlexGrow(0);
    grid.addColumn(row -> Wording.dateTime(row.file().startedAt()))
        .setHeader("申请时间")
        .setWidth("10rem")
        .setFlexGrow(0);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Location location = event.getLocation();
    search.setValue(AddressBar.value(location, "q").orElse(""));
    AddressBar.value(location, "region").ifPresentOrElse(region::choose, region::clear);
    status.setValue(AddressBar.word(location, "status", CaseFile.Status.values()).orElse(null));
    refresh();
  }

  private void showAll() {
    search.clear();
    region.clear();
    status.clear();
    filtered(true);
  }

  private void filtered(boolean byHand) {
    if (byHand) {
      AddressBar.show(
          this,
          PATH,
          Map.of(
              "q", search.getValue(),
              "region", region.getOptionalValue().map(Region::code).orElse(""),
              "status", status.getOptionalValue().map(Enum::name).orElse("")));
      refresh();
    }
  }

  private void refresh() {
    long found = find(0, 1).total();
    boolean narrowed = !search.isEmpty() || !region.isEmpty() || !status.isEmpty();
    filters.showReset(narrowed);
    grid.setEmptyStateComponent(
        narrowed
            ? new EmptyState("没有符合条件的案件", "请换一个姓名、身份证号或案件号，或清除部分条件。")
            : new EmptyState("还没有案件", "本地区收到申请后会显示在这里。"));
    total.removeAll();
    total.add(new Span("共 " + Wording.number(found) + " 件" + (found > 1 ? "，新申请的在前" : "")));
    grid.getDataProvider().refreshAll();
  }

  private Stream<Row> fetch(Query<Row, Void> query, Regions regions) {
    List<CaseFile> files = find(query.getPage(), query.getPageSize()).items();
    Map<String, List<String>> steps = list.openSteps(files);
    return files.stream()
        .map(
            file ->
                new Row(
                    file,
                    regions.fullName(file.region()),
                    file.isRunning()
                        ? Optional.ofNullable(steps.get(file.getId()))
                            .map(names -> String.join("、", names))
                            .orElse("公示或系统处理中")
                        : ""));
  }

  private CaseList.Page find(int page, int size) {
    return list.find(
        new CaseQuery(
            region.getOptionalValue().map(Region::code),
            status.getOptionalValue(),
            Optional.of(search.getValue()),
            page,
            size),
        actor);
  }
}
