package cn.sunshine.bidding;

import cn.sunshine.account.Actor;
import cn.sunshine.account.PublicDeed;
import cn.sunshine.casework.CaseEnded;
import cn.sunshine.casework.Cases;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tenders from the draft to the award (NT-12, NT-13, JY-7). */
@Service
public class Tenders {

  /** How many persons have to confirm an opening. */
  static final int OPENERS = 2;

  /** Bids are taken until this hour of the last day. */
  private static final LocalTime CLOSING_HOUR = LocalTime.of(9, 30);

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final JdbcClient jdbc;
  private final KeyFolder keys;
  private final Cases cases;
  private final PublicDeed publicDeed;
  private final JsonMapper json;
  private final Clock clock;

  Tenders(
      JdbcClient jdbc,
      KeyFolder keys,
      Cases cases,
      PublicDeed publicDeed,
      JsonMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.cases = cases;
    this.publicDeed = publicDeed;
    this.json = json;
    this.clock = clock;
  }

  /** One page of tenders, and how many there are in all. */
  public record Page(List<Tender> items, long total) {}

  /** Who confirmed an opening. */
  public record Opener(String username, String name, Instant at) {}

  /**
   * The published tenders of a region, for everybody; those that take bids first.
   *
   * @param region the subtree to look in; empty for all
   */
  @Transactional(readOnly = true)
  public Page published(String region, Optional<Tender.State> state, int page, int size) {
    publicDeed.begin();
    String where =
        " from tender where state not in ('DRAFT', 'STOPPED') and region like ?"
            + " and (?::text is null or state = ?::text)";
    String wanted = state.map(Enum::name).orElse(null);
    List<Tender> items =
        jdbc.sql(
                "select *"
                    + where
                    + " order by (state = 'OPEN') desc, closes_at desc, id limit ? offset ?")
            .params(region + "%", wanted, wanted, size, page * size)
            .query(TenderRows::tender)
            .list();
    long total =
        jdbc.sql("select count(*)" + where)
            .params(region + "%", wanted, wanted)
            .query(Long.class)
            .single();
    return new Page(items, total);
  }

  /**
   * A published tender, for everybody.
   *
   * @throws Refusal.NotFound when there is none
   */
  @Transactional(readOnly = true)
  public Tender find(String id) {
    publicDeed.begin();
    return row(id)
        .filter(tender -> tender.state() != Tender.State.DRAFT)
        .orElseThrow(Tenders::none);
  }

  /** The tenders of a case, the first round first. */
  @Transactional(readOnly = true)
  public List<Tender> ofCase(String caseId) {
    return jdbc.sql("select * from tender where case_id = ? order by round")
        .param(caseId)
        .query(TenderRows::tender)
        .list();
  }

  /** The tender of a case that was begun last. */
  @Transactional(readOnly = true)
  public Optional<Tender> latest(String caseId) {
    return ofCase(caseId).stream().reduce((first, second) -> second);
  }

  /**
   * The bids of a tender that has been opened, the lowest first.
   *
   * @throws Refusal.Conflict before the opening: nobody reads bids then
   */
  @Transactional(readOnly = true)
  public List<Bid> bids(Tender tender) {
    if (tender.openedAt().isEmpty()) {
      throw new Refusal.Conflict(
          "开标以前任何人都不能查看投标内容"
              + tender.closesAt().map(at -> "（" + words(at) + " 截标并开标）").orElse("")
              + "。");
    }
    return jdbc.sql(
            "select * from sealed_bid where tender_id = ? and replaced_at is null"
                + " and amount is not null order by amount, id")
        .param(tender.id())
        .query(TenderRows::bid)
        .list();
  }

  @Transactional(readOnly = true)
  public List<Opener> openers(String tenderId) {
    return jdbc.sql("select * from tender_opening where tender_id = ? order by at")
        .param(tenderId)
        .query(
            (row, n) ->
                new Opener(
                    row.getString("username"),
                    row.getString("name"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Writes the tender document of the next round; an unpublished draft is written anew. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void draft(String caseId, String region, TenderDraft draft) {
    jdbc.sql("delete from tender where case_id = ? and state = 'DRAFT'").param(caseId).update();
    int round = ofCase(caseId).size() + 1;
    jdbc.sql(
            "insert into tender (id, case_id, region, round, title, content, ceiling, days,"
                + " contact, state, bids_least, drafted_at) values (?,?,?,?,?,?,?,?,?,'DRAFT',?,?)")
        .params(
            "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 16),
            caseId,
            region,
            round,
            draft.title(),
            draft.content(),
            draft.ceiling(),
            draft.days(),
            draft.contact(),
            draft.bidsLeast(),
            now())
        .update();
  }

  /** Publishes the draft of a case and makes its key; published before, it is answered as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  Tender publish(String caseId) {
    Tender tender = latest(caseId).orElseThrow();
    if (tender.state() != Tender.State.DRAFT) {
      return tender;
    }
    BidSeal.Keys made = BidSeal.newKeys(tender.id());
    keys.keep(tender.id(), made.secondHalf());
    int days =
        jdbc.sql("select days from tender where id = ?")
            .param(tender.id())
            .query(Integer.class)
            .single();
    Instant closes =
        clock
            .instant()
            .atZone(clock.getZone())
            .toLocalDate()
            .plusDays(days)
            .atTime(CLOSING_HOUR)
            .atZone(clock.getZone())
            .toInstant();
    jdbc.sql(
            "update tender set state = 'OPEN', published_at = ?, closes_at = ?, public_key = ?,"
                + " locked_key = ?, key_half = ? where id = ?")
        .params(
            now(),
            closes.atOffset(ZoneOffset.UTC),
            made.publicKey(),
            made.lockedKey(),
            made.firstHalf(),
            tender.id())
        .update();
    cases.note(
        caseId,
        Actor.SYSTEM.username(),
        "tender-published",
        "第 " + tender.round() + " 次招标，" + words(closes) + " 截标",
        Map.of("tender", tender.id(), "until", closes.toString()));
    return row(tender.id()).orElseThrow();
  }

  /** Closes a tender after its hour and counts the bids, unread. */
  @Transactional(propagation = Propagation.MANDATORY)
  Tender close(String caseId) {
    Tender tender = latest(caseId).orElseThrow();
    if (tender.state() == Tender.State.OPEN) {
      int count =
          jdbc.sql("select count(*) from sealed_bid where tender_id = ? and replaced_at is null")
              .param(tender.id())
              .query(Integer.class)
              .single();
      Tender.State next = count < tender.bidsLeast() ? Tender.State.FAILED : Tender.State.CLOSED;
      jdbc.sql("update tender set state = ?, bid_count = ? where id = ?")
          .params(next.name(), count, tender.id())
          .update();
      cases.note(
          caseId,
          Actor.SYSTEM.username(),
          next == Tender.State.FAILED ? "tender-failed" : "tender-closed",
          "收到 " + count + " 份投标，规定不少于 " + tender.bidsLeast() + " 家",
          Map.of("tender", tender.id(), "bids", count));
    }
    return row(tender.id()).orElseThrow();
  }

  /**
   * Somebody confirms the opening.
   *
   * @throws Refusal.Conflict before the hour, or when the same person has confirmed already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirmOpening(Tender tender, Actor actor) {
    requireHour(tender);
    if (openers(tender.id()).stream()
        .anyMatch(opener -> opener.username().equals(actor.username()))) {
      throw new Refusal.Conflict("开标须由两个人分别确认，您已经确认过了，请另一位开标人确认。");
    }
    jdbc.sql(
            "insert into tender_opening (tender_id, region, username, name, at) values (?,?,?,?,?)")
        .params(tender.id(), tender.region(), actor.username(), actor.displayName(), now())
        .update();
  }

  /**
   * @throws Refusal.Conflict when the hour of the opening has not come
   */
  public void requireHour(Tender tender) {
    Instant closes = tender.closesAt().orElseThrow(Tenders::none);
    if (clock.instant().isBefore(closes)) {
      throw new Refusal.Conflict("未到开标时间：" + words(closes) + " 以前任何人都不能开标，投标保持密封。");
    }
  }

  /** Opens all bids once two persons have confirmed it after the hour. */
  @Transactional(propagation = Propagation.MANDATORY)
  Tender open(String caseId) {
    Tender tender = latest(caseId).orElseThrow();
    if (tender.openedAt().isPresent()) {
      return tender;
    }
    requireHour(tender);
    List<Opener> openers = openers(tender.id());
    if (openers.size() < OPENERS) {
      throw new IllegalStateException("tender " + tender.id() + " has too few openers");
    }
    PrivateKey key = unlock(tender.id());
    record Sealed(String id, byte[] content) {}
    List<Sealed> bids =
        jdbc.sql("select id, sealed from sealed_bid where tender_id = ? and replaced_at is null")
            .param(tender.id())
            .query((row, n) -> new Sealed(row.getString("id"), row.getBytes("sealed")))
            .list();
    for (Sealed bid : bids) {
      NewBid plain = json.readValue(BidSeal.open(key, bid.content(), tender.id()), NewBid.class);
      jdbc.sql(
              "update sealed_bid set bidder = ?, bidder_code = ?, amount = ?, note = ? where id ="
                  + " ?")
          .params(plain.bidder(), plain.bidderCode(), plain.amount(), plain.note(), bid.id())
          .update();
    }
    jdbc.sql("update tender set state = 'OPENED', opened_at = ? where id = ?")
        .params(now(), tender.id())
        .update();
    cases.note(
        caseId,
        Actor.SYSTEM.username(),
        "bids-opened",
        "开标人：" + openers.stream().map(Opener::name).reduce((a, b) -> a + "、" + b).orElse(""),
        Map.of("tender", tender.id(), "bids", bids.size()));
    return row(tender.id()).orElseThrow();
  }

  /** Names the winner, by evaluation or negotiation. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void propose(Tender tender, String winner, String code, BigDecimal amount) {
    if (amount.compareTo(tender.ceiling()) > 0) {
      throw new Refusal.Invalid(
          "金额 "
              + amount.toPlainString()
              + " 元高于控制价 "
              + tender.ceiling().toPlainString()
              + " 元，不能中标。");
    }
    jdbc.sql("update tender set winner = ?, winner_code = ?, award = ? where id = ?")
        .params(winner, code, amount, tender.id())
        .update();
  }

  /** The tender came to nothing although bids were opened. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fail(Tender tender) {
    jdbc.sql("update tender set state = 'FAILED', winner = null, award = null where id = ?")
        .param(tender.id())
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void award(Tender tender) {
    jdbc.sql("update tender set state = 'AWARDED' where id = ?").param(tender.id()).update();
  }

  @EventListener
  void onCaseEnded(CaseEnded ended) {
    jdbc.sql(
            "update tender set state = 'STOPPED' where case_id = ? and state in ('OPEN', 'CLOSED',"
                + " 'OPENED')")
        .param(ended.caseId())
        .update();
  }

  private PrivateKey unlock(String tenderId) {
    return jdbc.sql("select locked_key, key_half from tender where id = ?")
        .param(tenderId)
        .query(
            (row, n) ->
                BidSeal.unlock(
                    row.getBytes("locked_key"),
                    row.getBytes("key_half"),
                    keys.half(tenderId),
                    tenderId))
        .single();
  }

  Optional<Tender> row(String id) {
    return jdbc.sql("select * from tender where id = ?")
        .param(id)
        .query(TenderRows::tender)
        .optional();
  }

  private String words(Instant at) {
    return MINUTE.format(at.atZone(clock.getZone()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  static Refusal.NotFound none() {
    return new Refusal.NotFound("没有这份招标公告，或它还没有发布。");
  }
}
