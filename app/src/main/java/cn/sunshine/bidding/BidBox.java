package cn.sunshine.bidding;

import cn.sunshine.account.PublicDeed;
import cn.sunshine.casework.Cases;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes sealed bids from anybody until a tender closes. */
@Service
public class BidBox {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 2000;
  private static final BigDecimal MOST = new BigDecimal("10000000000");

  /** A brake on abuse, far above what any tender has seen. */
  private static final int MOST_BIDS = 200;

  private final JdbcClient jdbc;
  private final Tenders tenders;
  private final KeyFolder keys;
  private final Cases cases;
  private final PublicDeed publicDeed;
  private final JsonMapper json;
  private final Clock clock;

  BidBox(
      JdbcClient jdbc,
      Tenders tenders,
      KeyFolder keys,
      Cases cases,
      PublicDeed publicDeed,
      JsonMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenders = tenders;
    this.keys = keys;
    this.cases = cases;
    this.publicDeed = publicDeed;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The proof that a bid was taken.
   *
   * @param receipt lets the bidder replace the bid before the hour
   * @param digest SHA-256 of the sealed bid
   */
  public record Receipt(
      String id, String tenderId, String receipt, String digest, Instant receivedAt) {}

  /**
   * Takes a bid and seals it at once.
   *
   * @throws Refusal.Conflict when the tender takes no bids, or the bidder has one in it already
   */
  @Transactional
  public Receipt put(String tenderId, NewBid bid) {
    NewBid checked = checked(bid);
    publicDeed.begin();
    // The case first, as everywhere: two bids of one bidder take their turns, too.
    cases.hold(tenders.find(tenderId).caseId());
    Tender tender = tenders.find(tenderId);
    Instant now = clock.instant();
    if (!tender.takesBids(now)) {
      throw new Refusal.Conflict("投标已经截止，不再接收投标。");
    }
    String mark = mark(tenderId, checked.bidderCode());
    replaceEarlier(tenderId, mark, checked.receipt(), now);
    long count =
        jdbc.sql("select count(*) from sealed_bid where tender_id = ?")
            .param(tenderId)
            .query(Long.class)
            .single();
    if (count >= MOST_BIDS) {
      throw new Refusal.Conflict("这份公告收到的投标已经很多，请与招标人联系。");
    }
    return store(tender, checked, mark, now);
  }

  private Receipt store(Tender tender, NewBid bid, String mark, Instant now) {
    byte[] publicKey =
        jdbc.sql("select public_key from tender where id = ?")
            .param(tender.id())
            .query(byte[].class)
            .single();
    byte[] sealed = BidSeal.seal(publicKey, json.writeValueAsString(bid), tender.id());
    String id = "B" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    String receipt = HexFormat.of().formatHex(BidSeal.random(12));
    String digest = sha256(sealed);
    jdbc.sql(
            "insert into sealed_bid (id, tender_id, region, bidder_mark, receipt_hash, sealed,"
                + " digest, received_at) values (?,?,?,?,?,?,?,?)")
        .params(
            id,
            tender.id(),
            tender.region(),
            mark,
            sha256(receipt.getBytes(StandardCharsets.UTF_8)),
            sealed,
            digest,
            now.atOffset(ZoneOffset.UTC))
        .update();
    cases.note(
        tender.caseId(),
        "public",
        "bid-received",
        "",
        Map.of("tender", tender.id(), "bid", id, "digest", digest));
    return new Receipt(id, tender.id(), receipt, digest, now);
  }

  private void replaceEarlier(String tenderId, String mark, String receipt, Instant now) {
    Optional<String> earlier =
        jdbc.sql(
                "select receipt_hash from sealed_bid where tender_id = ? and bidder_mark = ?"
                    + " and replaced_at is null")
            .params(tenderId, mark)
            .query(String.class)
            .optional();
    if (earlier.isEmpty()) {
      return;
    }
    if (!earlier.get().equals(sha256(receipt.getBytes(StandardCharsets.UTF_8)))) {
      throw new Refusal.Conflict("这个投标人已经投过标；要在截标前更换，请附上投标时得到的回执码（receipt）。");
    }
    jdbc.sql(
            "update sealed_bid set replaced_at = ? where tender_id = ? and bidder_mark = ?"
                + " and replaced_at is null")
        .params(now.atOffset(ZoneOffset.UTC), tenderId, mark)
        .update();
  }

  private static NewBid checked(NewBid bid) {
    List<Refusal.FieldFault> faults = new ArrayList<>();
    String name = text(bid.bidder());
    String code = text(bid.bidderCode()).toUpperCase(Locale.ROOT);
    String note = text(bid.note());
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      faults.add(new Refusal.FieldFault("bidder", "请写明投标人名称，不超过 " + LONGEST_NAME + " 字"));
    }
    if (!code.matches("[0-9A-Z-]{4,32}")) {
      faults.add(new Refusal.FieldFault("bidderCode", "请填统一社会信用代码（4 到 32 位数字、字母）"));
    }
    BigDecimal amount = bid.amount();
    if (amount == null || amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
      faults.add(new Refusal.FieldFault("amount", "请填大于 0 的投标价（元）"));
    } else if (amount.stripTrailingZeros().scale() > 2) {
      faults.add(new Refusal.FieldFault("amount", "投标价最多两位小数"));
    }
    if (note.length() > LONGEST_NOTE) {
      faults.add(new Refusal.FieldFault("note", "说明不超过 " + LONGEST_NOTE + " 字"));
    }
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid(
          "投标有 " + faults.size() + " 处需要修改：" + faults.getFirst().message() + "。", faults);
    }
    return new NewBid(name, code, amount.setScale(2), note, text(bid.receipt()));
  }

  private static String text(String value) {
    return value == null ? "" : value.replace("\0", "").strip();
  }

  /** Tells two bids of one bidder apart from those of others without naming the bidder. */
  private String mark(String tenderId, String bidderCode) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.half(tenderId), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bidderCode.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HMAC", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
