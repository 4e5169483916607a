package cn.sunshine.review;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.YearlyReviewRound;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.review.ReviewRound.PlaceProgress;
import cn.sunshine.review.ReviewRound.Progress;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Rounds of the yearly review: when the next begins, how far each is, by county and township. */
@Route("reviews")
@Menu(title = "年度复核", order = MenuGroup.REGISTERS_FROM + 4)
@PageTitle("年度复核 · 阳光帮扶")
@RolesAllowed({"village", "township", "county", "policy", "office", "discipline", "audit"})
class ReviewPage extends Page {

  private final transient ReviewRounds rounds;
  private final transient Cases cases;
  private final transient Clock clock;
  private final transient Actor actor;
  private final Div content = new Div();

  ReviewPage(
      ReviewRounds rounds, Cases cases, Clock clock, CurrentActor currentActor, LiveUpdates live) {
    super("年度复核");
    this.rounds = rounds;
    this.cases = cases;
    this.clock = clock;
    this.actor = currentActor.require();
    rounds
        .startableRegion(actor)
        .ifPresent(
            region -> {
              Button start = new Button("立即发起一轮", event -> askToStart(region));
              start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
              addActions(start);
            });
    content.addClassName("sheets");
    add(content);
    draw();
    live.listen(this, ReviewLive.TOPIC, this::draw);
  }

  private void draw() {
    content.removeAll();
    List<ReviewRound> all = rounds.of(actor);
    if (all.isEmpty()) {
      content.add(new Panel(new EmptyState("还没有复核批次", "到政策规定的日期会自动开始；扶贫办和政策人员也可以立即发起一轮。")));
    }
    all.forEach(round -> content.add(new Panel(section(round))));
  }

  private Section section(ReviewRound round) {
    Section section = new Section(round.regionName() + "　" + round.year() + " 年度", head(round));
    if (isPlanned(round)) {
      section.add(
          new Paragraph(
              "到时对在册的每一户发起复核，分批进行；目前在册 " + Wording.number(round.total().waiting()) + " 户。"));
      return section;
    }
    if (round.allStarted() && round.total().started() == 0) {
      section.add(new Paragraph("没有要发起的户：名册里没有在册户，或各户正在其他批次里复核。"));
      return section;
    }
    section.add(numbers(round));
    if (!round.places().isEmpty()) {
      section.add(places(round));
    }
    return section;
  }

  /** Nothing has happened in it yet: its timer has still to fire. */
  private boolean isPlanned(ReviewRound round) {
    return round.state().equals("RUNNING") && round.startsAt().isAfter(clock.instant());
  }

  private Div head(ReviewRound round) {
    StateBadge state =
        switch (round.state()) {
          case "COMPLETED" -> new StateBadge(Tone.GOOD, "已完成");
          case "WITHDRAWN" -> new StateBadge(Tone.STOPPED, "已停止");
          default ->
              isPlanned(round)
                  ? new StateBadge(Tone.PLAIN, "待开始")
                  : new StateBadge(Tone.WARNING, round.allStarted() ? "复核中" : "正在发起");
        };
    Div head =
        new Div(
            state,
            new Span(
                "　"
                    + (round.automatic() ? "按计划自动开始" : "人工发起")
                    + "　开始时间 "
                    + Wording.dateTime(round.startsAt())
                    + "　批次 "),
            file(round));
    head.addClassName("quiet");
    return head;
  }

  /** A link for who may see the round's own case, else its number only. */
  private com.vaadin.flow.component.Component file(ReviewRound round) {
    try {
      CaseFile file = cases.find(round.caseId(), actor);
      return new Anchor("cases/" + file.getId(), file.getId());
    } catch (Refusal.NotFound notTheirs) {
      return new Span(round.caseId());
    }
  }

  private static Div numbers(ReviewRound round) {
    Progress sum = round.total();
    Div numbers =
        new Div(
            number("待发起", sum.waiting()),
            number("已发起", sum.started()),
            number("办理中", sum.open()),
            number("保留", sum.kept()),
            number("调整", sum.adjusted()),
            number("转入退出", sum.exit()));
    numbers.addClassName("big-numbers");
    return numbers;
  }

  private static Div number(String label, long value) {
    Span figure = new Span(Wording.number(value));
    figure.addClassName("figure");
    Span name = new Span(label);
    name.addClassName("quiet");
    Div box = new Div(figure, name);
    box.addClassName("figure-box");
    return box;
  }

  private static Grid<PlaceProgress> places(ReviewRound round) {
    Grid<PlaceProgress> grid = new Grid<>();
    grid.addComponentColumn(ReviewPage::place)
        .setHeader("地区")
        .setWidth("9rem")
        .setFlexGrow(4)
        .setFrozen(true);
    column(grid, "待发起", Progress::waiting);
    column(grid, "已发起", Progress::started);
    column(grid, "办理中", Progress::open);
    column(grid, "保留", Progress::kept);
    column(grid, "调整", Progress::adjusted);
    column(grid, "转入退出", Progress::exit);
    column(grid, "自动结束", Progress::withdrawn);
    grid.addColumn(place -> done(place.progress()))
        .setHeader("完成")
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("6rem")
        .setFlexGrow(0);
    grid.setItems(round.places());
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
    return grid;
  }

  private static Span place(PlaceProgress place) {
    boolean county = place.region().length() == RegionLevel.COUNTY.codeLength();
    String full = place.regionName();
    // Its county stands above it.
    Span name = new Span(county ? full : "　　" + full.substring(full.lastIndexOf(' ') + 1));
    if (county) {
      name.addClassName("strong");
    }
    return name;
  }

  private static void column(
      Grid<PlaceProgress> grid, String title, ToLongFunction<Progress> value) {
    grid.addColumn(place -> Wording.number(value.applyAsLong(place.progress())))
        .setHeader(title)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("6.5rem")
        .setFlexGrow(0);
  }

  private static String done(Progress progress) {
    long all = progress.started() + progress.waiting();
    return all == 0 ? "—" : (progress.started() - progress.open()) * 100 / all + "%";
  }

  private void askToStart(String region) {
    ConfirmDialog ask =
        new ConfirmDialog(
            "立即发起一轮年度复核？",
            "将对辖区内每一户在册低收入户发起复核，分批进行；正在复核的户不重复发起。村（居）委会会收到上报收入的任务。",
            "发起",
            confirmed -> start(region));
    ask.setCancelable(true);
    ask.setCancelText("取消");
    ask.open();
  }

  private void start(String region) {
    try {
      CaseFile round = cases.start(YearlyReviewRound.PROCESS_ID, region, Map.of(), actor);
      Toast.done("已发起，批次号 " + round.getId() + "。");
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
    }
    draw();
  }
}
