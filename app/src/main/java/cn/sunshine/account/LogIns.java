package cn.sunshine.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What logging in reads and writes: the account as it is now, and when it was last used. */
@Service
public class LogIns {

  private final AccountRepository accounts;
  private final DemoAccounts demoAccounts;

  LogIns(AccountRepository accounts, DemoAccounts demoAccounts) {
    this.accounts = accounts;
    this.demoAccounts = demoAccounts;
  }

  /**
   * A log-in as it stands now, with the roles held now; empty when it has ended because the account
   * was disabled or has another password.
   */
  @Transactional(readOnly = true)
  public Optional<SignedIn> refresh(SignedIn before) {
    return findUsable(before.getName())
        .map(Account::signedIn)
        .filter(now -> now.passwordVersion() == before.passwordVersion());
  }

  @Transactional(readOnly = true)
  Optional<Account> find(String username) {
    return accounts.findByUsername(username);
  }

  Optional<Account> findUsable(String username) {
    return accounts.findByUsername(username).filter(this::isUsable);
  }

  boolean isUsable(Account account) {
    return account.enabled() && (!account.demo() || demoAccounts.welcome());
  }

  @Transactional
  void loggedIn(String username, Instant at) {
    accounts.loggedIn(username, at);
  }
}
