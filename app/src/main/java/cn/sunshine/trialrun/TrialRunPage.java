package cn.sunshine.trialrun;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.FieldTexts;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tries a change of policy over the register: start, progress, and what came of it. */
@Route(TrialRunPage.PATH)
@PageTitle("试算 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class TrialRunPage extends Page implements BeforeEnterObserver {

  static final String PATH = "policy/trial-run";

  private final transient TrialRuns runs;
  private final transient ChangeTrials trials;
  private final transient Changes changes;
  private final transient Regions regions;
  private final transient LiveUpdates live;
  private final transient Actor actor;
  private final Select<Wanted> ruleSet = new Select<>();
  private final Select<Scope> scope = new Select<>();
  private final DatePicker day = FieldTexts.datePicker("按哪一天的规定");
  private final Button start = new Button("开始试算", event -> start());
  private final SheetUpload sheet;
  private final Select<TrialRun> earlier = new Select<>();
  private final Panel order;
  private final Div content = new Div();
  private long change;
  private transient Optional<TrialRun> shown = Optional.empty();
  private String nextKey = UUID.randomUUID().toString();

  TrialRunPage(
      TrialRuns runs,
      ChangeTrials trials,
      Changes changes,
      Regions regions,
      LiveUpdates live,
      CurrentActor currentActor) {
    super("试算");
    this.runs = runs;
    this.trials = trials;
    this.changes = changes;
    this.regions = regions;
    this.live = live;
    this.actor = currentActor.require();
    ruleSet.setLabel("规则集");
    ruleSet.setItemLabelGenerator(Wanted::title);
    scope.setLabel("范围");
    scope.addClassName("trial-scope");
    scope.setItems(Scope.values());
    scope.setItemLabelGenerator(Scope::chinese);
    scope.setValue(Scope.REGISTERED);
    ruleSet.addValueChangeListener(
        event -> scope.setVisible(event.getValue() == Wanted.ELIGIBILITY));
    day.setRequired(true);
    start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    earlier.setAriaLabel("历次试算");
    earlier.setPrefixComponent(new Span("历次试算"));
    earlier.addClassName("trial-earlier");
    earlier.setVisible(false);
    earlier.setItemLabelGenerator(TrialRunPage::label);
    earlier.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            show(event.getValue().id());
          }
        });
    sheet = new SheetUpload(this::startSheet, out -> trials.writeTemplate(change, actor, out));
    Div controls = new Div(ruleSet, scope, day, start, sheet);
    controls.addClassName("trial-controls");
    order = new Panel(controls);
    content.addClassName("sheets");
    addActions(earlier);
    add(order, content);
  }

  private static String label(TrialRun run) {
    return run == null
        ? ""
        : "%s %s %s"
            .formatted(
                Wording.dateTime(run.askedAt()),
                Wanted.of(run.ruleSet()).map(Wanted::title).orElse(run.ruleSet()),
                run.state().chinese());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    change =
        AddressBar.value(event.getLocation(), "change")
            .filter(text -> text.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(0L);
    PolicyChange found;
    try {
      found = changes.find(change, actor);
    } catch (Refusal.NotFound none) {
      order.setVisible(false);
      content.removeAll();
      content.add(
          new Panel(
              new EmptyState(
                  "没有选定要试算的修改", "打开一份修改，再点“试算”。", new Anchor("policy/changes", "看政策修改"))));
      return;
    }
    retitle("试算");
    besideTitle(new Span(found.title()), new StateBadge(Tone.PLAIN, found.state().chinese()));
    List<Wanted> ruleSets = trials.ruleSets(change, actor);
    ruleSet.setItems(ruleSets);
    ruleSets.stream().findFirst().ifPresent(ruleSet::setValue);
    start.setEnabled(!ruleSets.isEmpty());
    order.setVisible(found.canBeTried());
    day.setValue(trials.firstDay(change, actor));
    List<TrialRun> all = refreshEarlier();
    Optional<String> asked = AddressBar.value(event.getLocation(), "run");
    all.stream()
        .filter(run -> asked.map(run.id()::equals).orElse(true))
        .findFirst()
        .ifPresentOrElse(run -> show(run.id()), () -> showNothing(found));
  }

  private List<TrialRun> refreshEarlier() {
    List<TrialRun> all = runs.about(ChangeTrials.subject(change), actor);
    earlier.setItems(all);
    earlier.setVisible(!all.isEmpty());
    return all;
  }

  private void showNothing(PolicyChange found) {
    content.removeAll();
    if (!found.canBeTried()) {
      content.add(
          new Panel(
              new EmptyState(
                  "这份修改" + found.state().chinese() + "，不用再试算", "当时没有试算过。要再改，请从现行的版本重新修改。")));
      return;
    }
    content.add(new Panel(new EmptyState("还没有试算过这份修改", "点“开始试算”，看登记库里每一户的结论会不会变；不影响正在办理的事项。")));
  }

  /** Starts a run and answers its id. */
  @FunctionalInterface
  private interface Starter {
    String start(LocalDate asOf);
  }

  private void start() {
    start(asOf -> trials.start(change, ruleSet.getValue(), scope.getValue(), asOf, nextKey, actor));
  }

  private void startSheet(String name, byte[] file) {
    start(asOf -> trials.startSheet(change, ruleSet.getValue(), asOf, nextKey, name, file, actor));
  }

  private void start(Starter starter) {
    LocalDate asOf = day.getValue();
    if (asOf == null) {
      day.setInvalid(true);
      day.setErrorMessage("请选择日期");
      return;
    }
    try {
      String id = starter.start(asOf);
      nextKey = UUID.randomUUID().toString();
      refreshEarlier();
      show(id);
    } catch (Refusal.Invalid invalid) {
      content.removeAll();
      content.add(new Panel(faults(invalid)));
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
    }
  }

  private static Finding faults(Refusal.Invalid invalid) {
    Finding finding = new Finding(Tone.BAD, invalid.sentence());
    invalid.faults().forEach(fault -> finding.add(new Div(fault.field() + "：" + fault.message())));
    return finding;
  }

  private void show(String id) {
    TrialRun run = runs.find(id, actor);
    shown = Optional.of(run);
    choose(run);
    AddressBar.show(this, PATH, Map.of("change", Long.toString(change), "run", id));
    draw(run);
    if (!run.state().isOver()) {
      content.add(new Follower(id));
    }
  }

  /** The list knows a run as it was when the list was read. */
  private void choose(TrialRun run) {
    earlier
        .getListDataView()
        .getItems()
        .filter(listed -> listed.id().equals(run.id()))
        .findFirst()
        .ifPresent(earlier::setValue);
  }

  /** Looks at a run again whenever it has got further, until it is over. */
  private final class Follower extends Div {
    Follower(String id) {
      setVisible(false);
      live.listen(this, TrialRunLive.topic(id), () -> follow(id));
    }
  }

  private void follow(String id) {
    if (shown.filter(run -> run.id().equals(id)).isEmpty()) {
      return;
    }
    TrialRun run = runs.find(id, actor);
    if (run.state().isOver()) {
      refreshEarlier();
      show(id);
    } else {
      if (shown.filter(before -> before.state() == run.state()).isEmpty()) {
        refreshEarlier();
        choose(run);
        shown = Optional.of(run);
      }
      content
          .getChildren()
          .filter(RunProgress.class::isInstance)
          .map(RunProgress.class::cast)
          .forEach(progress -> progress.show(run));
    }
  }

  private void draw(TrialRun run) {
    content.removeAll();
    Wanted wanted = Wanted.of(run.ruleSet()).orElseThrow();
    switch (run.state()) {
      case QUEUED, RUNNING -> content.add(new RunProgress(run));
      case DONE -> content.add(new RunResult(runs, run, wanted, regions, actor));
      case CANCELLED -> content.add(new Panel(new EmptyState("试算已取消", "没有留下结果。可以重新开始试算。")));
      case FAILED ->
          content.add(new Panel(new Finding(Tone.BAD, "试算没有完成", new Div(run.problem()))));
    }
  }

  /** How far a run is, and a way to stop it. */
  private final class RunProgress extends Panel {
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();

    RunProgress(TrialRun run) {
      bar.getElement().setAttribute("aria-label", "试算进度");
      words.getElement().setAttribute("role", "status");
      Button cancel =
          new Button(
              "取消试算",
              event -> {
                try {
                  runs.cancel(run.id(), actor);
                } catch (Refusal refused) {
                  Toast.problem(refused.sentence());
                }
                follow(run.id());
              });
      Div progress = new Div(bar, words, cancel);
      progress.addClassName("import-progress");
      add(new Section("试算中", progress));
      show(run);
    }

    void show(TrialRun run) {
      bar.setIndeterminate(run.total() == 0);
      bar.setValue(run.progress());
      words.setText(
          run.state() == TrialRun.State.QUEUED
              ? "排队中，本地前面还有 %d 次试算".formatted(runs.ahead(run.id(), actor))
              : run.total() == 0
                  ? "正在读取登记库"
                  : "已判断 %s 户，共 %s 户"
                      .formatted(Wording.number(run.judged()), Wording.number(run.total())));
    }
  }
}
