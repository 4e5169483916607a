package cn.sunshine.policychange;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.policychange.PolicyChange.State;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.Choice;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The changes of a place: drafts, what waits for approval or its day, and what became of others.
 */
@Route("policy/changes")
@Menu(title = "政策修改", order = MenuGroup.POLICY_FROM)
@PageTitle("政策修改 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class ChangesPage extends Page implements BeforeEnterObserver {

  private final transient Changes changes;
  private final transient Actor actor;
  private final Select<State> state = Choice.of("状态", State.values(), State::chinese);
  private final Grid<PolicyChange> grid = new Grid<>();
  private transient UnaryOperator<String> names = UnaryOperator.identity();

  ChangesPage(Changes changes, CurrentActor currentActor) {
    super("政策修改");
    this.changes = changes;
    this.actor = currentActor.require();
    addClassName("list-page");
    state.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            AddressBar.show(
                this,
                "policy/changes",
                state
                    .getOptionalValue()
                    .map(one -> java.util.Map.of("state", one.name()))
                    .orElse(java.util.Map.of()));
          }
          refresh();
        });
    grid.addComponentColumn(change -> new Anchor("policy/changes/" + change.id(), change.title()))
        .setHeader("标题")
        .setFlexGrow(3)
        .setWidth("16rem");
    grid.addColumn(PolicyChange::id)
        .setHeader("编号")
        .setWidth("5rem")
        .setFlexGrow(0)
        .setSortable(true);
    grid.addComponentColumn(change -> badge(change.state()))
        .setHeader("状态")
        .setWidth("10rem")
        .setFlexGrow(0);
    grid.addColumn(
            change ->
                change.items().stream()
                    .map(item -> changes.titleOf(item.artefact(change.pack())))
                    .collect(Collectors.joining("、")))
        .setHeader("改了什么")
        .setFlexGrow(4)
        .setWidth("16rem");
    grid.addColumn(PolicyChange::document).setHeader("依据").setFlexGrow(2).setWidth("10rem");
    grid.addColumn(change -> names.apply(change.author()))
        .setHeader("起草")
        .setWidth("11rem")
        .setFlexGrow(0);
    grid.addColumn(change -> Wording.dateTime(change.changedAt()))
        .setHeader("最近改动")
        .setWidth("11rem")
        .setFlexGrow(0)
        .setComparator(PolicyChange::changedAt);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setEmptyStateComponent(new EmptyState("没有政策修改", "在“参数”“决策表”“流程”页面改好一项，就会出现在这里。"));
    Panel panel = new Panel(grid);
    panel.addClassName("list-panel");
    add(new FilterBar(state), panel);
  }

  static StateBadge badge(State state) {
    Tone tone =
        switch (state) {
          case RELEASED -> Tone.GOOD;
          case SUBMITTED, APPROVED -> Tone.WARNING;
          case RETURNED -> Tone.BAD;
          case REFUSED, DISCARDED -> Tone.STOPPED;
          case DRAFT -> Tone.PLAIN;
        };
    return new StateBadge(tone, state.chinese());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    state.setValue(AddressBar.word(event.getLocation(), "state", State.values()).orElse(null));
    refresh();
  }

  private void refresh() {
    List<PolicyChange> shown =
        changes.of(actor).stream()
            .filter(change -> state.isEmpty() || change.state() == state.getValue())
            .toList();
    names = changes.namesOf(shown);
    grid.setItems(shown);
  }
}
