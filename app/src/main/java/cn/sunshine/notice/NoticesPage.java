package cn.sunshine.notice;

import cn.sunshine.policy.Packs;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.PublicLayout;
import cn.sunshine.shell.PublicListPage;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.springframework.data.domain.Page;

/** The running public notices, for everybody, by region (NT-9). */
@Route(value = NoticesPage.PATH, layout = PublicLayout.class)
@PageTitle("公示 · 阳光帮扶")
@AnonymousAllowed
class NoticesPage extends PublicListPage {

  static final String PATH = "notices";
  private static final Words WORDS =
      new Words(
          "正在进行的公示",
          "Public notices. Anyone may raise an objection while a notice runs; no log-in needed.",
          "拟纳入建档立卡低收入户的家庭、拟实施的到户和村级项目、中标结果在这里公示。有异议的，任何人都可以在公示期内提出。",
          "查看哪个地区的公示 Region");

  private final transient Notices notices;
  private final transient Regions regions;

  NoticesPage(Notices notices, Regions regions, Packs packs) {
    super(
        PATH,
        WORDS,
        regions,
        packs.all().stream().map(pack -> pack.rootRegion()).sorted().toList());
    this.notices = notices;
    this.regions = regions;
  }

  @Override
  protected Cards cards(String region, int page, int size) {
    Page<Notice> found = notices.running(region, page, size);
    return new Cards(found.stream().map(this::card).toList(), found.getTotalElements());
  }

  @Override
  protected String counted(long total) {
    return Wording.number(total) + " 份公示";
  }

  @Override
  protected EmptyState nothing() {
    return new EmptyState("这里现在没有公示", "请选择上一级地区，或过几天再来看看。 No notices are running here.");
  }

  @Override
  protected Optional<Component> alsoFor(Region chosen) {
    return Optional.of(chosen)
        .filter(one -> one.level() == RegionLevel.VILLAGE)
        .flatMap(one -> one.codeAt(RegionLevel.TOWNSHIP))
        .map(
            township ->
                new Paragraph(
                    new Anchor(
                        PATH + "?region=" + township,
                        "也看看" + regions.name(township) + "的全部公示，包括镇级公示")));
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
