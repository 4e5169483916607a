package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.problem.Refusal;
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
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The register of low-income households: search, filters, chosen columns, sums, export. */
@Route(RegisterPage.PATH)
@Menu(title = "低收入户", order = MenuGroup.REGISTERS_FROM + 1)
@PageTitle("低收入户 · 阳光帮扶")
@RolesAllowed({
  "group",
  "village",
  "helper",
  "township",
  "township-finance",
  "county",
  "comparison",
  "finance",
  "department",
  "office",
  "discipline",
  "audit"
})
class RegisterPage extends Page implements BeforeEnterObserver {

  static final String PATH = "households";

  private final transient Households households;
  private final transient Actor actor;
  private final TextField search = FilterBar.searchField("姓名、完整身份证号或户号");
  private final RegionField region;
  private final Select<HouseholdStatus> status =
      Choice.of("状态", HouseholdStatus.values(), HouseholdStatus::chinese);
  private final Select<Cause> cause = Choice.of("致贫原因", Cause.values(), Cause::chinese);
  private final Select<KeptPolicies> policies =
      Choice.of("退出后政策", KeptPolicies.values(), KeptPolicies::chinese);
  private final FilterBar filters;
  private final HouseholdGrid grid;
  private final ColumnChoice columns;
  private final Div totals = new Div();
  private transient Set<RegisterColumn> usual = RegisterColumn.USUAL;

  RegisterPage(
      Households households, HouseholdExport export, Regions regions, CurrentActor currentActor) {
    super("低收入户");
    this.households = households;
    this.actor = currentActor.require();
    addClassName("list-page");
    region = new RegionField("地区", regions, households.regions(actor));
    filters = new FilterBar(search, region, status, cause, policies).onReset(this::showAll);
    search.addValueChangeListener(event -> changed(event.isFromClient()));
    region.addValueChangeListener(event -> changed(event.isFromClient()));
    status.addValueChangeListener(event -> changed(event.isFromClient()));
    cause.addValueChangeListener(event -> changed(event.isFromClient()));
    policies.addValueChangeListener(event -> changed(event.isFromClient()));

    grid = new HouseholdGrid((page) -> households.search(filter(), page, actor));
    grid.addSortListener(event -> changed(event.isFromClient()));
    columns = new ColumnChoice(grid::show, () -> changed(true));
    addActions(columns, new RegisterDownload(export, this::request, Toast::problem));
    totals.addClassName("list-total");
    Panel panel = new Panel(grid, totals);
    panel.addClassName("list-panel");
    add(filters, panel);
  }

  /** What an export writes: the same that the list shows at this moment. */
  private RegisterDownload.Request request() {
    return new RegisterDownload.Request(filter(), grid.sort(), columns.chosen(), actor);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Location location = event.getLocation();
    search.setValue(AddressBar.value(location, "q").orElse(""));
    AddressBar.value(location, "region").ifPresentOrElse(region::choose, region::clear);
    status.setValue(AddressBar.word(location, "status", HouseholdStatus.values()).orElse(null));
    cause.setValue(AddressBar.value(location, "cause").flatMap(Cause::ofCode).orElse(null));
    policies.setValue(
        AddressBar.value(location, "policies").flatMap(KeptPolicies::ofWord).orElse(null));
    grid.sortAs(AddressBar.value(location, "sort").orElse(""));
    usual = usualColumns();
    columns.choose(
        AddressBar.value(location, "columns")
            .map(RegisterColumn::ofWords)
            .filter(some -> !some.isEmpty())
            .orElse(usual));
    refresh();
  }

  private void showAll() {
    search.clear();
    region.clear();
    status.clear();
    cause.clear();
    policies.clear();
    changed(true);
  }

  private void changed(boolean byHand) {
    if (!byHand) {
      return;
    }
    followFilters();
    Map<String, String> address = new LinkedHashMap<>();
    address.put("q", search.getValue());
    address.put("region", region.getOptionalValue().map(Region::code).orElse(""));
    address.put("status", status.getOptionalValue().map(Enum::name).orElse(""));
    address.put("cause", cause.getOptionalValue().map(Cause::code).orElse(""));
    address.put(
        "policies",
        policies.getOptionalValue().map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(""));
    address.put("sort", grid.sortWord());
    Set<RegisterColumn> chosen = columns.chosen();
    address.put(
        "columns",
        chosen.equals(usual)
            ? ""
            : chosen.stream().sorted().map(RegisterColumn::word).collect(Collectors.joining(",")));
    AddressBar.show(this, PATH, address);
    refresh();
  }

  /** Who has not chosen columns sees those that matter for what is listed. */
  private void followFilters() {
    Set<RegisterColumn> now = usualColumns();
    if (columns.chosen().equals(usual)) {
      columns.choose(now);
    }
    usual = now;
  }

  private Set<RegisterColumn> usualColumns() {
    boolean exited = status.getValue() == HouseholdStatus.EXITED || !policies.isEmpty();
    return exited ? RegisterColumn.USUAL_OF_EXITED : RegisterColumn.USUAL;
  }

  private void refresh() {
    HouseholdTotals sum;
    try {
      sum = households.totals(filter(), actor);
    } catch (Refusal.Invalid wrong) {
      Toast.problem(wrong.sentence());
      return;
    }
    boolean narrowed =
        !search.isEmpty()
            || !region.isEmpty()
            || !status.isEmpty()
            || !cause.isEmpty()
            || !policies.isEmpty();
    filters.showReset(narrowed);
    grid.setEmptyStateComponent(
        narrowed
            ? new EmptyState("没有符合条件的低收入户", "请核对姓名、身份证号（要完整）或户号，或清除部分条件。")
            : new EmptyState("名册里还没有低收入户", "申请审定通过后，会自动登记到这里。"));
    totals.removeAll();
    totals.add(
        new Span(
            "合计 %s 户，%s 人；其中在册 %s 户，已退出 %s 户（政策保留期内 %s 户）"
                .formatted(
                    Wording.number(sum.households()),
                    Wording.number(sum.persons()),
                    Wording.number(sum.active()),
                    Wording.number(sum.exited()),
                    Wording.number(sum.kept()))));
    grid.getDataProvider().refreshAll();
  }

  private HouseholdFilter filter() {
    return new HouseholdFilter(
        region.getOptionalValue().map(Region::code),
        Optional.of(search.getValue()),
        status.getOptionalValue(),
        cause.getOptionalValue(),
        policies.getOptionalValue());
  }
}
