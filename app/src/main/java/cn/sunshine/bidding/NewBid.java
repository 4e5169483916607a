package cn.sunshine.bidding;

import java.math.BigDecimal;

/**
 * A bid as it is handed in.
 *
 * @param bidderCode the bidder's unified social credit code, or another code that is its own
 * @param amount in yuan, at most two decimals
 * @param receipt of the bid that this one replaces; empty for the first
 */
public record NewBid(
    String bidder, String bidderCode, BigDecimal amount, String note, String receipt) {}
