package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
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
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import cn.sunshine.villageaid.VillageAidPage;
import cn.sunshine.villageaid.VillageAids;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The register of projects; the filter 储备库 shows the reserve library. */
@Route(ProjectsPage.PATH)
@Menu(title = "项目库", order = MenuGroup.REGISTERS_FROM + 10)
@PageTitle("项目库 · 阳光帮扶")
@RolesAllowed({
  "group",
  "village",
  "helper",
  "township",
  "township-finance",
  "county",
  "finance",
  "department",
  "office",
  "discipline",
  "audit"
})
class ProjectsPage extends Page implements BeforeEnterObserver {

  static final String PATH = "projects";

  private final transient Projects projects;
  private final transient Actor actor;
  private final TextField search = FilterBar.searchField("项目名称、实施单位或编号");
  private final RegionField region;
  private final Select<Project.Stage> stage =
      Choice.of("阶段", Project.Stage.values(), Project.Stage::chinese);
  private final Select<ProjectType> type =
      Choice.of("类别", ProjectType.values(), ProjectType::title);
  private final FilterBar filters;
  private final Grid<Project> grid = new Grid<>();
  private final Div total = new Div();

  /** The download runs beside the screen and must not look into its fields. */
  private transient volatile Projects.Filter shown = Projects.Filter.ALL;

  ProjectsPage(
      Projects projects, VillageAids villageAids, Regions regions, CurrentActor currentActor) {
    super("项目库");
    this.projects = projects;
    this.actor = currentActor.require();
    addClassName("list-page");
    region = new RegionField("地区", regions, projects.regions(actor));
    filters = new FilterBar(search, region, stage, type).onReset(this::showAll);
    search.addValueChangeListener(event -> changed(event.isFromClient()));
    region.addValueChangeListener(event -> changed(event.isFromClient()));
    stage.addValueChangeListener(event -> changed(event.isFromClient()));
    type.addValueChangeListener(event -> changed(event.isFromClient()));
    addColumns(regions);
    grid.setItems(
        query -> find(query.getPage(), query.getPageSize()).stream(),
        query -> (int) projects.totals(filter(), actor).projects());
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    total.addClassName("list-total");
    Panel panel = new Panel(grid, total);
    panel.addClassName("list-panel");
    if (!actor
        .grantsOf(Role.VILLAGE_COMMITTEE, Role.TOWNSHIP_OFFICE, Role.COUNTY_OFFICE)
        .isEmpty()) {
      addActions(new Anchor(NewProjectPage.PATH, "申报项目"));
    }
    if (!villageAids.offers(actor).isEmpty()) {
      addActions(new Anchor(VillageAidPage.PATH, "薄弱村补助"));
    }
    addActions(download(regions));
    add(filters, panel);
  }

  private void addColumns(Regions regions) {
    grid.addComponentColumn(project -> new Anchor("cases/" + project.caseId(), project.name()))
        .setHeader("项目")
        .setWidth("14rem");
    // Second, so that a telephone shows it without scrolling.
    grid.addComponentColumn(
            project ->
                new StateBadge(ProjectWords.tone(project.stage()), project.stage().chinese()))
        .setHeader("阶段")
        .setWidth("7rem")
        .setFlexGrow(0);
    grid.addColumn(Project::gate).setHeader("最近办理").setWidth("6rem").setFlexGrow(0);
    grid.addColumn(project -> project.type().title()).setHeader("类别").setWidth("9.5rem");
    grid.addColumn(project -> regions.fullName(project.region())).setHeader("地区").setWidth("12rem");
    amount("总预算", project -> Optional.of(project.budget()));
    amount("合同金额", Project::contractAmount);
    amount("决算金额", Project::finalAmount);
  }

  private void amount(String title, Function<Project, Optional<BigDecimal>> value) {
    grid.addColumn(project -> value.apply(project).map(Wording::yuan).orElse("—"))
        .setHeader(title)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("8rem")
        .setFlexGrow(0);
  }

  private ExcelDownload<Project> download(Regions regions) {
    return new ExcelDownload<Project>("项目库.xlsx", "项目库", this::everything)
        .column("编号", 18, Project::caseId)
        .column("项目", 30, Project::name)
        .column("类别", 22, project -> project.type().title())
        .column("地区", 28, project -> regions.fullName(project.region()))
        .column("实施单位", 24, Project::implementingUnit)
        .column("阶段", 12, project -> project.stage().chinese())
        .column("总预算", 16, Project::budget)
        .column("批复金额", 16, project -> project.approvedAmount().orElse(null))
        .column("中标单位", 24, project -> project.contractor().orElse(null))
        .column("合同金额", 16, project -> project.contractAmount().orElse(null))
        .column("决算金额", 16, project -> project.finalAmount().orElse(null))
        .column("登记时间", 18, Project::registeredAt);
  }

  /** All pages of what is shown, one after the other. */
  private Stream<Project> everything() {
    Projects.Filter filter = shown;
    long found = projects.totals(filter, actor).projects();
    int pages = (int) Math.ceilDiv(found, Projects.LARGEST_PAGE);
    return IntStream.range(0, pages)
        .boxed()
        .flatMap(page -> projects.search(filter, page, Projects.LARGEST_PAGE, actor).stream());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Location location = event.getLocation();
    search.setValue(AddressBar.value(location, "q").orElse(""));
    AddressBar.value(location, "region").ifPresentOrElse(region::choose, region::clear);
    stage.setValue(AddressBar.word(location, "stage", Project.Stage.values()).orElse(null));
    type.setValue(
        AddressBar.value(location, "process").flatMap(ProjectType::ofProcess).orElse(null));
    refresh();
  }

  private void showAll() {
    search.clear();
    region.clear();
    stage.clear();
    type.clear();
    changed(true);
  }

  private void changed(boolean byHand) {
    if (byHand) {
      Map<String, String> address = new LinkedHashMap<>();
      address.put("q", search.getValue());
      address.put("region", region.getOptionalValue().map(Region::code).orElse(""));
      address.put("stage", stage.getOptionalValue().map(Enum::name).orElse(""));
      address.put("process", type.getOptionalValue().map(ProjectType::process).orElse(""));
      AddressBar.show(this, PATH, address);
      refresh();
    }
  }

  private void refresh() {
    Projects.Totals sum;
    try {
      sum = projects.totals(filter(), actor);
    } catch (Refusal.Invalid wrong) {
      Toast.problem(wrong.sentence());
      return;
    }
    shown = filter();
    boolean narrowed =
        !search.isEmpty() || !region.isEmpty() || !stage.isEmpty() || !type.isEmpty();
    filters.showReset(narrowed);
    grid.setEmptyStateComponent(
        narrowed
            ? new EmptyState("没有符合条件的项目", "请核对项目名称或编号，或清除部分条件。")
            : new EmptyState("项目库里还没有项目", "镇（街）、村（居）申报项目后会列在这里。"));
    total.setText(
        "共 %s 个项目，总预算 %s".formatted(Wording.number(sum.projects()), Wording.yuan(sum.budget())));
    grid.getDataProvider().refreshAll();
  }

  private List<Project> find(int page, int size) {
    return projects.search(filter(), page, size, actor);
  }

  private Projects.Filter filter() {
    return new Projects.Filter(
        region.getOptionalValue().map(Region::code),
        Optional.of(search.getValue()),
        stage.getOptionalValue(),
        type.getOptionalValue());
  }
}
