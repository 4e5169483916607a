package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.deadline.Terms;
import cn.sunshine.inbox.Punctuality;
import cn.sunshine.inbox.Punctuality.Decided;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskClock;
import cn.sunshine.inbox.WorkloadQuery;
import cn.sunshine.inbox.WorkloadQuery.Show;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.Chart;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The figures of a region as a supervisor looks at them: what matters, then where it comes from.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Board extends Div {

  private static final int MOST_URGENT = 6;

  private final transient Supervision supervision;
  private final transient Urges urges;
  private final transient Chains chains;
  private final transient CaseSight sight;
  private final transient Regions regions;
  private final transient TaskClock taskClock;
  private final transient Terms terms;
  private final Div tiles = new Div();
  private final HeatMap heatMap;
  private final Chart onTime = new Chart();
  private final Chart areaChart = new Chart();
  private final Div urgent = new Div();
  private final Div areas = new Div();
  private final Div steps = new Div();
  private final Div offices = new Div();
  private final Div chainTable = new Div();

  Board(
      Supervision supervision,
      Urges urges,
      Chains chains,
      CaseSight sight,
      Regions regions,
      TaskClock taskClock,
      Terms terms) {
    this.supervision = supervision;
    this.urges = urges;
    this.chains = chains;
    this.sight = sight;
    this.regions = regions;
    this.taskClock = taskClock;
    this.terms = terms;
    this.heatMap = new HeatMap(chains);
    addClassName("board");
    tiles.addClassName("tiles");
    onTime.addClassName("chart");
    areaChart.addClassNames("chart", "area-chart");
    areaChart.addLinkListener(Links::open);
    add(
        tiles,
        panel("heat-panel", "各环节在办与逾期（点环节看案件）", heatMap),
        panel("trend-panel", "按时办结率 · 近 " + Supervision.WEEKS + " 周", onTime),
        panel("urgent-panel", "最该催办", urgent),
        panel("areas-panel", "按地区", areaChart, areas),
        panel("steps-panel", "按环节", steps),
        panel("chains-panel", "按流程", chainTable),
        panel("offices-panel", "按部门", offices));
  }

  private static Panel panel(String className, String title, Component... content) {
    Panel panel = new Panel(new Section(title, content));
    panel.addClassName(className);
    return panel;
  }

  void show(Figures figures, Actor actor) {
    Links links = new Links(figures.region(), figures.process());
    showTiles(figures, links, actor);
    heatMap.show(figures);
    onTime.show(
        BoardCharts.onTime(
            figures.punctuality(),
            figures.onTime(),
            figures.since().atZone(Wording.ZONE).toLocalDate()),
        "按时办结率，近 "
            + Supervision.WEEKS
            + " 周："
            + OnTime.percent(figures.punctuality().total().share()));
    showUrgent(figures, links, actor);
    showAreas(figures, links);
    showSteps(figures, links);
    showChains(figures, links);
    showOffices(figures, links);
  }

  private void showTiles(Figures figures, Links links, Actor actor) {
    Counts total = figures.total();
    Decided decided = figures.punctuality().total();
    tiles.removeAll();
    tiles.add(
        new Tile(
            "在办",
            Wording.number(total.open()),
            "plain",
            "其中正常 " + Wording.number(total.onTrack()),
            links.tasks(Show.OPEN)),
        new Tile(
            "即将到期",
            Wording.number(total.dueSoon()),
            total.dueSoon() > 0 ? "warning" : "plain",
            "余下的期限不多",
            links.tasks(Show.DUE_SOON)),
        new Tile(
            "已逾期",
            Wording.number(total.overdue()),
            total.overdue() > 0 ? "bad" : "good",
            total.overdue() > 0 ? "最久的" + longest(figures, actor) : "没有逾期",
            links.tasks(Show.OVERDUE)),
        new Tile(
            "按时办结率",
            decided.all() == 0 ? "—" : OnTime.percent(decided.share()),
            decided.all() == 0 ? "plain" : figures.onTime().toneOf(decided.share()),
            "近 "
                + Supervision.WEEKS
                + " 周办结 "
                + Wording.number(decided.all())
                + "，逾期 "
                + Wording.number(decided.late()),
            links.tasks(decided.late() > 0 ? Show.LATE : Show.DECIDED)),
        new Tile(
            "下一工作日前到期",
            Wording.number(total.next()),
            total.next() > 0 ? "warning" : "plain",
            Wording.deadline(figures.next()),
            links.tasks(Show.NEXT)));
  }

  private String longest(Figures figures, Actor actor) {
    return most(figures, Show.OVERDUE, 1, actor).stream()
        .findFirst()
        .map(task -> terms.remaining(task.due(), figures.at()))
        .orElse("");
  }

  private List<Task> most(Figures figures, Show show, int count, Actor actor) {
    return supervision.tasks(
        new WorkloadQuery(
            figures.region(),
            figures.process(),
            Optional.empty(),
            Optional.empty(),
            show,
            figures.next(),
            figures.since()),
        0,
        count,
        actor);
  }

  private void showUrgent(Figures figures, Links links, Actor actor) {
    urgent.removeAll();
    List<Task> most = most(figures, Show.OPEN, MOST_URGENT, actor);
    if (most.isEmpty()) {
      urgent.add(new EmptyState("没有在办的任务", "有案件进入办理后会显示在这里。"));
    }
    Map<String, Integer> urged = urges.counts(most);
    for (Task task : most) {
      boolean seen = sight.sees(task, actor);
      Component subject =
          seen
              ? new Anchor("cases/" + task.caseId(), task.subject())
              : new Span(sight.subject(task, actor));
      Span step = new Span(task.name() + " · " + regions.fullName(task.region()));
      step.addClassName("quiet");
      Div what = new Div(subject, step);
      what.addClassName("urgent-what");
      Div line = new Div(what, taskClock.badge(task), urgeButton(task, urged, actor));
      line.getComponentAt(2).setVisible(seen);
      line.addClassName("urgent-line");
      urgent.add(line);
    }
    if (figures.total().open() > most.size()) {
      urgent.add(new Anchor(links.tasks(Show.OPEN), "全部在办任务"));
    }
  }

  private Button urgeButton(Task task, Map<String, Integer> urged, Actor actor) {
    int times = urged.getOrDefault(task.getId(), 0);
    Button button =
        new Button(
            times == 0 ? "催办" : "再催办",
            click -> new UrgeDialog(List.of(task), urges, actor, () -> {}).open());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel("催办 " + task.subject() + " " + task.name());
    if (times > 0) {
      button.setTooltipText("已催办 " + times + " 次");
    }
    return button;
  }

  private void showAreas(Figures figures, Links links) {
    Map<String, Counts> byArea = figures.byArea();
    List<Map.Entry<String, Counts>> sorted =
        byArea.entrySet().stream().sorted(Figures.worstFirst()).toList();
    areaChart.show(BoardCharts.areas(sorted, regions::name, links), "各地区在办任务的期限状态，数字见旁边的表");
    FigureTable table = FigureTable.withPunctuality("地区", figures.onTime());
    for (Map.Entry<String, Counts> area : sorted) {
      String code = area.getKey();
      Component name =
          figures.areaLevel() == RegionLevel.VILLAGE && code.equals(figures.region())
              ? new Span(regions.name(code))
              : new Anchor(links.area(code), regions.name(code));
      table.line(
          name,
          area.getValue(),
          figures.punctuality().areas().getOrDefault(code, Decided.NOTHING),
          show -> Optional.of(links.tasksIn(code, show)));
    }
    fill(areas, table, sorted.isEmpty());
  }

  private void showSteps(Figures figures, Links links) {
    FigureTable table = FigureTable.withMedian("环节");
    List<Map.Entry<Figures.Step, Counts>> sorted =
        figures.byStep().entrySet().stream().sorted(Figures.worstFirst()).toList();
    boolean severalChains = figures.byProcess().size() > 1;
    for (Map.Entry<Figures.Step, Counts> step : sorted) {
      Div name = new Div(new Span(step.getKey().name()));
      if (severalChains) {
        Span chain = new Span(chains.title(figures.region(), step.getKey().process()));
        chain.addClassName("quiet");
        name.add(chain);
      }
      name.addClassName("figures-step");
      table.line(
          name,
          step.getValue(),
          figures.pastOf(step.getKey()).map(Board::past).orElse("—"),
          show -> Optional.of(links.tasksAt(step.getKey(), show)));
    }
    fill(steps, table, sorted.isEmpty());
  }

  private static String past(Punctuality.Step step) {
    long late = step.decided().late();
    return HeatMap.words(step.median()) + (late == 0 ? "" : "，逾期办结 " + late);
  }

  private void showChains(Figures figures, Links links) {
    FigureTable table = FigureTable.of("流程");
    Map<String, Counts> byProcess = figures.byProcess();
    byProcess.entrySet().stream()
        .sorted(Figures.worstFirst())
        .forEach(
            chain ->
                table.line(
                    new Anchor(
                        links.chain(chain.getKey()),
                        chains.title(figures.region(), chain.getKey())),
                    chain.getValue(),
                    show -> Optional.of(links.tasksOf(chain.getKey(), show))));
    fill(chainTable, table, byProcess.isEmpty());
  }

  private void showOffices(Figures figures, Links links) {
    FigureTable table = FigureTable.of("部门");
    Map<Optional<Role>, Counts> byOffice = figures.byOffice();
    byOffice.entrySet().stream()
        .sorted(Figures.worstFirst())
        .forEach(
            office ->
                table.line(
                    new Span(office.getKey().map(Role::chinese).orElse("申请人等个人")),
                    office.getValue(),
                    show -> office.getKey().map(role -> links.tasksFor(role, show))));
    fill(offices, table, byOffice.isEmpty());
  }

  private static void fill(Div place, FigureTable table, boolean empty) {
    place.removeAll();
    place.add(empty ? new EmptyState("没有在办的任务", "有案件进入办理后会显示在这里。") : table);
  }
}
