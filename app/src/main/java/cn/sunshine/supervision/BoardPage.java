package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.RegionField;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The supervisors' page: the figures of a region, live, from the city down to a village. */
@Route(Links.BOARD)
@Menu(title = "时限看板", order = MenuGroup.SUPERVISION_FROM + 10)
@PageTitle("时限看板 · 阳光帮扶")
@RolesAllowed({"township", "county", "finance", "department", "office", "discipline", "audit"})
class BoardPage extends Page implements BeforeEnterObserver {

  private final transient Supervision supervision;
  private final transient Chains chains;
  private final transient Regions regions;
  private final transient Actor actor;
  private final Board board;
  private final RegionField region;
  private final Select<String> chain = new Select<>();
  private final Div trail = new Div();
  private final Anchor wall = new Anchor("", VaadinIcon.EXPAND_FULL.create(), new Span("大屏"));
  private transient String shownRegion = "";

  BoardPage(
      Supervision supervision,
      Chains chains,
      Regions regions,
      Board board,
      CurrentActor currentActor,
      LiveUpdates live) {
    super("时限看板");
    this.supervision = supervision;
    this.chains = chains;
    this.regions = regions;
    this.board = board;
    this.actor = currentActor.require();
    region = new RegionField("地区", regions, supervision.regions(actor));
    region.addValueChangeListener(event -> filtered(event.isFromClient()));
    chain.setLabel("流程");
    chain.setEmptySelectionAllowed(true);
    chain.setEmptySelectionCaption("全部流程");
    chain.setItemLabelGenerator(id -> id == null ? "全部流程" : chains.title(shownRegion, id));
    chain.addValueChangeListener(event -> filtered(event.isFromClient()));
    trail.addClassName("trail");
    wall.addClassName("excel-download");
    addActions(wall, BoardDownload.link(this::figures, regions, chains));
    add(new FilterBar(region, chain), trail, board);
    live.listen(this, SupervisionLive.TOPIC, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    List<String> own = supervision.regions(actor);
    shownRegion =
        AddressBar.value(event.getLocation(), "region")
            .filter(code -> regions.find(code).isPresent())
            .orElseGet(own::getFirst);
    region.choose(shownRegion);
    offerChains(AddressBar.value(event.getLocation(), "process"));
    refresh();
  }

  /** The chains that can be started in the region, and one that is asked for. */
  private void offerChains(Optional<String> asked) {
    List<String> ids = chains.startable(shownRegion);
    chain.setItems(ids);
    chain.setValue(asked.filter(ids::contains).orElse(null));
  }

  private void filtered(boolean byPerson) {
    if (!byPerson) {
      return;
    }
    shownRegion =
        region
            .getOptionalValue()
            .map(Region::code)
            .orElseGet(() -> supervision.regions(actor).getFirst());
    Optional<String> process = chain.getOptionalValue();
    offerChains(process);
    AddressBar.show(
        this, Links.BOARD, Map.of("region", shownRegion, "process", process.orElse("")));
    refresh();
  }

  private Figures figures() {
    return supervision.figures(shownRegion, chain.getOptionalValue(), actor);
  }

  private void refresh() {
    Figures figures = figures();
    Links links = new Links(shownRegion, figures.process());
    wall.setHref(links.wall());
    showTrail(links);
    board.show(figures, actor);
  }

  /** The way back up: 南通市 › 通州区 › 东社镇. */
  private void showTrail(Links links) {
    trail.removeAll();
    String root =
        supervision.regions(actor).stream().filter(shownRegion::startsWith).findFirst().orElse("");
    for (Region above : regions.path(shownRegion)) {
      if (above.code().length() < root.length()) {
        continue;
      }
      if (trail.getComponentCount() > 0) {
        trail.add(new Span("›"));
      }
      trail.add(
          above.code().equals(shownRegion)
              ? new Span(above.name())
              : new Anchor(links.area(above.code()), above.name()));
    }
    Span model = new Span(chain.getOptionalValue().map(this::title).orElse("全部流程"));
    model.addClassName("quiet");
    trail.add(model);
  }

  private String title(String process) {
    return chains.model(shownRegion, process).map(ProcessModel::name).orElse(process);
  }
}
