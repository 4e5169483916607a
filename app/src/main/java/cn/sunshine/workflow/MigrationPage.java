package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.ReasonDialog;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/**
 * The running cases that a newer version of their workflow has overtaken: which of them can go on
 * by it, why the others cannot, and the move itself for those who approve.
 */
@Route("policy/migration")
@PageTitle("在办案件改用新版流程 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class MigrationPage extends Page implements BeforeEnterObserver {

  private static final String LIMITS =
      "流程引擎（Zeebe 8.5）不能移动的案件，按原来的版本办到结束：流程里有“撤回”之类事件子流程的，"
          + "停在带期限定时器的办理环节的，停在等待事件、先到先办或多人分别办理的环节的。"
          + "案件调用的流程（如公示、诉求办理）在它自己的版本上继续。";

  private final transient Migrations migrations;
  private final transient Regions regions;
  private final transient Actor actor;
  private final Div content = new Div();
  private final Button move = new Button("改用新版", event -> ask());
  private transient List<String> chosen = List.of();
  private String pack = "";
  private String process = "";

  MigrationPage(Migrations migrations, Regions regions, CurrentActor currentActor) {
    super("在办案件改用新版流程");
    this.migrations = migrations;
    this.regions = regions;
    this.actor = currentActor.require();
    move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    addActions(move);
    add(content);
  }

  static String path(String pack, String process) {
    return "policy/migration?pack=" + pack + "&process=" + process;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pack = parameter(event, "pack");
    process = parameter(event, "process");
    draw();
  }

  private static String parameter(BeforeEnterEvent event, String name) {
    return AddressBar.value(event.getLocation(), name).orElse("");
  }

  private void draw() {
    Migrations.Listing listing = migrations.of(pack, process, actor);
    besideTitle(
        new Span(listing.title() + "　现行 " + listing.model() + " 第 " + listing.version() + " 版"));
    content.removeAll();
    content.add(new Paragraph(LIMITS));
    if (listing.cases().isEmpty()) {
      move.setVisible(false);
      content.add(new Panel(new EmptyState("没有按以前的版本办的案件", "在办案件都已按现行流程办理。")));
      return;
    }
    Grid<Migrations.Behind> grid = grid(listing.cases());
    move.setVisible(migrations.mayMove(pack, actor));
    choose(List.of());
    content.add(new Panel(grid));
    if (listing.more() > 0) {
      content.add(new Paragraph("另有 " + listing.more() + " 件没有列出，这些办完或改用以后会列出。"));
    }
  }

  private Grid<Migrations.Behind> grid(List<Migrations.Behind> behind) {
    Grid<Migrations.Behind> grid = new Grid<>();
    grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setAllRowsVisible(true);
    if (migrations.mayMove(pack, actor)) {
      grid.setSelectionMode(Grid.SelectionMode.MULTI);
      grid.setItemSelectableProvider(Migrations.Behind::isMovable);
      grid.addSelectionListener(
          event ->
              choose(event.getAllSelectedItems().stream().map(Migrations.Behind::caseId).toList()));
    } else {
      grid.setSelectionMode(Grid.SelectionMode.NONE);
    }
    grid.addColumn(Migrations.Behind::caseId).setHeader("案件").setAutoWidth(true).setFlexGrow(0);
    grid.addColumn(row -> regions.name(row.region())).setHeader("地区").setAutoWidth(true);
    grid.addColumn(row -> row.model() + " 第 " + row.version() + " 版")
        .setHeader("现在的版本")
        .setAutoWidth(true);
    grid.addColumn(row -> String.join("、", row.standsAt())).setHeader("停在").setAutoWidth(true);
    grid.addComponentColumn(MigrationPage::verdict).setHeader("能否改用").setFlexGrow(3);
    grid.setItems(behind);
    return grid;
  }

  private static Component verdict(Migrations.Behind row) {
    if (row.isMovable()) {
      return new StateBadge(Tone.GOOD, "可以改用");
    }
    Div reasons = new Div(new StateBadge(Tone.STOPPED, "不能改用"));
    row.obstacles().forEach(reason -> reasons.add(new Div(reason)));
    return reasons;
  }

  private void choose(List<String> caseIds) {
    chosen = caseIds;
    move.setEnabled(!caseIds.isEmpty());
  }

  private void ask() {
    List<String> caseIds = chosen;
    new ReasonDialog(
            "让 " + caseIds.size() + " 件在办案件改用新版流程？",
            "从现在停的环节起按现行流程办理，正在办的任务和期限不变。改用以后不能自动退回。",
            "改用新版",
            reason -> show(migrations.move(pack, process, caseIds, reason, actor)))
        .open();
  }

  private void show(List<Migrations.Moved> moved) {
    long done = moved.stream().filter(one -> one.refusal().isEmpty()).count();
    if (done > 0) {
      Toast.done(done + " 件案件已改用新版流程。");
    }
    moved.forEach(
        one -> one.refusal().ifPresent(why -> Toast.problem(one.caseId() + " 没有改用：" + why)));
    draw();
  }
}
