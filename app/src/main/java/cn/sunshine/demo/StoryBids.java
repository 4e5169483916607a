package cn.sunshine.demo;

import cn.sunshine.bidding.BidBox;
import cn.sunshine.bidding.NewBid;
import cn.sunshine.bidding.Tender;
import cn.sunshine.bidding.Tenders;
import cn.sunshine.clock.StoryClock;
import cn.sunshine.demo.Story.Scene;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invented firms that bid for the tenders of stories, sealed as every bid is. */
@DemoComponent
class StoryBids {

  private static final Duration BETWEEN = Duration.ofHours(19);

  /** What they offer, in parts of the ceiling. */
  private static final List<BigDecimal> OFFERS =
      List.of(
          new BigDecimal("0.9713"),
          new BigDecimal("0.9364"),
          new BigDecimal("0.9528"),
          new BigDecimal("0.9877"));

  private static final List<String> FIRMS =
      List.of("江海建设工程有限公司", "惠农设施科技有限公司", "长江市政园林有限公司", "通达建筑安装有限公司");

  private final BidBox box;
  private final Tenders tenders;
  private final DemoStore store;
  private final StoryBook book;
  private final StoryTimes times;
  private final StoryClock storyClock;
  private final Clock clock;

  StoryBids(
      BidBox box,
      Tenders tenders,
      DemoStore store,
      StoryBook book,
      StoryTimes times,
      StoryClock storyClock,
      Clock clock) {
    this.box = box;
    this.tenders = tenders;
    this.store = store;
    this.book = book;
    this.times = times;
    this.storyClock = storyClock;
    this.clock = clock;
  }

  /**
   * When the last bid for the tender of a case comes in; empty while it is not published. A tender
   * of the past has closed by then, with its bids.
   */
  Optional<Instant> lastAt(String caseId) {
    return tenders
        .latest(caseId)
        .filter(tender -> tender.publishedAt().isPresent())
        .filter(tender -> tender.state() != Tender.State.OPEN || isStillOpen(tender))
        .map(
            tender ->
                isStillOpen(tender) ? at(tender, bidders(caseId)) : times.of(caseId).orElseThrow());
  }

  /** Puts in the bids of a tender that takes them, each at its hour. */
  void take(String caseId) {
    Tender tender = tenders.latest(caseId).orElseThrow();
    if (tender.state() == Tender.State.OPEN) {
      for (int n = 0; n < bidders(caseId); n++) {
        NewBid bid = bid(tender, n);
        storyClock.at(at(tender, n + 1), () -> box.put(tender.id(), bid));
      }
    }
  }

  private boolean isStillOpen(Tender tender) {
    return tender.state() == Tender.State.OPEN
        && clock.instant().isBefore(tender.closesAt().orElseThrow());
  }

  private static Instant at(Tender tender, int bids) {
    return tender.publishedAt().orElseThrow().plus(BETWEEN.multipliedBy(bids));
  }

  private NewBid bid(Tender tender, int n) {
    return new NewBid(
        FIRMS.get(n) + "（演示）",
        "91320600DEMO%06d".formatted(n + 1),
        tender.ceiling().multiply(OFFERS.get(n)).setScale(2, RoundingMode.HALF_UP),
        "演示数据：按招标文件要求报价，工期和质量响应招标文件。",
        "");
  }

  private int bidders(String caseId) {
    DemoStore.Progress progress =
        store.progress().values().stream()
            .filter(one -> one.caseId().equals(caseId))
            .findFirst()
            .orElseThrow();
    List<Scene> scenes =
        book.stories().stream()
            .filter(story -> story.key().equals(progress.story()))
            .findFirst()
            .orElseThrow()
            .scenes();
    return scenes.subList(progress.scene(), scenes.size()).stream()
        .filter(Scene.TakesBids.class::isInstance)
        .map(scene -> ((Scene.TakesBids) scene).bidders())
        .findFirst()
        .orElse(0);
  }
}
