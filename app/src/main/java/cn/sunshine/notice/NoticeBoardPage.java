package cn.sunshine.notice;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** The notices of an official's regions, with the objections to them. */
@Route(NoticeBoardPage.PATH)
@Menu(title = "公示", order = MenuGroup.WORK_FROM + 20)
@PageTitle("公示 · 阳光帮扶")
@RolesAllowed({
  "group",
  "village",
  "township",
  "county",
  "comparison",
  "office",
  "discipline",
  "audit",
  "department",
  "finance"
})
class NoticeBoardPage extends Page implements BeforeEnterObserver {

  static final String PATH = "notice-board";
  private static final String ENDED = "ended";

  private final transient NoticeBoard board;
  private final transient Actor actor;
  private final RegionField region;
  private final Select<NoticeBoard.Part> part = new Select<>();
  private final FilterBar filters;
  private final Grid<NoticeBoard.Entry> grid = new Grid<>();
  private final Div total = new Div();

  NoticeBoardPage(NoticeBoard board, Regions regions, CurrentActor currentActor) {
    super("公示");
    this.board = board;
    this.actor = currentActor.require();
    addClassName("list-page");
    Anchor open = new Anchor(NoticesPage.PATH, "打开群众看到的页面");
    open.setTarget(AnchorTarget.BLANK);
    addActions(open);
    part.setLabel("状态");
    part.setItems(NoticeBoard.Part.values());
    part.setItemLabelGenerator(NoticeBoard.Part::chinese);
    region = new RegionField("地区", regions, board.regions(actor));
    filters = new FilterBar(part, region).onReset(this::showAll);
    part.addValueChangeListener(event -> filtered(event.isFromClient()));
    region.addValueChangeListener(event -> filtered(event.isFromClient()));

    addColumns(regions);
    grid.setItems(
        query -> find(query.getPage(), query.getPageSize()).items().stream(),
        query -> (int) find(0, 1).total());
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    total.addClassName("list-total");
    Panel panel = new Panel(grid, total);
    panel.addClassName("list-panel");
    add(filters, panel);
  }

  private void addColumns(Regions regions) {
    grid.addComponentColumn(
            entry -> {
              Anchor link =
                  new Anchor(NoticesPage.PATH + "/" + entry.notice().id(), entry.notice().about());
              link.setTarget(AnchorTarget.BLANK);
              return link;
            })
        .setHeader("公示对象")
        .setWidth("7rem")
        .setFlexGrow(0);
    grid.addColumn(entry -> entry.notice().kind().chinese())
        .setHeader("级别")
        .setWidth("6.5rem")
        .setFlexGrow(0);
    grid.addColumn(entry -> regions.fullName(entry.notice().region()))
        .setHeader("地区")
        .setWidth("13rem");
    grid.addColumn(
            entry ->
                Wording.date(entry.notice().publishedAt()) + " 起 " + entry.notice().days() + " 天")
        .setHeader("公示期")
        .setWidth("11rem")
        .setFlexGrow(0);
    grid.addColumn(
            entry ->
                entry
                    .notice()
                    .endedAt()
                    .map(at -> Wording.dateTime(at) + " 结束")
                    .orElseGet(() -> "至 " + Wording.deadline(entry.notice().until())))
        .setHeader("截止")
        .setWidth("11.5rem")
        .setFlexGrow(0);
    grid.addComponentColumn(entry -> NoticeBadge.of(entry.notice()))
        .setHeader("状态")
        .setWidth("7.5rem")
        .setFlexGrow(0);
    grid.addComponentColumn(NoticeBoardPage::objections)
        .setHeader("异议")
        .setWidth("8.5rem")
        .setFlexGrow(0);
    grid.addComponentColumn(
            entry -> new Anchor("cases/" + entry.notice().caseId(), entry.notice().caseId()))
        .setHeader("案件")
        .setWidth("10.5rem")
        .setFlexGrow(0);
  }

  private static Component objections(NoticeBoard.Entry entry) {
    if (entry.objections() == 0) {
      return new Span("无");
    }
    return entry.open() == 0
        ? new Span(entry.objections() + " 条，已复核")
        : new StateBadge(Tone.WARNING, entry.open() + " 条待复核");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    part.setValue(
        AddressBar.value(event.getLocation(), "part").filter(ENDED::equals).isPresent()
            ? NoticeBoard.Part.ENDED
            : NoticeBoard.Part.RUNNING);
    AddressBar.value(event.getLocation(), "region").ifPresentOrElse(region::choose, region::clear);
    refresh();
  }

  private void showAll() {
    part.setValue(NoticeBoard.Part.RUNNING);
    region.clear();
    filtered(true);
  }

  private void filtered(boolean byHand) {
    if (byHand) {
      AddressBar.show(
          this,
          PATH,
          Map.of(
              "part",
              part.getValue() == NoticeBoard.Part.ENDED ? ENDED : "",
              "region",
              region.getOptionalValue().map(Region::code).orElse("")));
      refresh();
    }
  }

  private void refresh() {
    long found = find(0, 1).total();
    filters.showReset(!region.isEmpty());
    grid.setEmptyStateComponent(
        part.getValue() == NoticeBoard.Part.RUNNING
            ? new EmptyState("现在没有正在进行的公示", "案件进入村级或镇级公示后会显示在这里。")
            : new EmptyState("还没有结束的公示", "公示期满或停止后会显示在这里。"));
    total.setText("共 " + Wording.number(found) + " 份");
    grid.getDataProvider().refreshAll();
  }

  private NoticeBoard.Page find(int page, int size) {
    return board.find(
        part.getValue(), region.getOptionalValue().map(Region::code), page, size, actor);
  }
}
