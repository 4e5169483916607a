package cn.sunshine.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of the demo data, {@code ROLE.REGION} and {@code admin}: there could be some
 * 200,000, so that one is opened when it is first asked for. What happens to it later, a new
 * password or its end, holds as for any other account.
 */
@Component
public class DemoAccounts {

  static final String PASSWORD = "sunshine";
  static final String ADMIN = "admin";

  private final AccountRepository accounts;
  private final GrantRules grantRules;
  private final PasswordHashes hashes;
  private final AccountProperties properties;
  private final AccountTrail trail;
  private final Clock clock;

  /** One for all: they have one password, and nothing to hide. */
  private volatile String sharedHash = "";

  DemoAccounts(
      AccountRepository accounts,
      GrantRules grantRules,
      PasswordHashes hashes,
      AccountProperties properties,
      AccountTrail trail,
      Clock clock) {
    this.accounts = accounts;
    this.grantRules = grantRules;
    this.hashes = hashes;
    this.properties = properties;
    this.trail = trail;
    this.clock = clock;
  }

  /** Whether demo accounts can be used at all. */
  boolean welcome() {
    return properties.demoData();
  }

  /** Opens the demo account of this name, if there is to be one and this is its password. */
  @Transactional
  Optional<Account> open(String username, String password) {
    if (!welcome() || !isDemoPassword(password)) {
      return Optional.empty();
    }
    Optional<Grant> grant = grantOf(username);
    if (grant.isPresent()) {
      int inserted =
          accounts.insert(
              username, DemoNames.of(username), sharedHash(), false, true, clock.instant());
      if (inserted == 1) {
        accounts.lock(username).orElseThrow().grant(grant.get());
        trail.append(Actor.SYSTEM, username, AccountChange.CREATE, "演示账号");
        trail.append(Actor.SYSTEM, username, AccountChange.GRANT, grant.get());
      }
    }
    return grant.flatMap(any -> accounts.findByUsername(username));
  }

  /**
   * The demo account that stands for whoever holds a role at a region, such as every farmer of a
   * village; empty where there are no demo accounts.
   */
  @Transactional
  public Optional<String> standIn(Grant grant) {
    return open(grant.role().code() + "." + grant.region(), PASSWORD).map(Account::username);
  }

  /** Opens a demo account for somebody who appears in the demo data, so that it has a name. */
  @Transactional
  public void introduce(String username) {
    open(username, PASSWORD);
  }

  private Optional<Grant> grantOf(String username) {
    if (username.equals(ADMIN)) {
      return Optional.of(new Grant(Role.ADMIN, ""));
    }
    int dot = username.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : Role.ofCode(username.substring(0, dot))
            .filter(role -> role != Role.ADMIN)
            .map(role -> new Grant(role, username.substring(dot + 1)))
            .filter(grantRules::allow);
  }

  private static boolean isDemoPassword(String password) {
    return MessageDigest.isEqual(password.getBytes(UTF_8), PASSWORD.getBytes(UTF_8));
  }

  private String sharedHash() {
    if (sharedHash.isEmpty()) {
      sharedHash = hashes.hash(PASSWORD);
    }
    return sharedHash;
  }
}
