package cn.sunshine.policychange;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a change changes: each item before and after, and what is wrong with it. */
final class ChangeContent extends Div {

  /** What lines alone do not show. */
  private static final Set<ArtefactKind> PICTURED =
      Set.of(ArtefactKind.WORKFLOW, ArtefactKind.FORM);

  private final transient Changes changes;
  private final transient ArtefactTypes types;
  private final transient Actor actor;

  ChangeContent(Changes changes, ArtefactTypes types, Actor actor) {
    this.changes = changes;
    this.types = types;
    this.actor = actor;
    addClassName("change-content");
  }

  /**
   * Shows a change.
   *
   * @param drop takes an item out; empty when the person may not
   */
  void show(PolicyChange change, Optional<Consumer<Artefact>> drop) {
    removeAll();
    Map<Artefact, List<ArtefactFault>> faults = changes.check(change);
    for (ChangeItem item : change.items()) {
      Artefact artefact = item.artefact(change.pack());
      add(item(change, item, faults.getOrDefault(artefact, List.of()), drop));
    }
  }

  private Component item(
      PolicyChange change,
      ChangeItem item,
      List<ArtefactFault> faults,
      Optional<Consumer<Artefact>> drop) {
    Artefact artefact = item.artefact(change.pack());
    ArtefactType type = types.of(item.kind());
    Section section =
        new Section(
            "%s　%s（从第 %d 版修改）"
                .formatted(item.kind().chinese(), changes.titleOf(artefact), item.base()));
    section.add(state(faults));
    if (!faults.isEmpty()) {
      UnorderedList list = new UnorderedList();
      faults.forEach(fault -> list.add(new ListItem(fault.message())));
      section.add(list);
    }
    section.add(diff(change, item, type));
    if (PICTURED.contains(item.kind())) {
      section.withActions(
          new Anchor(type.page(artefact, change.id()) + "?change=" + change.id(), "看修改后的样子"));
    }
    drop.ifPresent(
        taken -> {
          Button remove = new Button("移出", event -> taken.accept(artefact));
          remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
          remove.setAriaLabel("移出 " + changes.titleOf(artefact));
          section.withActions(new Anchor(type.page(artefact, change.id()), "继续修改"), remove);
        });
    return section;
  }

  private static Component state(List<ArtefactFault> faults) {
    long errors = faults.stream().filter(ArtefactFault::isError).count();
    if (errors > 0) {
      return new StateBadge(Tone.BAD, "检查没有通过：" + errors + " 处");
    }
    return faults.isEmpty()
        ? new StateBadge(Tone.GOOD, "检查通过")
        : new StateBadge(Tone.WARNING, "检查通过，有 " + faults.size() + " 处请留意");
  }

  private Component diff(PolicyChange change, ChangeItem item, ArtefactType type) {
    Artefact artefact = item.artefact(change.pack());
    try {
      return new LineDiff(
          changes.lines(artefact, changes.version(artefact, item.base(), actor)),
          type.lines(artefact, item.content(), item.tests()));
    } catch (RuntimeException unreadable) {
      // A draft may be anything; its faults are told above.
      return new Span("改动无法逐行对照。");
    }
  }
}
