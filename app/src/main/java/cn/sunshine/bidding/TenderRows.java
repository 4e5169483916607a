package cn.sunshine.bidding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads tenders and opened bids from the database. */
final class TenderRows {

  private TenderRows() {}

  static Tender tender(ResultSet row, int n) throws SQLException {
    return new Tender(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("region"),
        row.getInt("round"),
        row.getString("title"),
        row.getString("content"),
        row.getBigDecimal("ceiling"),
        row.getString("contact"),
        Tender.State.valueOf(row.getString("state")),
        row.getInt("bids_least"),
        instant(row, "published_at"),
        instant(row, "closes_at"),
        Optional.ofNullable(row.getObject("bid_count", Integer.class)),
        instant(row, "opened_at"),
        Optional.ofNullable(row.getString("winner")),
        Optional.ofNullable(row.getBigDecimal("award")));
  }

  static Bid bid(ResultSet row, int n) throws SQLException {
    return new Bid(
        row.getString("id"),
        row.getString("bidder"),
        row.getString("bidder_code"),
        row.getBigDecimal("amount"),
        row.getString("note"),
        instant(row, "received_at").orElseThrow());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
