package cn.sunshine.bidding;

import cn.sunshine.policy.Packs;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.PublicLayout;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.Optional;

/** The tender notices, for everybody, by region; those that take bids first (NT-12). */
@Route(value = TendersPage.PATH, layout = PublicLayout.class)
@PageTitle("招标公告 · 阳光帮扶")
@AnonymousAllowed
class TendersPage extends Div implements BeforeEnterObserver {

  static final String PATH = "tenders";
  private static final int PAGE_SIZE = 20;

  private final transient Tenders tenders;
  private final transient Regions regions;
  private final RegionField region;
  private final Paragraph count = new Paragraph();
  private final UnorderedList list = new UnorderedList();
  private final Div below = new Div();
  private int pages;

  TendersPage(Tenders tenders, Regions regions, Packs packs) {
    this.tenders = tenders;
    this.regions = regions;
    Paragraph english =
        new Paragraph("Tender notices. Anyone may hand in a sealed bid; no log-in needed.");
    english.getElement().setAttribute("lang", "en");
    english.addClassName("public-english");
    region =
        new RegionField(
            "查看哪个地区的招标 Region",
            regions,
            packs.all().stream().map(pack -> pack.rootRegion()).sorted().toList());
    region.setPlaceholder("输入县、镇或村的名称");
    region.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            AddressBar.show(this, PATH, Map.of("region", chosen()));
            show();
          }
        });
    count.getElement().setAttribute("role", "status");
    list.addClassName("notice-list");
    add(
        new H1("招标公告"),
        english,
        new Paragraph("投标加密保存，到截标时间由两人同时开标，在此之前任何人都看不到内容。"),
        region,
        count,
        list,
        below);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    AddressBar.value(event.getLocation(), "region").ifPresentOrElse(region::choose, region::clear);
    show();
  }

  private String chosen() {
    return region.getOptionalValue().map(Region::code).orElse("");
  }

  private void show() {
    pages = 0;
    list.removeAll();
    more();
  }

  private void more() {
    Tenders.Page found = tenders.published(chosen(), Optional.empty(), pages, PAGE_SIZE);
    pages++;
    found.items().forEach(tender -> list.add(new ListItem(card(tender))));
    String where =
        region.getOptionalValue().map(one -> regions.fullName(one.code())).orElse("全部地区");
    count.setText(where + "：" + Wording.number(found.total()) + " 份招标公告");
    below.removeAll();
    if (found.total() == 0) {
      below.add(new EmptyState("这里现在没有招标公告", "请选择上一级地区，或过几天再来看看。 No tenders here."));
    } else if ((long) pages * PAGE_SIZE < found.total()) {
      below.add(new Button("再看 " + PAGE_SIZE + " 份", event -> more()));
    }
  }

  private Anchor card(Tender tender) {
    Span what = new Span(tender.title());
    what.addClassName("notice-who");
    Div head = new Div(what, TenderBadge.of(tender));
    head.addClassName("notice-line");
    Div until = new Div(tender.closesAt().map(at -> "截标 " + Wording.dateTime(at)).orElse(""));
    until.addClassName("quiet");
    Anchor card =
        new Anchor(
            PATH + "/" + tender.id(),
            head,
            new Div(regions.fullName(tender.region()) + " · 第 " + tender.round() + " 次招标"),
            new Div("控制价 " + Wording.yuan(tender.ceiling())),
            until);
    card.addClassName("notice-card");
    return card;
  }
}
