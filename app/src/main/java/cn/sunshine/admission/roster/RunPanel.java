package cn.sunshine.admission.roster;

import cn.sunshine.account.Actor;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.spreadsheet.WorkbookDownload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;

/** One import: how far it is, and what is wrong in which row. */
final class RunPanel extends Panel {

  private final transient ApplicantImports imports;
  private final transient Actor actor;
  private final String id;
  private final Div state = new Div();
  private final ProgressBar bar = new ProgressBar();
  private final Span counts = new Span();
  private final Button cancel = new Button("取消导入", event -> askToCancel());
  private final WorkbookDownload corrections;
  private final Checkbox onlyFaults = new Checkbox("只看有错误的");
  private final Grid<ImportedHousehold> rows = new Grid<>();

  RunPanel(ApplicantImports imports, ImportRun run, Actor actor) {
    this.imports = imports;
    this.actor = actor;
    this.id = run.id();
    corrections =
        new WorkbookDownload(
            "改正后再上传.xlsx", "下载错误表", out -> imports.writeCorrections(id, actor, out));
    bar.getElement().setAttribute("aria-label", "导入进度");
    counts.getElement().setAttribute("role", "status");
    Div progress = new Div(state, bar, counts, cancel);
    progress.addClassName("import-progress");
    onlyFaults.setValue(run.failed() > 0);
    onlyFaults.addValueChangeListener(event -> rows.getDataProvider().refreshAll());
    addColumns();
    rows.setItems(
        query ->
            imports
                .households(
                    id, wanted(), PageRequest.of(query.getPage(), query.getPageSize()), actor)
                .stream(),
        query ->
            (int) imports.households(id, wanted(), PageRequest.of(0, 1), actor).getTotalElements());
    rows.setHeight("22rem");
    rows.setSelectionMode(Grid.SelectionMode.NONE);
    rows.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    rows.setEmptyStateComponent(new EmptyState("没有错误", "这份表里没有需要改正的户。"));
    Section section = new Section(run.fileName(), progress);
    section.withActions(onlyFaults, corrections);
    if (!run.ignoredColumns().isEmpty()) {
      section.add(
          new Finding(
              Tone.WARNING,
              "有几列没有导入",
              new Div("模板里没有这些列：" + String.join("、", run.ignoredColumns()) + "。")));
    }
    section.add(rows);
    add(section);
    show(run);
  }

  private void addColumns() {
    rows.addColumn(ImportedHousehold::line).setHeader("行").setWidth("4rem").setFlexGrow(0);
    rows.addColumn(ImportedHousehold::headName).setHeader("户主").setWidth("7rem").setFlexGrow(0);
    rows.addColumn(ImportedHousehold::persons).setHeader("人口").setWidth("4.5rem").setFlexGrow(0);
    rows.addComponentColumn(household -> badge(household.state()))
        .setHeader("结果")
        .setWidth("8.5rem")
        .setFlexGrow(0);
    rows.addComponentColumn(RunPanel::outcome).setHeader("案件号或错误");
  }

  private static Component outcome(ImportedHousehold household) {
    Div lines = new Div();
    household.caseId().ifPresent(caseId -> lines.add(new Anchor("cases/" + caseId, caseId)));
    household
        .faults()
        .forEach(
            fault ->
                lines.add(
                    new Div(
                        "第 %d 行%s：%s"
                            .formatted(
                                fault.line(),
                                fault.column().isEmpty() ? "" : "“" + fault.column() + "”",
                                fault.message()))));
    return lines;
  }

  static StateBadge badge(ImportRun.State state) {
    return new StateBadge(
        switch (state) {
          case RUNNING -> Tone.PLAIN;
          case FINISHED -> Tone.GOOD;
          case CANCELLED -> Tone.STOPPED;
        },
        state.chinese());
  }

  private static StateBadge badge(ImportedHousehold.State state) {
    return new StateBadge(
        switch (state) {
          case WAITING -> Tone.PLAIN;
          case STARTED -> Tone.GOOD;
          case FAILED -> Tone.BAD;
        },
        state.chinese());
  }

  private Optional<ImportedHousehold.State> wanted() {
    return onlyFaults.getValue() ? Optional.of(ImportedHousehold.State.FAILED) : Optional.empty();
  }

  void refresh() {
    show(imports.find(id, actor));
    rows.getDataProvider().refreshAll();
  }

  private void show(ImportRun run) {
    boolean running = run.state() == ImportRun.State.RUNNING;
    state.removeAll();
    state.add(badge(run.state()));
    bar.setValue(run.progress());
    counts.setText(
        "共 %d 户：已发起 %d 户，有错误 %d 户%s"
            .formatted(
                run.total(),
                run.started(),
                run.failed(),
                run.done() < run.total() ? "，未处理 " + (run.total() - run.done()) + " 户" : ""));
    cancel.setVisible(running);
    corrections.setVisible(!running && run.remaining() > 0);
    if (!running && run.failed() == 0) {
      onlyFaults.setValue(false);
    }
  }

  private void askToCancel() {
    ConfirmDialog ask =
        new ConfirmDialog(
            "取消导入？",
            "已经发起的申请保留，其余的户可以改正后再上传。",
            "取消导入",
            confirmed -> {
              imports.cancel(id, actor);
              Toast.done("导入已取消。");
              refresh();
            });
    ask.setCancelable(true);
    ask.setCancelText("继续导入");
    ask.open();
  }
}
