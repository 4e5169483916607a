package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.LiveUpdates;
import cn.sunshine.shell.WallLayout;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The same figures on a big screen on the wall: dark, large, without navigation, live. */
@Route(value = Links.WALL, layout = WallLayout.class)
@PageTitle("时限看板 · 大屏 · 阳光帮扶")
@RolesAllowed({"township", "county", "finance", "department", "office", "discipline", "audit"})
class WallPage extends Main implements BeforeEnterObserver {

  private final transient Supervision supervision;
  private final transient Chains chains;
  private final transient Regions regions;
  private final transient Actor actor;
  private final Board board;
  private final H1 title = new H1();
  private final Span at = new Span();
  private final Anchor back = new Anchor("", "退出大屏");
  private transient String region = "";
  private transient Optional<String> process = Optional.empty();

  WallPage(
      Supervision supervision,
      Chains chains,
      Regions regions,
      Board board,
      CurrentActor currentActor,
      LiveUpdates live) {
    this.supervision = supervision;
    this.chains = chains;
    this.regions = regions;
    this.board = board;
    this.actor = currentActor.require();
    addClassName("wall-page");
    Div head = new Div(title, at, back);
    head.addClassName("wall-head");
    add(head, board);
    live.listen(this, SupervisionLive.TOPIC, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    region =
        AddressBar.value(event.getLocation(), "region")
            .filter(code -> regions.find(code).isPresent())
            .orElseGet(() -> supervision.regions(actor).getFirst());
    process = AddressBar.value(event.getLocation(), "process");
    title.setText(
        regions.name(region)
            + process.map(id -> " " + chains.title(region, id)).orElse("")
            + " 时限看板");
    back.setHref(new Links(region, process).area(region));
    refresh();
  }

  private void refresh() {
    Figures figures = supervision.figures(region, process, actor);
    at.setText("截至 " + Wording.dateTime(figures.at()));
    board.show(figures, actor);
  }
}
