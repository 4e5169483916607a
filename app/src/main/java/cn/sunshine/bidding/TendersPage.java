package cn.sunshine.bidding;

import cn.sunshine.policy.Packs;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.PublicLayout;
import cn.sunshine.shell.PublicListPage;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** The tender notices, for everybody, by region; those that take bids first (NT-12). */
@Route(value = TendersPage.PATH, layout = PublicLayout.class)
@PageTitle("招标公告 · 阳光帮扶")
@AnonymousAllowed
class TendersPage extends PublicListPage {

  static final String PATH = "tenders";
  private static final Words WORDS =
      new Words(
          "招标公告",
          "Tender notices. Anyone may hand in a sealed bid; no log-in needed.",
          "投标加密保存，到截标时间由两人同时开标，在此之前任何人都看不到内容。",
          "查看哪个地区的招标 Region");

  private final transient Tenders tenders;
  private final transient Regions regions;

  TendersPage(Tenders tenders, Regions regions, Packs packs) {
    super(
        PATH,
        WORDS,
        regions,
        packs.all().stream().map(pack -> pack.rootRegion()).sorted().toList());
    this.tenders = tenders;
    this.regions = regions;
  }

  @Override
  protected Cards cards(String region, int page, int size) {
    Tenders.Page found = tenders.published(region, Optional.empty(), page, size);
    return new Cards(found.items().stream().map(this::card).toList(), found.total());
  }

  @Override
  protected String counted(long total) {
    return Wording.number(total) + " 份招标公告";
  }

  @Override
  protected EmptyState nothing() {
    return new EmptyState("这里现在没有招标公告", "请选择上一级地区，或过几天再来看看。 No tenders here.");
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
