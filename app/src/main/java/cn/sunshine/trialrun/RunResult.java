package cn.sunshine.trialrun;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of a run: the figures, where they come from, and the households. */
final class RunResult extends Div {

  private static final double MILLIS_IN_A_SECOND = 1000;

  private final transient TrialRuns runs;
  private final transient TrialRun run;
  private final transient Wanted wanted;
  private final transient Actor actor;
  private final Div figures = new Div();
  private final UnorderedList ways = new UnorderedList();
  private final AreaChart chart;
  private final ChangeList list;

  RunResult(TrialRuns runs, TrialRun run, Wanted wanted, Regions regions, Actor actor) {
    this.runs = runs;
    this.run = run;
    this.wanted = wanted;
    this.actor = actor;
    addClassName("sheets");
    figures.addClassName("trial-figures");
    ways.addClassName("trial-ways");
    chart = new AreaChart(regions, this::goTo);
    list = new ChangeList(runs, run, wanted, regions, actor);
    Section numbers =
        new Section(
            "%s · %s 户 · 用时 %s"
                .formatted(place(regions), Wording.number(run.judged()), took().orElse("不到 1 秒")),
            figures,
            ways,
            checks());
    notJudged().ifPresent(numbers::add);
    Panel numbersPanel = new Panel(numbers);
    Panel chartPanel = new Panel(new Section("按地区（点柱子看下一级）", chart));
    Div upper = new Div(numbersPanel, chartPanel);
    upper.addClassName("trial-upper");
    add(upper, new Panel(list));
    show(run.region());
  }

  private String place(Regions regions) {
    if (run.source() == TrialRun.Source.SHEET) {
      return run.sourceName();
    }
    String region = regions.name(run.region());
    return run.sourceName().equals(Scope.REGISTERED.chinese())
        ? region
        : region + " · " + run.sourceName();
  }

  private Optional<String> took() {
    return run.startedAt()
        .flatMap(from -> run.endedAt().map(until -> Duration.between(from, until)))
        .filter(time -> time.toMillis() >= MILLIS_IN_A_SECOND)
        .map(time -> Math.round(time.toMillis() / MILLIS_IN_A_SECOND) + " 秒");
  }

  private void goTo(String area) {
    show(area);
    list.choose(area);
  }

  private void show(String within) {
    var areas = OutcomeCounts.byArea(wanted, runs.flows(run.id(), within, actor));
    List<Flow> everywhere = runs.flows(run.id(), run.region(), actor);
    showWays(everywhere);
    OutcomeCounts all = OutcomeCounts.of(wanted, everywhere);
    figures.removeAll();
    figures.add(
        figure("+", all.of(ChangeKind.GAINED), wanted.label(ChangeKind.GAINED), "good"),
        figure("−", all.of(ChangeKind.LOST), wanted.label(ChangeKind.LOST), "bad"),
        figure("", all.of(ChangeKind.OTHER), wanted.label(ChangeKind.OTHER), "warning"),
        figure("", all.unchanged(), "不变", "plain"));
    chart.show(run.region(), within, wanted, areas);
  }

  /** Which outcome becomes which, the most frequent first. */
  private void showWays(List<Flow> flows) {
    Map<String, Long> counts = new HashMap<>();
    flows.stream()
        .filter(Flow::isChange)
        .forEach(
            flow ->
                counts.merge(
                    OutcomeWords.of(flow.before()) + " → " + OutcomeWords.of(flow.after()),
                    flow.households(),
                    Long::sum));
    ways.removeAll();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            way ->
                ways.add(
                    new ListItem(
                        new Span(way.getKey()), new Span(Wording.number(way.getValue()) + " 户"))));
  }

  private static Div figure(String sign, long number, String label, String tone) {
    Span big = new Span((number == 0 ? "" : sign) + Wording.number(number));
    big.addClassName("trial-number");
    Span name = new Span(label);
    name.addClassName("quiet");
    Div figure = new Div(big, name);
    figure.addClassNames("trial-figure", number == 0 ? "plain" : tone);
    return figure;
  }

  /** How far the figures can be believed. */
  private Div checks() {
    Div words =
        new Div(
            "变化的户%s由规则引擎复算；未变化的抽查 %s 户，结论全部一致。%s"
                .formatted(
                    run.confirmed() < run.changed()
                        ? "有 " + Wording.number(run.confirmed()) + " 户已"
                        : "逐户",
                    Wording.number(run.checked()),
                    run.obstacle().isEmpty() ? "" : "决策表里有快速判断不认识的写法，全部由规则引擎逐户判断。"));
    words.addClassNames("quiet", "trial-checks");
    return words;
  }

  private Optional<Finding> notJudged() {
    return run.notJudged() == 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Tone.WARNING,
                Wording.number(run.notJudged()) + " 户的资料不合规则的要求，没有判断",
                new Div("例如 " + run.problem())));
  }
}
