package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ChangeInHand;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.policychange.VersionsDialog;
import cn.sunshine.shell.BpmnEditor;
import cn.sunshine.shell.EditorFault;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/**
 * One workflow: its author changes it and sees at once what is wrong; its approver reads it. Try it
 * without saving; what is saved is part of the author's change of policy.
 */
@Route("policy/workflows/:pack/:process")
@PageTitle("流程 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class WorkflowPage extends Page implements BeforeEnterObserver {

  private final transient Workflows workflows;
  private final transient Changes changes;
  private final transient Actor actor;
  private final BpmnEditor editor = new BpmnEditor();
  private final StateBadge unsaved = new StateBadge(Tone.WARNING, "有未保存的修改");
  private final ChangeInHand inHand;
  private String pack = "";
  private String process = "";

  WorkflowPage(Workflows workflows, Changes changes, CurrentActor currentActor) {
    super("流程");
    this.workflows = workflows;
    this.changes = changes;
    this.actor = currentActor.require();
    this.inHand = new ChangeInHand(changes, actor);
    editor.addClassName("workflow-editor");
  }

  static String path(String pack, String process) {
    return "policy/workflows/" + pack + "/" + process;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pack = event.getRouteParameters().get("pack").orElseThrow();
    process = event.getRouteParameters().get("process").orElseThrow();
    Optional<Long> change = ShownChange.of(event.getLocation());
    Workflows.Opened opened =
        change
            .map(id -> workflows.proposed(pack, process, id, actor))
            .orElseGet(() -> workflows.open(pack, process, actor));
    retitle(opened.title());
    if (change.isPresent()) {
      read(opened);
    } else {
      show(opened);
    }
  }

  /** What a change proposes, for who decides on it: to look at and to try, not to write. */
  private void read(Workflows.Opened opened) {
    besideTitle(version(opened));
    editor.read(opened.content());
    addActions(new Button("试运行", event -> editor.save(this::tryOut)));
    add(editor);
    check(opened.content());
  }

  private void show(Workflows.Opened opened) {
    unsaved.setVisible(false);
    besideTitle(version(opened), unsaved);
    editor.offer(workflows.choices(pack, process));
    Button trial = new Button("试运行", event -> editor.save(this::tryOut));
    if (workflows.mayWrite(pack, actor)) {
      editor.edit(opened.content());
      editor.addEditListener(() -> unsaved.setVisible(true));
      editor.addContentListener(this::check);
      Button keep = new Button("保存草稿", event -> editor.save(this::keep));
      keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      addActions(trial, keep);
    } else {
      editor.read(opened.content());
      addActions(trial);
    }
    addActions(history());
    inHand.show(pack);
    add(inHand, editor);
    check(opened.content());
  }

  private Button history() {
    Button button =
        new Button(
            "历史版本",
            event ->
                new VersionsDialog(
                        changes,
                        new Artefact(pack, ArtefactKind.WORKFLOW, process),
                        actor,
                        () -> UI.getCurrent().getPage().reload())
                    .open());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private Span version(Workflows.Opened opened) {
    return new Span(
        opened
            .draft()
            .map(change -> "现行第 " + opened.number() + " 版　正在修改：" + change.title())
            .orElse("现行第 " + opened.number() + " 版"));
  }

  private void check(String content) {
    editor.showFaults(
        workflows.check(pack, process, content, actor).stream().map(WorkflowPage::fault).toList());
  }

  private static EditorFault fault(ArtefactFault fault) {
    return new EditorFault(
        fault.element(),
        fault.isError() ? EditorFault.Severity.ERROR : EditorFault.Severity.WARNING,
        fault.message());
  }

  private void keep(String content) {
    PolicyChange change = workflows.keep(pack, process, content, actor);
    unsaved.setVisible(false);
    check(content);
    inHand.show(pack);
    besideTitle(version(workflows.open(pack, process, actor)), unsaved);
    Toast.done("已存入“" + change.title() + "”。提交、审批以后才会生效。");
  }

  private void tryOut(String content) {
    check(content);
    Workflows.Trial trial = workflows.tryOut(pack, process, content, actor);
    Dialog dialog = new Dialog("试运行");
    dialog.setWidth("46rem");
    dialog.add(verdict(trial.refusal()));
    OrderedList ways = new OrderedList();
    trial.ways().forEach(way -> ways.add(new ListItem(words(way))));
    dialog.add(new Paragraph("从开始可以走到："), ways);
    if (!trial.notPassed().isEmpty()) {
      dialog.add(new Paragraph("▲ 走不到的办理环节：" + String.join("、", trial.notPassed())));
    }
    Button close = new Button("关闭", event -> dialog.close());
    dialog.getFooter().add(close);
    dialog.open();
  }

  private static StateBadge verdict(Optional<String> refusal) {
    return refusal
        .map(reason -> new StateBadge(Tone.BAD, "流程引擎不接受：" + reason))
        .orElseGet(() -> new StateBadge(Tone.GOOD, "流程引擎接受这个流程"));
  }

  private static String words(Workflows.Way way) {
    List<String> steps = way.steps();
    return steps.isEmpty() ? way.end() : String.join(" → ", steps) + " → " + way.end();
  }
}
