package cn.sunshine.trialrun;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.FindingView;
import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.Choice;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.ExcelDownload;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The households that change, filtered and page by page; each opens with both explanations. */
final class ChangeList extends Div {

  private final transient TrialRuns runs;
  private final transient TrialRun run;
  private final transient Wanted wanted;
  private final transient Actor actor;
  private final RegionField region;
  private final Select<ChangeKind> kind;
  private final FilterBar filters;
  private final Grid<ChangedHousehold> grid = new Grid<>();
  private transient ChangeFilter filter = ChangeFilter.ALL;

  ChangeList(TrialRuns runs, TrialRun run, Wanted wanted, Regions regions, Actor actor) {
    this.runs = runs;
    this.run = run;
    this.wanted = wanted;
    this.actor = actor;
    region = new RegionField("地区", regions, List.of(run.region()));
    kind = Choice.of("变化", ChangeKind.values(), wanted::label);
    filters = new FilterBar(region, kind).onReset(this::showAll);
    region.addValueChangeListener(event -> changed());
    kind.addValueChangeListener(event -> changed());
    addColumns();
    grid.setItems(
        query ->
            runs.changes(run.id(), filter, query.getOffset(), query.getLimit(), actor).stream(),
        query -> (int) runs.countChanges(run.id(), filter, actor));
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.addItemClickListener(event -> open(event.getItem()));
    grid.setHeight("30rem");
    Section section =
        new Section("变化的户（" + Wording.number(run.changed()) + "）", filters).withActions(download());
    section.add(grid);
    add(section);
  }

  private void addColumns() {
    grid.addComponentColumn(
            household -> {
              Button open = new Button(ChangeDialog.title(household), event -> open(household));
              open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
              Span number =
                  new Span(
                      switch (household.standing()) {
                        case REGISTERED, OF_A_SHEET -> household.idNumber();
                        case REFUSED, EXITED ->
                            household.idNumber() + "　" + household.standing().chinese();
                      });
              number.addClassName("quiet");
              Div who = new Div(open, number);
              who.addClassName("trial-who");
              return who;
            })
        .setHeader("户")
        .setWidth("15rem")
        .setFlexGrow(0);
    grid.addColumn(ChangedHousehold::place).setHeader("地区").setWidth("12rem").setFlexGrow(1);
    grid.addComponentColumn(household -> words(household.before()))
        .setHeader(run.before().title())
        .setWidth("16rem")
        .setFlexGrow(2);
    grid.addComponentColumn(household -> words(household.after()))
        .setHeader(run.after().title())
        .setWidth("16rem")
        .setFlexGrow(2);
  }

  private Div words(ChangedHousehold.View view) {
    Span first =
        new Span(view.findings().stream().map(FindingView::message).findFirst().orElse(""));
    first.addClassName("quiet");
    Div words =
        new Div(
            new StateBadge(
                ChangeDialog.tone(wanted, view.outcome()), OutcomeWords.of(view.outcome())),
            first);
    words.addClassName("trial-words");
    return words;
  }

  private void open(ChangedHousehold household) {
    new ChangeDialog(run, wanted, household).open();
  }

  private ExcelDownload<ChangedHousehold> download() {
    return new ExcelDownload<>("试算变化的户.xlsx", "变化的户", () -> runs.export(run.id(), filter, actor))
        .column("户号", 26, ChangedHousehold::number)
        .column("身份", 12, one -> one.standing().chinese())
        .column("户主", 10, ChangedHousehold::name)
        .column("身份证号", 22, ChangedHousehold::idNumber)
        .column("地区", 28, ChangedHousehold::place)
        .column("变化", 14, one -> wanted.label(kindOf(one)))
        .column("原结论：" + run.before().title(), 18, one -> OutcomeWords.of(one.before().outcome()))
        .column("原依据", 60, one -> reasons(one.before()))
        .column("新结论：" + run.after().title(), 18, one -> OutcomeWords.of(one.after().outcome()))
        .column("新依据", 60, one -> reasons(one.after()));
  }

  private ChangeKind kindOf(ChangedHousehold household) {
    return wanted.kind(household.before().outcome(), household.after().outcome());
  }

  private static String reasons(ChangedHousehold.View view) {
    return view.findings().stream().map(FindingView::message).collect(Collectors.joining("\n"));
  }

  private void showAll() {
    region.clear();
    kind.clear();
  }

  /** Shows only the households of a region. */
  void choose(String area) {
    if (area.equals(run.region())) {
      region.clear();
    } else {
      region.choose(area);
    }
  }

  private void changed() {
    filter =
        new ChangeFilter(
            region.getOptionalValue().map(Region::code), Optional.ofNullable(kind.getValue()));
    boolean narrowed = !region.isEmpty() || !kind.isEmpty();
    filters.showReset(narrowed);
    grid.setEmptyStateComponent(
        narrowed
            ? new EmptyState("没有符合条件的户", "请放宽或清除条件。")
            : new EmptyState("没有变化的户", "这次改动不会改变任何一户的结论。"));
    grid.getDataProvider().refreshAll();
  }
}
