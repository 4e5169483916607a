package cn.sunshine.parameter;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.UnitWords;
import cn.sunshine.policychange.ChangeInHand;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.VersionsDialog;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.ExcelDownload;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The parameters of a pack: what holds today, what is to come, and how a value is changed. */
@Route("policy/parameters")
@Menu(title = "参数", order = MenuGroup.POLICY_FROM + 1)
@PageTitle("参数 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class ParametersPage extends Page implements BeforeEnterObserver {

  private final transient ParameterLines parameters;
  private final transient Changes changes;
  private final transient Actor actor;
  private final Select<PolicyPack> pack = new Select<>();
  private final TextField search = FilterBar.searchField("名称、出处或说明");
  private final Grid<ParameterLines.Line> grid = new Grid<>();
  private final ChangeInHand inHand;

  ParametersPage(ParameterLines parameters, Changes changes, CurrentActor currentActor) {
    super("参数");
    this.parameters = parameters;
    this.changes = changes;
    this.actor = currentActor.require();
    addClassName("list-page");
    List<PolicyPack> packs = changes.packsOf(actor);
    pack.setLabel("政策包");
    pack.setItems(packs);
    pack.setItemLabelGenerator(PolicyPack::title);
    pack.setValue(packs.getFirst());
    pack.setVisible(packs.size() > 1);
    pack.addValueChangeListener(event -> refresh());
    search.addValueChangeListener(event -> refresh());
    inHand = new ChangeInHand(changes, actor);
    columns();
    addActions(
        new ExcelDownload<>("参数.xlsx", "参数", () -> shown().stream())
            .column("名称", 30, ParameterLines.Line::title)
            .column("参数", 34, line -> line.timeline().name())
            .column("现行值", 24, line -> line.today().map(row -> words(line, row)).orElse(""))
            .column("生效日", 12, line -> line.today().map(ParameterTimeline.Row::from).orElse(null))
            .column("失效日", 12, line -> line.today().flatMap(ParameterTimeline.Row::to).orElse(null))
            .column("出处", 12, line -> line.today().map(ParameterTimeline.Row::source).orElse(""))
            .column("说明", 60, line -> line.today().map(ParameterTimeline.Row::note).orElse("")));
    Panel panel = new Panel(grid);
    panel.addClassName("list-panel");
    add(new FilterBar(pack, search), inHand, panel);
  }

  private void columns() {
    grid.addComponentColumn(ParametersPage::name).setHeader("名称").setFlexGrow(3).setWidth("16rem");
    grid.addComponentColumn(this::value).setHeader("今天的值").setFlexGrow(3).setWidth("12rem");
    grid.addColumn(line -> line.today().map(ParameterTimeline.Row::from).orElse(null))
        .setHeader("生效日")
        .setWidth("7.5rem")
        .setFlexGrow(0);
    grid.addColumn(
            line -> line.today().map(row -> row.to().map(Object::toString).orElse("长期")).orElse(""))
        .setHeader("失效日")
        .setWidth("7rem")
        .setFlexGrow(0);
    grid.addColumn(line -> line.today().map(ParameterTimeline.Row::source).orElse(""))
        .setHeader("出处")
        .setWidth("7rem")
        .setFlexGrow(0);
    grid.addComponentColumn(this::state).setHeader("变动").setFlexGrow(2).setWidth("13rem");
    // On a narrow screen the other columns are scrolled, what a row can be done with stays in
    // sight.
    grid.addComponentColumn(this::buttons)
        .setHeader("")
        .setAutoWidth(true)
        .setFlexGrow(0)
        .setFrozenToEnd(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setEmptyStateComponent(new EmptyState("没有符合条件的参数", "换个词搜索，或清除条件。"));
    grid.addItemDoubleClickListener(event -> open(event.getItem()));
  }

  private static Component name(ParameterLines.Line line) {
    Span title = new Span(line.title());
    title.addClassName("strong");
    Span code = new Span(line.timeline().name());
    code.addClassName("quiet");
    Div cell = new Div(title, new Div(code));
    return cell;
  }

  private Component value(ParameterLines.Line line) {
    return new Span(line.today().map(row -> words(line, row)).orElse("今天没有值"));
  }

  private static String words(ParameterLines.Line line, ParameterTimeline.Row row) {
    return UnitWords.of(line.timeline().unit(), row.value());
  }

  private Component state(ParameterLines.Line line) {
    Div cell = new Div();
    line.next()
        .ifPresent(
            row -> cell.add(new Div(new Span("%s 起 %s".formatted(row.from(), words(line, row))))));
    line.handedIn()
        .ifPresent(
            coming ->
                cell.add(
                    new Anchor("policy/changes/" + coming.change(), coming.state()),
                    new Div(last(line, coming.timeline()))));
    if (line.handedIn().isEmpty()) {
      line.proposed()
          .ifPresent(
              proposed ->
                  cell.add(new StateBadge(Tone.WARNING, "修改中"), new Div(last(line, proposed))));
    }
    return cell;
  }

  private static String last(ParameterLines.Line line, ParameterTimeline timeline) {
    ParameterTimeline.Row row = timeline.rows().getLast();
    return "%s 起 %s".formatted(row.from(), words(line, row));
  }

  private Component buttons(ParameterLines.Line line) {
    Div cell = new Div();
    if (changes.mayWrite(pack.getValue().name(), actor)) {
      Button edit = new Button("修改", event -> open(line));
      edit.addThemeVariants(ButtonVariant.LUMO_SMALL);
      edit.setAriaLabel("修改 " + line.title());
      cell.add(edit);
    }
    Button history =
        new Button(
            "历史",
            event ->
                new VersionsDialog(
                        changes,
                        ParameterLines.artefact(pack.getValue().name(), line.timeline().name()),
                        actor,
                        this::refresh)
                    .open());
    history.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    history.setAriaLabel("历史 " + line.title());
    cell.add(history);
    return cell;
  }

  private void open(ParameterLines.Line line) {
    if (changes.mayWrite(pack.getValue().name(), actor)) {
      new ParameterDialog(parameters, pack.getValue().name(), line, actor, this::refresh).open();
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    AddressBar.value(event.getLocation(), "pack")
        .flatMap(
            name ->
                changes.packsOf(actor).stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst())
        .ifPresent(pack::setValue);
    AddressBar.value(event.getLocation(), "name").ifPresent(search::setValue);
    refresh();
  }

  private List<ParameterLines.Line> shown() {
    String words = search.getValue().strip();
    return parameters.of(pack.getValue().name(), actor).stream()
        .filter(line -> line.contains(words))
        .toList();
  }

  private void refresh() {
    grid.setItems(shown());
    inHand.show(pack.getValue().name());
  }
}
