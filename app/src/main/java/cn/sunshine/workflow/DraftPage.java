package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ArtefactType;
import cn.sunshine.policychange.ChangeInHand;
import cn.sunshine.policychange.ChangeItem;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.policychange.VersionsDialog;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.ContentEditor;
import cn.sunshine.shell.EditorFault;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.UnsavedWork;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Optional;

/**
 * One text of a pack, a workflow or a form: its author changes it, sees at once what is wrong and
 * keeps it as part of a change; its approver reads it. With the number of a change in the address
 * it shows what that change proposes.
 *
 * @param <E> the editor of such texts
 */
abstract class DraftPage<E extends ContentEditor> extends Page implements BeforeEnterObserver {

  private final transient Changes changes;
  private final transient Actor actor;
  private final E editor;
  private final UnsavedWork unsaved;
  private final ChangeInHand inHand;
  private transient Optional<Artefact> artefact = Optional.empty();
  private transient Optional<PolicyChange> draft = Optional.empty();

  DraftPage(String title, E editor, Changes changes, Actor actor) {
    super(title);
    this.editor = editor;
    this.changes = changes;
    this.actor = actor;
    this.unsaved = new UnsavedWork(editor, this::save);
    this.inHand = new ChangeInHand(changes, actor);
    editor.addClassName("workflow-editor");
  }

  /** What the address names. */
  abstract Artefact named(BeforeEnterEvent event);

  /** What is wrong with a text that is being written. */
  abstract List<ArtefactFault> faults(String content);

  /** Before a text is opened: what the editor has to know, and the buttons that the page adds. */
  abstract void prepare();

  /** The editor with what stands beside it. */
  abstract Component drawing();

  final E editor() {
    return editor;
  }

  final Actor actor() {
    return actor;
  }

  final Artefact artefact() {
    return artefact.orElseThrow();
  }

  /** The change that the shown text belongs to. */
  final Optional<PolicyChange> draft() {
    return draft;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    artefact = Optional.of(named(event));
    ArtefactType.Text inForce = changes.inForce(artefact(), actor);
    retitle(inForce.title());
    Optional<PolicyChange> proposed =
        ShownChange.of(event.getLocation()).map(id -> changes.find(id, actor));
    boolean writes = proposed.isEmpty() && changes.mayWrite(artefact(), actor);
    draft = proposed.or(() -> writes ? changes.inHand(artefact().pack(), actor) : Optional.empty());
    Optional<ChangeItem> item = draft.flatMap(change -> change.item(artefact()));
    if (proposed.isPresent() && item.isEmpty()) {
      throw new Refusal.NotFound("第 " + proposed.get().id() + " 号修改没有改这一项。");
    }
    String content = item.map(ChangeItem::content).orElse(inForce.content());
    prepare();
    headed(inForce.number(), item.flatMap(any -> draft));
    if (writes) {
      write(content);
    } else {
      editor.read(content);
    }
    if (proposed.isEmpty()) {
      addActions(history());
      inHand.show(artefact().pack());
      add(inHand);
    }
    add(drawing());
    check(content);
  }

  private void headed(int number, Optional<PolicyChange> change) {
    String words = "现行第 " + number + " 版";
    besideTitle(new Span(change.map(one -> words + "　正在修改：" + one.title()).orElse(words)), unsaved);
  }

  private void write(String content) {
    editor.edit(content);
    editor.addEditListener(unsaved::begin);
    editor.addContentListener(this::check);
    Button keep = new Button("保存草稿", event -> save(() -> {}));
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    addActions(keep);
  }

  private Button history() {
    Button button =
        new Button(
            "历史版本",
            event ->
                new VersionsDialog(
                        changes, artefact(), actor, () -> UI.getCurrent().getPage().reload())
                    .open());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  final void check(String content) {
    editor.showFaults(
        faults(content).stream()
            .map(
                fault ->
                    new EditorFault(
                        fault.element(),
                        fault.isError() ? EditorFault.Severity.ERROR : EditorFault.Severity.WARNING,
                        fault.message()))
            .toList());
  }

  private void save(Command then) {
    editor.save(
        content -> {
          try {
            keep(content);
            then.execute();
          } catch (Refusal refused) {
            Toast.problem(refused.sentence());
          }
        });
  }

  private void keep(String content) {
    long id = changes.begin(artefact().pack(), actor).id();
    changes.put(id, artefact(), content, "[]", actor);
    PolicyChange change = changes.find(id, actor);
    draft = Optional.of(change);
    unsaved.end();
    check(content);
    inHand.show(artefact().pack());
    headed(changes.inForce(artefact(), actor).number(), draft);
    Toast.done("已存入“" + change.title() + "”。提交、审批以后才会生效。");
  }
}
