package cn.sunshine.account;

import cn.sunshine.audit.AuditEntry;
import cn.sunshine.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The history of each account in the audit trail. Names of people stay out of it. */
@Component
class AccountTrail {

  private final AuditTrail trail;

  AccountTrail(AuditTrail trail) {
    this.trail = trail;
  }

  void append(Actor by, String username, AccountChange change, String comment) {
    trail.append(stream(username), by.username(), "", change.code(), comment, Map.of());
  }

  void append(Actor by, String username, AccountChange change, Grant grant) {
    trail.append(
        stream(username),
        by.username(),
        grant.region(),
        change.code(),
        "",
        Map.of("role", grant.role().code(), "region", grant.region()));
  }

  List<AuditEntry> of(String username) {
    return trail.of(stream(username));
  }

  private static String stream(String username) {
    return "account:" + username;
  }
}
