package cn.sunshine.bidding;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tenders: notices and bids for anybody, openings for officials. */
@RestController
@RequestMapping("/api/v1/tenders")
class TenderController {

  private static final int LARGEST_PAGE = 200;

  private final Tenders tenders;
  private final BidBox box;
  private final Cases cases;
  private final Inbox inbox;
  private final Regions regions;
  private final CurrentActor currentActor;
  private final Clock clock;

  TenderController(
      Tenders tenders,
      BidBox box,
      Cases cases,
      Inbox inbox,
      Regions regions,
      CurrentActor currentActor,
      Clock clock) {
    this.tenders = tenders;
    this.box = box;
    this.cases = cases;
    this.inbox = inbox;
    this.regions = regions;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record TenderItem(
      String id,
      String caseId,
      String region,
      String regionName,
      int round,
      String title,
      String content,
      BigDecimal ceiling,
      String contact,
      Tender.State state,
      OffsetDateTime publishedAt,
      OffsetDateTime closesAt,
      Integer bidCount,
      OffsetDateTime openedAt,
      String winner,
      BigDecimal award) {}

  record TenderPage(List<TenderItem> items, long total) {}

  record BidReceipt(
      String id, String tenderId, String receipt, String digest, OffsetDateTime receivedAt) {}

  record BidItem(
      String id,
      String bidder,
      String bidderCode,
      BigDecimal amount,
      String note,
      OffsetDateTime receivedAt) {}

  record BidPage(List<BidItem> items, long total, List<String> openers) {}

  record OpeningConfirmed(String tenderId, List<String> openers, boolean complete) {}

  @GetMapping
  TenderPage list(
      @RequestParam(defaultValue = "") String region,
      @RequestParam Optional<String> state,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal.Invalid("page 从 0 开始，size 在 1 到 " + LARGEST_PAGE + " 之间。");
    }
    if (!region.isEmpty()) {
      regions.require(region);
    }
    Tenders.Page found =
        tenders.published(
            region, state.filter(text -> !text.isBlank()).map(TenderController::state), page, size);
    return new TenderPage(found.items().stream().map(this::item).toList(), found.total());
  }

  @GetMapping("/{id}")
  TenderItem show(@PathVariable String id) {
    return item(tenders.find(id));
  }

  @PostMapping("/{id}/bids")
  ResponseEntity<BidReceipt> bid(@PathVariable String id, @RequestBody NewBid bid) {
    BidBox.Receipt receipt = box.put(id, bid);
    return ResponseEntity.created(URI.create("/api/v1/tenders/" + id))
        .body(
            new BidReceipt(
                receipt.id(), id, receipt.receipt(), receipt.digest(), at(receipt.receivedAt())));
  }

  /** The bids after the opening, for those who may see the case. */
  @GetMapping("/{id}/bids")
  BidPage bids(@PathVariable String id) {
    Tender tender = tenders.find(id);
    cases.find(tender.caseId(), currentActor.require());
    List<BidItem> items =
        tenders.bids(tender).stream()
            .map(
                bid ->
                    new BidItem(
                        bid.id(),
                        bid.bidder(),
                        bid.bidderCode(),
                        bid.amount(),
                        bid.note(),
                        at(bid.receivedAt())))
            .toList();
    return new BidPage(items, items.size(), openers(id));
  }

  /** Confirms the opening: the same as approving one's own opening task. */
  @PostMapping("/{id}/openings")
  OpeningConfirmed open(@PathVariable String id) {
    Actor actor = currentActor.require();
    Tender tender = tenders.find(id);
    cases.find(tender.caseId(), actor);
    tenders.requireHour(tender);
    Task task =
        inbox.ofCase(tender.caseId()).stream()
            .filter(open -> open.state() == Task.State.OPEN)
            .filter(open -> open.taskType().startsWith("bid-opening"))
            .filter(
                open ->
                    open.candidates()
                        .filter(office -> actor.holdsAt(office.role(), office.region()))
                        .isPresent())
            .findFirst()
            .orElseThrow(() -> new Refusal.Conflict("现在没有需要您确认的开标：投标不足规定家数、已经开标，或者您不是本次的开标人。"));
    inbox.decide(task.getId(), new Decision(Decision.APPROVE, "", Map.of()), actor);
    List<String> openers = openers(id);
    return new OpeningConfirmed(id, openers, openers.size() >= Tenders.OPENERS);
  }

  private List<String> openers(String id) {
    return tenders.openers(id).stream().map(Tenders.Opener::name).toList();
  }

  private TenderItem item(Tender tender) {
    boolean decided = tender.state() == Tender.State.AWARDED;
    return new TenderItem(
        tender.id(),
        tender.caseId(),
        tender.region(),
        regions.fullName(tender.region()),
        tender.round(),
        tender.title(),
        tender.content(),
        tender.ceiling(),
        tender.contact(),
        tender.state(),
        tender.publishedAt().map(this::at).orElse(null),
        tender.closesAt().map(this::at).orElse(null),
        tender.bidCount().orElse(null),
        tender.openedAt().map(this::at).orElse(null),
        decided ? tender.winner().orElse(null) : null,
        decided ? tender.award().orElse(null) : null);
  }

  private static Tender.State state(String text) {
    return Arrays.stream(Tender.State.values())
        .filter(state -> state.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("state 只能是 OPEN、CLOSED、OPENED、AWARDED 或 FAILED。"));
  }

  private OffsetDateTime at(Instant instant) {
    return instant.atZone(clock.getZone()).toOffsetDateTime();
  }
}
