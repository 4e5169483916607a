package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.engine.Deployments;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskClock;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.DecisionWords;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.ReasonDialog;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** One case: how it stands, what it is about, what was decided and why, and the way it took. */
@Route("cases/:caseId")
@PermitAll
class CasePage extends Page implements BeforeEnterObserver, HasDynamicTitle {

  private final transient Cases cases;
  private final transient Decisions decisions;
  private final transient DecisionWords words;
  private final transient Deployments deployments;
  private final transient TaskClock taskClock;
  private final transient Regions regions;
  private final transient List<CasePart> parts;
  private final transient Actor actor;
  private final transient LiveUpdates live;
  private final Div content = new Div();
  private String caseId = "";
  private String subject = "";

  CasePage(
      Cases cases,
      Decisions decisions,
      DecisionWords words,
      Deployments deployments,
      TaskClock taskClock,
      Regions regions,
      ObjectProvider<CasePart> parts,
      CurrentActor currentActor,
      LiveUpdates live) {
    super("");
    this.cases = cases;
    this.decisions = decisions;
    this.words = words;
    this.deployments = deployments;
    this.taskClock = taskClock;
    this.regions = regions;
    this.parts = parts.orderedStream().toList();
    this.actor = currentActor.require();
    content.addClassName("case-content");
    add(content);
    this.live = live;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    caseId = event.getRouteParameters().get("caseId").orElse("");
    CaseFile file = cases.find(caseId, actor);
    subject = file.subject();
    if (file.isRunning() && file.applicant().equals(actor.username())) {
      Button withdraw = new Button("撤回申请", click -> askToWithdraw(file));
      withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
      addActions(withdraw);
    }
    draw();
    live.listen(this, CaseLive.topic(caseId), this::draw);
  }

  @Override
  public String getPageTitle() {
    return subject + " · 阳光帮扶";
  }

  private void draw() {
    CaseFile file = cases.find(caseId, actor);
    retitle(file.subject());
    Span number = new Span(file.getId());
    number.addClassName("quiet");
    besideTitle(CaseBadge.of(file.status()), number);
    content.removeAll();

    Div left = new Div();
    left.add(new Panel(new Section("案件", summary(file))));
    Div facts = new Panel();
    shown(TaskPart.Place.FACTS, file).forEach(part -> facts.add(part.section()));
    left.add(facts);
    left.add(new Panel(new Section("规则判断", decisionList())));

    TabSheet tabs = new TabSheet();
    tabs.setWidthFull();
    // In a box: the tab sheet gives what it holds a role, and a list needs its own.
    shown(TaskPart.Place.ASIDE, file)
        .forEach(part -> tabs.add(part.title(), new Div(part.content())));
    content.add(left, new Panel(tabs));
  }

  private record Shown(String title, Component content) {
    Section section() {
      return new Section(title, content);
    }
  }

  private List<Shown> shown(TaskPart.Place place, CaseFile file) {
    return parts.stream()
        .filter(part -> part.place() == place)
        .flatMap(
            part ->
                part.show(file, actor).stream()
                    .map(component -> new Shown(part.title(), component)))
        .toList();
  }

  /** The place's own model, called as on the page of workflows. */
  private ProcessModel model(CaseFile file) {
    return deployments.model(file.model(), file.modelVersion());
  }

  private KeyValueList summary(CaseFile file) {
    KeyValueList facts =
        new KeyValueList()
            .line("地区", regions.fullName(file.region()))
            .line("流程", model(file).name() + "　第 " + file.modelVersion() + " 版")
            .line("申请账号", applicant(file))
            .line("申请时间", Wording.dateTime(file.startedAt()));
    file.endedAt().ifPresent(at -> facts.line("办结时间", Wording.dateTime(at)));
    file.result()
        .ifPresent(
            result -> {
              facts.line("结果", EventWords.resultOf(String.valueOf(result.get("outcome"))));
              if (result.get("reason") != null) {
                facts.line("理由", result.get("reason").toString());
              }
              if (result.get("householdNumber") != null) {
                String household = result.get("householdNumber").toString();
                facts.line("户编号", new Anchor("households/" + household, household));
              }
            });
    cases.tasks(file).stream()
        .filter(task -> task.state() == Task.State.OPEN)
        .collect(Collectors.groupingBy(Task::taskType, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(alike -> facts.line("在办", openTasks(alike)));
    return facts;
  }

  /** Several experts or signers at the same step make one line, with the first to fall due. */
  private Component openTasks(List<Task> alike) {
    Task first = alike.stream().min(Comparator.comparing(Task::due)).orElseThrow();
    String count = alike.size() == 1 ? "" : "（" + alike.size() + " 项）";
    return new Div(new Span(first.name() + count + "　"), taskClock.badge(first));
  }

  private Component decisionList() {
    Div list = new Div();
    List<DecisionRecord> all = decisions.of(caseId);
    for (DecisionRecord decision : all.reversed()) {
      Component[] lines =
          Stream.concat(
                  decision.findings().stream()
                      .map(
                          finding ->
                              new Div(
                                  words.message(finding)
                                      + "　实际 "
                                      + words.actual(decision, finding)
                                      + "，标准 "
                                      + words.limit(decision, finding))),
                  Stream.of(source(decision)))
              .toArray(Component[]::new);
      list.add(
          new Finding(
              OutcomeBadge.toneOf(decision.outcome()), OutcomeWords.of(decision.outcome()), lines));
    }
    if (all.isEmpty()) {
      list.add(new Span("规则还没有判断过。"));
    }
    return list;
  }

  private Div source(DecisionRecord decision) {
    Div source =
        new Div(
            Wording.dateTime(decision.at())
                + "　"
                + words.ruleSet(decision)
                + "　按 "
                + Wording.date(decision.asOf())
                + " 的参数　");
    source.add(new Anchor("decisions/" + decision.id(), "为什么是这个结论"));
    source.addClassName("quiet");
    return source;
  }

  private void askToWithdraw(CaseFile file) {
    new ReasonDialog(
            "撤回申请？",
            cases.afterWithdrawal(file),
            "撤回",
            reason -> {
              cases.withdraw(caseId, reason, actor);
              Toast.done("已撤回。");
              draw();
            })
        .open();
  }

  private static String applicant(CaseFile file) {
    return file.applicant().equals(Actor.PUBLIC.username()) ? "群众（不登录）" : file.applicant();
  }
}
