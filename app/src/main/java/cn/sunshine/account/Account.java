package cn.sunshine.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;

/**
 * A person's account: the name and password to log in with, and the roles held at regions. New ones
 * come from {@link AccountRepository#insert}, which says when the name is taken.
 */
@Entity
@Table(name = "account")
class Account {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String username;
  private String displayName;
  private String passwordHash;
  private int passwordVersion;
  private boolean mustChangePassword;
  private boolean enabled;
  private boolean demo;
  private Instant createdAt;
  private Instant lastLogInAt;

  @ElementCollection
  @CollectionTable(name = "account_grant", joinColumns = @JoinColumn(name = "account_id"))
  @BatchSize(size = 100)
  private Set<Grant> grants = new HashSet<>();

  @Version private int version;

  protected Account() {}

  /** Answers whether this changed anything. */
  boolean grant(Grant grant) {
    return grants.add(grant);
  }

  /** Answers whether this changed anything. */
  boolean revoke(Grant grant) {
    return grants.remove(grant);
  }

  /** Answers whether this changed anything. */
  boolean enable() {
    boolean changed = !enabled;
    enabled = true;
    return changed;
  }

  /** Answers whether this changed anything. */
  boolean disable() {
    boolean changed = enabled;
    enabled = false;
    return changed;
  }

  void rename(String newDisplayName) {
    displayName = newDisplayName;
  }

  /** The holder has chosen a password. */
  void changePassword(String newHash) {
    passwordHash = newHash;
    passwordVersion++;
    mustChangePassword = false;
  }

  /** Somebody else has set a password: the holder must change it at the next log-in. */
  void resetPassword(String newHash) {
    passwordHash = newHash;
    passwordVersion++;
    mustChangePassword = true;
  }

  /** From now on a real account, that works without demo data and has a password of its own. */
  void takeOverFromDemo(String newHash) {
    demo = false;
    enabled = true;
    resetPassword(newHash);
  }

  SignedIn signedIn() {
    return new SignedIn(
        new Actor(username, displayName, grants), passwordVersion, mustChangePassword);
  }

  AccountOverview overview() {
    return new AccountOverview(
        username,
        displayName,
        enabled ? AccountState.ENABLED : AccountState.DISABLED,
        mustChangePassword,
        demo,
        Set.copyOf(grants),
        createdAt,
        Optional.ofNullable(lastLogInAt));
  }

  String username() {
    return username;
  }

  String displayName() {
    return displayName;
  }

  String passwordHash() {
    return passwordHash;
  }

  boolean enabled() {
    return enabled;
  }

  boolean demo() {
    return demo;
  }
}
