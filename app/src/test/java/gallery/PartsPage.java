package gallery;

import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.ExcelDownload;
import cn.sunshine.shell.FieldTexts;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.KeyCommands;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.ReasonDialog;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Timeline;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

@Route("")
@Menu(title = "待办", order = 1)
@PageTitle("待办 · 阳光帮扶")
@PermitAll
class PartsPage extends Page {

  record Household(String head, String place, BigDecimal income, LocalDate since) {}

  static final List<Household> HOUSEHOLDS =
      List.of(
          new Household("张建国", "西亭镇 草庙村", new BigDecimal("6420.00"), LocalDate.of(2026, 10, 28)),
          new Household("李秀兰", "二甲镇 余北居", new BigDecimal("5180.5"), LocalDate.of(2026, 10, 30)),
          new Household("王德明", "金沙街道 进鲜港社区", new BigDecimal("7000"), LocalDate.of(2026, 11, 2)));

  PartsPage() {
    super("张建国户 申请纳入建档立卡");
    besideTitle(new StateBadge(Tone.GOOD, "还剩 4 个工作日"));
    Button reject =
        new Button(
            "不同意",
            event ->
                new ReasonDialog(
                        "不同意纳入？", "案件将就此结束，申请人会收到理由。", "不同意", reason -> Toast.done("已记录：" + reason))
                    .open());
    reject.addThemeVariants(ButtonVariant.LUMO_ERROR);
    Button approve = new Button("同意", event -> Toast.done("已同意，打开下一件。"));
    approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    addActions(
        new Button(
            "拒绝",
            event -> {
              throw new Refusal.Conflict("这件事刚刚已由郁敏办理，请刷新列表。");
            }),
        new Button(
            "出错",
            event -> {
              throw new IllegalStateException("gallery");
            }),
        reject,
        approve);

    Div badges =
        new Div(
            new StateBadge(Tone.GOOD, "还剩 4 个工作日"),
            new StateBadge(Tone.WARNING, "今天 24:00 到期"),
            new StateBadge(Tone.BAD, "逾期 2 个工作日"),
            new StateBadge(Tone.STOPPED, "已暂停（待补正）"),
            new StateBadge(Tone.PLAIN, "不限时"),
            new StateBadge(Tone.GOOD, "已纳入"));
    badges.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "8px");
    KeyValueList facts =
        new KeyValueList()
            .line("户主", "张建国　" + Wording.maskedIdNumber("320612196501011217"))
            .line("电话", Wording.maskedPhone("13812345678"))
            .line("家庭年收入", Wording.yuan(new BigDecimal("19260")))
            .line("备注", "");
    Timeline timeline =
        new Timeline()
            .event(Tone.GOOD, "镇级公示结束", Instant.parse("2026-11-20T01:00:00Z"), "", "公示 7 天，无异议")
            .event(
                Tone.WARNING,
                "信息比对",
                Instant.parse("2026-11-12T01:14:00Z"),
                "",
                "车辆 1 条存疑；住房、公积金、社保无")
            .event(Tone.BAD, "村委会评议　退回", Instant.parse("2026-11-03T01:14:00Z"), "季成", "人口少填一人，请补正")
            .event(Tone.PLAIN, "申请", Instant.parse("2026-10-28T01:14:00Z"), "", "草庙村代为申请");
    Grid<Household> grid = new Grid<>();
    grid.addColumn(Household::head).setHeader("户主");
    grid.addColumn(Household::place).setHeader("地区");
    grid.addColumn(row -> Wording.yuan(row.income()))
        .setHeader("人均年收入")
        .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
    grid.addColumn(row -> Wording.date(row.since())).setHeader("申请日期");
    grid.setItems(HOUSEHOLDS);
    grid.setAllRowsVisible(true);
    ExcelDownload<Household> export =
        new ExcelDownload<>("低收入户.xlsx", "低收入户", HOUSEHOLDS::stream)
            .column("户主", 12, Household::head)
            .column("人均年收入（元）", 18, Household::income)
            .column("申请日期", 14, Household::since);
    Div typed = new Div();
    typed.setId("typed");
    add(
        new Panel(
            new Section("时限", badges),
            new Section(
                "规则结论 · 低收入户认定 第7版",
                new Finding(Tone.GOOD, "符合条件", new Div("人均年收入 6,420.00 元，不高于 7,000 元（NT-8）")),
                new Finding(Tone.WARNING, "1 项存疑，已核实", new Div("户主名下登记货车 1 辆（苏F·7K***）"))),
            new Section("家庭", facts)),
        new Panel(new Section("经过", timeline)),
        new Panel(new Section("低收入户", grid).withActions(export)),
        new Panel(
            new Section(
                "填写",
                new TextField("姓名"),
                FieldTexts.datePicker("申请日期"),
                new EmptyState("没有待办", "本组现在没有等待办理的事项。", new Button("看本组的")))),
        new KeyCommands()
            .on("j", "", () -> typed.setText("j"))
            .on("k", "上下", () -> typed.setText("k"))
            .on("c", "签收", () -> typed.setText("c")),
        typed);
    Stream.of(typed).forEach(div -> div.addClassName("quiet"));
  }
}
