package cn.sunshine.bidding;

import java.math.BigDecimal;
import java.time.Instant;

/** A bid after the opening. */
public record Bid(
    String id,
    String bidder,
    String bidderCode,
    BigDecimal amount,
    String note,
    Instant receivedAt) {}
