package cn.sunshine.audit;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through all histories of a database. */
public final class AuditChains {

  private AuditChains() {}

  /** The streams whose chain does not hold. */
  public static List<String> broken(JdbcClient database) {
    AuditTrail trail = new AuditTrail(database, Clock.systemUTC());
    return database.sql("select stream from audit_stream").query(String.class).list().stream()
        .filter(stream -> trail.firstBreak(stream).isPresent())
        .toList();
  }
}
