package cn.sunshine.bidding;

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

/** One tender notice, and the way to bid while it runs (NT-12). */
@Route(value = TendersPage.PATH + "/:id", layout = PublicLayout.class)
@PageTitle("招标公告 · 阳光帮扶")
@AnonymousAllowed
class TenderPage extends Div implements BeforeEnterObserver {

  private final transient Tenders tenders;
  private final transient BidBox box;
  private final transient Regions regions;
  private final transient Clock clock;

  TenderPage(Tenders tenders, BidBox box, Regions regions, Clock clock) {
    this.tenders = tenders;
    this.box = box;
    this.regions = regions;
    this.clock = clock;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    try {
      show(tenders.find(event.getRouteParameters().get("id").orElse("")));
    } catch (Refusal.NotFound gone) {
      add(new H1("没有找到这份招标公告"), new Paragraph(gone.sentence()), back());
    }
  }

  private void show(Tender tender) {
    KeyValueList facts =
        new KeyValueList()
            .line("内容和要求", tender.content())
            .line("地区", regions.fullName(tender.region()))
            .line("招标次数", "第 " + tender.round() + " 次")
            .line("控制价", Wording.yuan(tender.ceiling()))
            .line("截标并开标", tender.closesAt().map(Wording::dateTime).orElse(""))
            .line("联系", tender.contact())
            .line("状态", TenderBadge.of(tender));
    tender.bidCount().ifPresent(count -> facts.line("投标份数", count + " 份"));
    if (tender.state() == Tender.State.AWARDED) {
      facts.line(
          "中标", tender.winner().orElse("") + "　" + tender.award().map(Wording::yuan).orElse(""));
    }
    add(back(), new H1(tender.title()), new Panel(facts));
    if (tender.takesBids(clock.instant())) {
      Panel panel = new Panel(new H2("投标 Hand in a bid"));
      panel.add(
          new BidForm(
              box,
              tender,
              receipt -> {
                panel.removeAll();
                panel.add(received(receipt));
              }));
      add(panel);
    } else {
      add(new Finding(Tone.STOPPED, "投标已经截止", new Div("不再接收投标。 Bids are closed.")));
    }
  }

  private static Finding received(BidBox.Receipt receipt) {
    Finding finding =
        new Finding(
            Tone.GOOD,
            "投标已收到并密封",
            new Div("投标编号 " + receipt.id() + "，" + Wording.dateTime(receipt.receivedAt()) + " 收到。"),
            new Div("回执码 " + receipt.receipt() + "：截标前更换投标时要用，请抄下或截图，只显示这一次。"),
            new Div("Your bid has been sealed. Keep the receipt code."));
    finding.getElement().setAttribute("role", "status");
    return finding;
  }

  private static Anchor back() {
    return new Anchor(TendersPage.PATH, "← 全部招标公告");
  }
}
