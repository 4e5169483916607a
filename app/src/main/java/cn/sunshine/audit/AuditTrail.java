package cn.sunshine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the trail. Writing takes part in the transaction of the act itself. */
@Service
public class AuditTrail {

  private static final String START = "0".repeat(64);

  private final JdbcClient jdbc;
  private final Clock clock;

  /** Sorted keys: jsonb does not keep their order, and the hash must come out the same again. */
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  AuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Appends an entry to a stream; concurrent writers of one stream wait for each other. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(
      String stream,
      String actor,
      String region,
      String action,
      String comment,
      Map<String, ?> detail) {
    Head head = lockHead(stream);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int seq = head.seq() + 1;
    // Through text, as it will come back from the database: the hash must come out the same again.
    JsonNode detailNode = json.readTree(json.writeValueAsString(detail));
    AuditEntry entry = new AuditEntry(stream, seq, at, actor, region, action, comment, detailNode);
    String hash = hash(head.hash(), entry);
    jdbc.sql(
            """
            insert into audit_entry
              (stream, seq, at, actor, region, action, comment, detail, prev_hash, hash)
            values (:stream, :seq, :at, :actor, :region, :action, :comment, :detail::jsonb,
              :prevHash, :hash)
            """)
        .param("stream", stream)
        .param("seq", seq)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("actor", actor)
        .param("region", region)
        .param("action", action)
        .param("comment", comment)
        .param("detail", json.writeValueAsString(detailNode))
        .param("prevHash", head.hash())
        .param("hash", hash)
        .update();
    jdbc.sql("update audit_stream set last_seq = ?, last_hash = ? where stream = ?")
        .params(seq, hash, stream)
        .update();
  }

  /** The whole history of one thing, oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> of(String stream) {
    return jdbc.sql("select * from audit_entry where stream = ? order by seq")
        .param(stream)
        .query((row, n) -> entry(row))
        .list();
  }

  /** The first place where the chain of a stream does not hold; empty when it is whole. */
  @Transactional(readOnly = true)
  public Optional<Integer> firstBreak(String stream) {
    record Link(AuditEntry entry, String prevHash, String hash) {}
    List<Link> links =
        jdbc.sql("select * from audit_entry where stream = ? order by seq")
            .param(stream)
            .query(
                (row, n) -> new Link(entry(row), row.getString("prev_hash"), row.getString("hash")))
            .list();
    String previous = START;
    int expected = 1;
    for (Link link : links) {
      if (link.entry().seq() != expected
          || !link.prevHash().equals(previous)
          || !link.hash().equals(hash(previous, link.entry()))) {
        return Optional.of(expected);
      }
      previous = link.hash();
      expected++;
    }
    int recorded =
        jdbc.sql("select last_seq from audit_stream where stream = ?")
            .param(stream)
            .query(Integer.class)
            .optional()
            .orElse(0);
    return recorded == links.size() ? Optional.empty() : Optional.of(expected);
  }

  private record Head(int seq, String hash) {}

  /** Nearly always the stream is there: only the first entry of all finds none. */
  private Head lockHead(String stream) {
    return findHead(stream)
        .or(
            () -> {
              jdbc.sql(
                      "insert into audit_stream (stream, last_seq, last_hash) values (?, 0, ?)"
                          + " on conflict do nothing")
                  .params(stream, START)
                  .update();
              return findHead(stream);
            })
        .orElseThrow();
  }

  private Optional<Head> findHead(String stream) {
    return jdbc.sql("select last_seq, last_hash from audit_stream where stream = ? for update")
        .param(stream)
        .query((row, n) -> new Head(row.getInt(1), row.getString(2)))
        .optional();
  }

  private AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getString("stream"),
        row.getInt("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("region"),
        row.getString("action"),
        row.getString("comment"),
        json.readTree(row.getString("detail")));
  }

  private String hash(String previous, AuditEntry entry) {
    Object canonicalDetail = json.treeToValue(entry.detail(), Object.class);
    String text =
        String.join(
            "\u001f",
            previous,
            entry.stream(),
            Integer.toString(entry.seq()),
            entry.at().toString(),
            entry.actor(),
            entry.region(),
            entry.action(),
            entry.comment(),
            json.writeValueAsString(canonicalDetail));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
