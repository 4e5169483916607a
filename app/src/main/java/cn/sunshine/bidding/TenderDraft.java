package cn.sunshine.bidding;

import java.math.BigDecimal;

/**
 * What a tender document says.
 *
 * @param ceiling the highest price that can win, in yuan
 * @param days for how many days bids are taken
 * @param bidsLeast how many bidders it needs
 */
public record TenderDraft(
    String title, String content, BigDecimal ceiling, int days, String contact, int bidsLeast) {}
