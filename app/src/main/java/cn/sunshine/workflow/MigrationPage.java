package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.processes.ModelMove.Way;
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
      "任务、签收人和办理期限都不变。停在办理环节的案件可以改用；正在公示、比对等子流程里的，" + "等这一段办完回到本流程以后可以改用，在那以前按原来的版本办理。";

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
    besideTitle(new Span(listing.title() + "　现行第 " + listing.version() + " 版"));
    content.removeAll();
    content.add(new Paragraph(LIMITS));
    if (listing.cases().isEmpty()) {
      move.setVisible(false);
      content.add(new Panel(new EmptyState("没有按以前的版本办的案件", "在办案件都已按现行流程办理。")));
      return;
    }
    Grid<Migrations.Behind> grid = grid(listing);
    move.setVisible(migrations.mayMove(pack, actor));
    choose(List.of());
    content.add(new Panel(grid));
    if (listing.more() > 0) {
      content.add(new Paragraph("另有 " + listing.more() + " 件没有列出，这些办完或改用以后会列出。"));
    }
  }

  private Grid<Migrations.Behind> grid(Migrations.Listing listing) {
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
    grid.addColumn(row -> version(listing, row))
        .setHeader("现在的版本")
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(row -> String.join("、", row.standsAt()))
        .setHeader("停在")
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(row -> verdict(row.way())).setHeader("能否改用").setFlexGrow(3);
    grid.setItems(listing.cases());
    return grid;
  }

  private static String version(Migrations.Listing listing, Migrations.Behind row) {
    String version = "第 " + row.version() + " 版";
    return row.model().equals(listing.model()) ? version : "各地共用流程" + version;
  }

  private static Component verdict(Way way) {
    return switch (way) {
      case Way.Migration migration -> verdict(Tone.GOOD, "可以改用", List.of("由流程引擎的迁移命令移到新版。"));
      case Way.Restart restart ->
          verdict(
              Tone.GOOD, "可以改用", List.of("在停着的环节按新版接着办：原来的流程实例结束，新的从这里开始。", notByCommand(restart)));
      case Way.None none -> verdict(Tone.STOPPED, "现在不能改用", none.reasons());
    };
  }

  private static String notByCommand(Way.Restart restart) {
    return "不用迁移命令，因为" + restart.because().getFirst();
  }

  private static Component verdict(Tone tone, String words, List<String> reasons) {
    Div verdict = new Div(new StateBadge(tone, words));
    reasons.stream().map(Div::new).forEach(verdict::add);
    return verdict;
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
