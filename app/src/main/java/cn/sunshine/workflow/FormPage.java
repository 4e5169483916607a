package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policychange.ArtefactType;
import cn.sunshine.policychange.ChangeInHand;
import cn.sunshine.policychange.ChangeItem;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.policychange.VersionsDialog;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.EditorFault;
import cn.sunshine.shell.FormEditor;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** One form: its author changes it and sees at once what is wrong; its approver reads it. */
@Route("policy/forms/:pack/:form")
@PageTitle("表单 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class FormPage extends Page implements BeforeEnterObserver {

  private final transient FormArtefacts forms;
  private final transient Changes changes;
  private final transient Actor actor;
  private final FormEditor editor = new FormEditor();
  private final StateBadge unsaved = new StateBadge(Tone.WARNING, "有未保存的修改");
  private final ChangeInHand inHand;
  private transient Artefact artefact = new Artefact("", ArtefactKind.FORM, "");

  FormPage(FormArtefacts forms, Changes changes, CurrentActor currentActor) {
    super("表单");
    this.forms = forms;
    this.changes = changes;
    this.actor = currentActor.require();
    this.inHand = new ChangeInHand(changes, actor);
    editor.addClassName("workflow-editor");
  }

  static String path(String pack, String form) {
    return "policy/forms/" + pack + "/" + form;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    artefact =
        new Artefact(
            event.getRouteParameters().get("pack").orElseThrow(),
            ArtefactKind.FORM,
            event.getRouteParameters().get("form").orElseThrow());
    ArtefactType.Text inForce = changes.inForce(artefact, actor);
    retitle(inForce.title());
    Optional<Long> change = ShownChange.of(event.getLocation());
    if (change.isPresent()) {
      read(changes.find(change.get(), actor));
      return;
    }
    unsaved.setVisible(false);
    besideTitle(new Span("现行第 " + inForce.number() + " 版"), unsaved);
    if (changes.mayWrite(artefact.pack(), actor)) {
      write(inForce);
    } else {
      editor.read(inForce.content());
    }
    addActions(history());
    inHand.show(artefact.pack());
    add(inHand, editor);
  }

  /** What a change proposes, for who decides on it. */
  private void read(PolicyChange change) {
    ChangeItem item =
        change
            .item(artefact)
            .orElseThrow(() -> new Refusal.NotFound("第 " + change.id() + " 号修改没有改这张表单。"));
    besideTitle(new Span("正在修改：" + change.title()));
    editor.read(item.content());
    add(editor);
  }

  private Button history() {
    Button button =
        new Button(
            "历史版本",
            event ->
                new VersionsDialog(
                        changes, artefact, actor, () -> UI.getCurrent().getPage().reload())
                    .open());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private void write(ArtefactType.Text inForce) {
    String content =
        changes
            .inHand(artefact.pack(), actor)
            .flatMap(change -> change.item(artefact))
            .map(ChangeItem::content)
            .orElse(inForce.content());
    editor.edit(content);
    editor.addEditListener(() -> unsaved.setVisible(true));
    editor.addContentListener(this::check);
    Button keep = new Button("保存草稿", event -> editor.save(this::keep));
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    addActions(keep);
    check(content);
  }

  private void check(String content) {
    editor.showFaults(
        forms.check(new Proposal(artefact, content), "[]", List.of()).stream()
            .map(
                fault ->
                    new EditorFault(fault.element(), EditorFault.Severity.ERROR, fault.message()))
            .toList());
  }

  private void keep(String content) {
    PolicyChange change = changes.begin(artefact.pack(), actor);
    changes.put(change.id(), artefact, content, "[]", actor);
    unsaved.setVisible(false);
    check(content);
    inHand.show(artefact.pack());
    Toast.done("已存入修改方案。提交、审批以后才会生效。");
  }
}
