package cn.sunshine.policychange;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One change: what it changes, what is wrong with it, and handing it in. */
@Route("policy/changes/:change")
@RolesAllowed({"policy", "policy-approver"})
class ChangePage extends Page implements BeforeEnterObserver, HasDynamicTitle {

  private final transient Changes changes;
  private final transient ArtefactTypes types;
  private final transient Clock clock;
  private final transient Actor actor;
  private final Div content = new Div();
  private long id;
  private String title = "政策修改";

  ChangePage(Changes changes, ArtefactTypes types, Clock clock, CurrentActor currentActor) {
    super("政策修改");
    this.changes = changes;
    this.types = types;
    this.clock = clock;
    this.actor = currentActor.require();
    content.addClassName("sheets");
    add(content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String number = event.getRouteParameters().get("change").orElse("");
    if (!number.matches("\\d{1,18}")) {
      throw new Refusal.NotFound("没有第 " + number + " 号修改。");
    }
    id = Long.parseLong(number);
    PolicyChange change = changes.find(id, actor);
    boolean draft = isOwn(change) && change.state() == PolicyChange.State.DRAFT;
    if (draft) {
      Button discard = new Button("放弃", click -> askToDiscard());
      discard.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
      addActions(discard);
    }
    if (change.canBeTried()) {
      addActions(new Anchor("policy/trial-run?change=" + id, "试算"));
    }
    if (draft) {
      Button submit = new Button("提交审批", click -> askToSubmit());
      submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      addActions(submit);
    }
    draw();
  }

  private boolean isOwn(PolicyChange change) {
    return change.isWritable() && change.author().equals(actor.username());
  }

  private void draw() {
    PolicyChange change = changes.find(id, actor);
    title = change.title();
    retitle(title);
    besideTitle(ChangesPage.badge(change.state()));
    content.removeAll();
    content.add(new Panel(new Section("说明", summary(change, changes))));
    if (change.items().isEmpty()) {
      content.add(new Panel(new EmptyState("还没有改动", "在“参数”“决策表”“流程”页面改好一项，就会出现在这里。")));
      return;
    }
    Optional<Consumer<Artefact>> drop = isOwn(change) ? Optional.of(this::drop) : Optional.empty();
    ChangeContent items = new ChangeContent(changes, types, actor);
    items.show(change, drop);
    content.add(new Panel(items));
  }

  static KeyValueList summary(PolicyChange change, Changes changes) {
    UnaryOperator<String> names = changes.namesOf(List.of(change));
    KeyValueList facts =
        new KeyValueList()
            .line("编号", Long.toString(change.id()))
            .line("起草", names.apply(change.author()))
            .line("理由", change.reason())
            .line("依据", change.document())
            .line("生效", change.effectiveOn().map(day -> day + " 零时").orElse("批准后立即"))
            .line("在办案件", change.runningCases().chinese());
    change.approver().ifPresent(by -> facts.line("审批", names.apply(by)));
    change.caseId().ifPresent(file -> facts.line("案件", new Anchor("cases/" + file, file)));
    return facts;
  }

  private void drop(Artefact artefact) {
    changes.drop(id, artefact, actor);
    draw();
  }

  private void askToSubmit() {
    PolicyChange change = changes.find(id, actor);
    new SubmitDialog(
            change,
            clock,
            submission -> {
              String file = changes.submit(id, submission, actor).getId();
              Toast.done("已提交审批，案件号 " + file + "。");
              getUI().ifPresent(ui -> ui.navigate("policy/changes"));
            })
        .open();
  }

  private void askToDiscard() {
    ConfirmDialog ask =
        new ConfirmDialog(
            "放弃这份修改？",
            "里面的 " + changes.find(id, actor).items().size() + " 项改动都不再保留，现行版本不变。",
            "放弃",
            confirmed -> {
              try {
                changes.discard(id, actor);
                Toast.done("已放弃。");
                getUI().ifPresent(ui -> ui.navigate("policy/changes"));
              } catch (Refusal refused) {
                Toast.problem(refused.sentence());
              }
            });
    ask.setCancelable(true);
    ask.setCancelText("取消");
    ask.setConfirmButtonTheme("error primary");
    ask.open();
  }

  @Override
  public String getPageTitle() {
    return title + " · 阳光帮扶";
  }
}
