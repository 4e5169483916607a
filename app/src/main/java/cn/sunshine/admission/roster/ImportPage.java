package cn.sunshine.admission.roster;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import cn.sunshine.spreadsheet.WorkbookDownload;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;

/** A township imports a sheet of applicants, watches it and looks at earlier ones. */
@Route(ImportPage.PATH)
@Menu(title = "表格导入", order = MenuGroup.WORK_FROM + 30)
@PageTitle("表格导入 · 阳光帮扶")
@RolesAllowed("township")
class ImportPage extends Page implements BeforeEnterObserver {

  static final String PATH = "import";
  private static final int EARLIER_RUNS = 100;

  private final transient ApplicantImports imports;
  private final transient Actor actor;
  private final Select<Region> township = new Select<>();
  private final RosterUpload upload;
  private final Div current = new Div();
  private final Grid<ImportRun> runs = new Grid<>();
  private Optional<RunPanel> shown = Optional.empty();

  ImportPage(ApplicantImports imports, CurrentActor currentActor, LiveUpdates updates) {
    super("表格导入");
    this.imports = imports;
    this.actor = currentActor.require();
    List<Region> mine = imports.townships(actor);
    township.setLabel("镇（街道）");
    township.setItems(mine);
    township.setItemLabelGenerator(Region::name);
    township.setVisible(mine.size() > 1);
    mine.stream().findFirst().ifPresent(township::setValue);

    upload = new RosterUpload(this::start);
    OrderedList steps =
        new OrderedList(
            new ListItem(
                new Span("下载模板："),
                new WorkbookDownload(
                    "申请人花名册模板.xlsx",
                    "下载模板",
                    out -> imports.writeTemplate(township.getValue().code(), actor, out))),
            new ListItem("每人一行填写，同一户的人连在一起，户序号相同；不要改动表头的列名。"),
            new ListItem("上传填好的表。填写正确的户会立即发起申请；有错误的户逐行列出，改正后再上传，已经发起的不会重复发起。"));
    steps.addClassName("steps");
    addRunColumns();
    add(
        new Panel(new Section("导入申请人", township, steps, upload)),
        current,
        new Panel(new Section("以前的导入", runs)));
    mine.forEach(one -> updates.listen(this, ImportLive.topic(one.code()), this::refresh));
  }

  private void addRunColumns() {
    runs.addColumn(run -> Wording.dateTime(run.startedAt())).setHeader("时间").setAutoWidth(true);
    runs.addColumn(ImportRun::fileName).setHeader("文件").setFlexGrow(3);
    runs.addColumn(ImportRun::total).setHeader("户数").setAutoWidth(true);
    runs.addColumn(ImportRun::started).setHeader("已发起").setAutoWidth(true);
    runs.addColumn(ImportRun::failed).setHeader("有错误").setAutoWidth(true);
    runs.addComponentColumn(run -> RunPanel.badge(run.state())).setHeader("状态").setAutoWidth(true);
    runs.addComponentColumn(run -> new Button("查看", event -> open(run.id())))
        .setHeader("")
        .setAutoWidth(true)
        .setFlexGrow(0);
    runs.setAllRowsVisible(true);
    runs.setSelectionMode(Grid.SelectionMode.NONE);
    runs.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    runs.setEmptyStateComponent(new EmptyState("还没有导入过", "下载模板，填好后上传。"));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    List<ImportRun> latest = refreshRuns();
    AddressBar.value(event.getLocation(), "run")
        .or(
            () ->
                latest.stream()
                    .filter(run -> run.state() == ImportRun.State.RUNNING)
                    .map(ImportRun::id)
                    .findFirst())
        .ifPresent(id -> show(imports.find(id, actor)));
  }

  private void start(String fileName, byte[] content) {
    try {
      ImportRun run =
          imports.start(
              township.getValue().code(), fileName, new ByteArrayInputStream(content), actor);
      open(run.id());
      refreshRuns();
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
    } catch (IOException broken) {
      Toast.problem("文件没有传完整，请重新上传。");
    }
  }

  private void open(String id) {
    show(imports.find(id, actor));
    AddressBar.show(this, PATH, Map.of("run", id));
  }

  private void show(ImportRun run) {
    RunPanel panel = new RunPanel(imports, run, actor);
    shown = Optional.of(panel);
    current.removeAll();
    current.add(panel);
  }

  private void refresh() {
    shown.ifPresent(RunPanel::refresh);
    refreshRuns();
  }

  private List<ImportRun> refreshRuns() {
    List<ImportRun> latest = imports.runs(PageRequest.of(0, EARLIER_RUNS), actor).getContent();
    runs.setItems(latest);
    upload.setBusy(latest.stream().anyMatch(run -> run.state() == ImportRun.State.RUNNING));
    return latest;
  }
}
