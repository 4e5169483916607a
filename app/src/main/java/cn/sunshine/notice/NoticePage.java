package cn.sunshine.notice;

import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.PublicLayout;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;

/** One public notice, and the way to object to it while it runs (NT-9). */
@Route(value = NoticesPage.PATH + "/:id", layout = PublicLayout.class)
@PageTitle("公示 · 阳光帮扶")
@AnonymousAllowed
class NoticePage extends Div implements BeforeEnterObserver {

  private final transient Notices notices;
  private final transient Regions regions;
  private final transient Clock clock;

  NoticePage(Notices notices, Regions regions, Clock clock) {
    this.notices = notices;
    this.regions = regions;
    this.clock = clock;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    try {
      show(notices.find(event.getRouteParameters().get("id").orElse("")));
    } catch (Refusal.NotFound gone) {
      add(new H1("没有找到这份公示"), new Paragraph(gone.sentence()), back());
    }
  }

  private void show(Notice notice) {
    Div head = new Div(new H1(notice.about() + " " + notice.title()));
    Panel facts =
        new Panel(
            new KeyValueList()
                .line("公示对象", notice.about())
                .line("内容", notice.summary())
                .line("地区", regions.fullName(notice.region()))
                .line("级别", notice.kind().chinese())
                .line("公示期", Wording.date(notice.publishedAt()) + " 起 " + notice.days() + " 天")
                .line("截止", Wording.deadline(notice.until()))
                .line("状态", NoticeBadge.of(notice)));
    add(back(), head, facts);
    if (notice.takesObjections(clock.instant())) {
      Panel form = new Panel(new H2("有异议？ Raise an objection"));
      form.add(
          new ObjectionForm(
              notices,
              notice,
              raised -> {
                form.removeAll();
                form.add(received(raised));
              }));
      add(form);
    } else {
      add(new Finding(Tone.STOPPED, "这份公示已经结束", new Div("公示期已过，不能再提出异议。 This notice has ended.")));
    }
  }

  private static Finding received(Objection raised) {
    Finding finding =
        new Finding(
            Tone.GOOD,
            "异议已收到",
            new Div("编号 " + raised.id() + "，" + Wording.dateTime(raised.raisedAt()) + " 收到。"),
            new Div("村（居）委会会进行复核；复核有结论之前，这件申请不会往下办理。"),
            new Div("Your objection has been received. The village committee will review it."));
    finding.getElement().setAttribute("role", "status");
    return finding;
  }

  private static Anchor back() {
    return new Anchor(NoticesPage.PATH, "← 全部公示");
  }
}
