package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.policychange.Changes;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of the actor's packs, with their versions and the cases that run on them. */
@Route("policy/workflows")
@Menu(title = "流程", order = MenuGroup.POLICY_FROM + 3)
@PageTitle("流程 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class WorkflowsPage extends Page {

  /** On a phone the tables are moved sideways rather than their names cut off. */
  private static final String NAME_WIDTH = "12rem";

  WorkflowsPage(Workflows workflows, Changes changes, CurrentActor currentActor) {
    super("流程");
    Actor actor = currentActor.require();
    List<PolicyPack> packs = changes.packsOf(actor);
    if (packs.isEmpty()) {
      add(new Panel(new EmptyState("没有可以查看的流程", "流程由政策包所在地区的政策起草、政策审批人员管理。")));
    }
    packs.forEach(
        pack -> {
          add(new Panel(new Section(pack.title(), grid(workflows.of(pack.name(), actor)))));
          add(
              new Panel(
                  new Section("被上面的流程调用", parts(workflows.called(pack.name(), actor))),
                  new Section("系统自己用的流程，只能查看", parts(workflows.fixed(pack.name(), actor)))));
          add(
              new Panel(
                  new Section(
                      "表单",
                      forms(
                          pack.name(),
                          workflows.forms(pack.name(), actor),
                          workflows.formTitles(pack.name(), actor)))));
        });
  }

  private static Div forms(String pack, List<String> ids, Map<String, String> titles) {
    Div list = new Div();
    list.addClassName("form-names");
    ids.forEach(
        id -> {
          Anchor link = new Anchor(FormPage.path(pack, id), titles.getOrDefault(id, id));
          link.setTitle(id);
          list.add(link);
        });
    return list;
  }

  private static Grid<Workflows.Row> grid(List<Workflows.Row> rows) {
    Grid<Workflows.Row> grid = new Grid<>();
    compact(grid);
    grid.addComponentColumn(
            row -> new Anchor(WorkflowPage.path(row.pack(), row.process()), row.title()))
        .setHeader("名称")
        .setWidth(NAME_WIDTH)
        .setFlexGrow(2);
    grid.addColumn(Workflows.Row::process).setHeader("编号").setWidth("11rem").setFlexGrow(1);
    grid.addColumn(WorkflowsPage::version).setHeader("现行版本").setAutoWidth(true);
    grid.addColumn(Workflows.Row::running)
        .setHeader("在办案件")
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    grid.addComponentColumn(
            row ->
                new Anchor(
                    MigrationPage.path(row.pack(), row.process()),
                    Long.toString(row.runningOnEarlier())))
        .setHeader("其中按以前的版本办")
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    grid.setItems(rows);
    return grid;
  }

  /** With the versions of what it calls, where these are not the shipped ones. */
  private static String version(Workflows.Row row) {
    return Stream.concat(
            Stream.of("第 " + row.number() + " 版"),
            row.released().stream().map(part -> part.title() + "第 " + part.number() + " 版"))
        .collect(Collectors.joining("，"));
  }

  private static Grid<Workflows.Part> parts(List<Workflows.Part> parts) {
    Grid<Workflows.Part> grid = new Grid<>();
    compact(grid);
    grid.addComponentColumn(
            part -> new Anchor(WorkflowPage.path(part.pack(), part.process()), part.title()))
        .setHeader("名称")
        .setWidth(NAME_WIDTH)
        .setFlexGrow(2);
    grid.addColumn(Workflows.Part::process).setHeader("编号").setWidth("11rem").setFlexGrow(1);
    grid.addColumn(part -> "第 " + part.number() + " 版").setHeader("现行版本").setAutoWidth(true);
    grid.addColumn(part -> part.callers().isEmpty() ? "—" : String.join("、", part.callers()))
        .setHeader("由谁调用")
        .setWidth("14rem")
        .setFlexGrow(3)
        .setTooltipGenerator(part -> String.join("、", part.callers()));
    grid.setItems(parts);
    return grid;
  }

  private static void compact(Grid<?> grid) {
    grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_COMPACT);
    grid.setAllRowsVisible(true);
  }
}
