package cn.sunshine.notice;

import cn.sunshine.policy.Packs;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
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
import org.springframework.data.domain.Page;

/** The running public notices, for everybody, by region (NT-9). */
@Route(value = NoticesPage.PATH, layout = PublicLayout.class)
@PageTitle("公示 · 阳光帮扶")
@AnonymousAllowed
class NoticesPage extends Div implements BeforeEnterObserver {

  static final String PATH = "notices";
  private static final int PAGE_SIZE = 20;

  private final transient Notices notices;
  private final transient Regions regions;
  private final RegionField region;
  private final Paragraph count = new Paragraph();
  private final UnorderedList list = new UnorderedList();
  private final Div below = new Div();
  private int pages;

  NoticesPage(Notices notices, Regions regions, Packs packs) {
    this.notices = notices;
    this.regions = regions;
    Paragraph english =
        new Paragraph(
            "Public notices. Anyone may raise an objection while a notice runs; no log-in needed.");
    english.getElement().setAttribute("lang", "en");
    english.addClassName("public-english");
    region =
        new RegionField(
            "查看哪个地区的公示 Region",
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
        new H1("正在进行的公示"),
        english,
        new Paragraph("拟纳入建档立卡低收入户的家庭在这里公示。对公示有异议的，任何人都可以在公示期内提出。"),
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
    Page<Notice> found = notices.running(chosen(), pages, PAGE_SIZE);
    pages++;
    found.forEach(notice -> list.add(new ListItem(card(notice))));
    String where =
        region.getOptionalValue().map(one -> regions.fullName(one.code())).orElse("全部地区");
    count.setText(where + "：" + Wording.number(found.getTotalElements()) + " 份公示");
    below.removeAll();
    if (found.getTotalElements() == 0) {
      below.add(new EmptyState("这里现在没有公示", "请选择上一级地区，或过几天再来看看。 No notices are running here."));
    } else if (found.hasNext()) {
      below.add(new Button("再看 " + PAGE_SIZE + " 份", event -> more()));
    }
    region
        .getOptionalValue()
        .filter(one -> one.level() == RegionLevel.VILLAGE)
        .flatMap(one -> one.codeAt(RegionLevel.TOWNSHIP))
        .ifPresent(
            township ->
                below.add(
                    new Paragraph(
                        new Anchor(
                            PATH + "?region=" + township,
                            "也看看" + regions.name(township) + "的全部公示，包括镇级公示"))));
  }

  private Anchor card(Notice notice) {
    Span who = new Span(notice.about());
    who.addClassName("notice-who");
    Div head = new Div(who, NoticeBadge.of(notice));
    head.addClassName("notice-line");
    Div where = new Div(regions.fullName(notice.region()) + " · " + notice.kind().chinese());
    Div until = new Div("公示至 " + Wording.deadline(notice.until()));
    until.addClassName("quiet");
    Anchor card = new Anchor(PATH + "/" + notice.id(), head, where, new Div(notice.title()), until);
    card.addClassName("notice-card");
    return card;
  }
}
