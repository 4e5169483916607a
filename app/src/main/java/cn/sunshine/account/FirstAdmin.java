package cn.sunshine.account;

import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Without demo data somebody must be able to begin: opens {@code admin} with a random password at
 * the first start. A demo account of that name, whose password everybody knows, is taken over.
 */
@Component
class FirstAdmin implements ApplicationRunner {

  private final AccountRepository accounts;
  private final AccountProperties properties;
  private final PasswordHashes hashes;
  private final AccountTrail trail;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FirstAdmin(
      AccountRepository accounts,
      AccountProperties properties,
      PasswordHashes hashes,
      AccountTrail trail,
      TransactionTemplate transaction,
      Clock clock) {
    this.accounts = accounts;
    this.properties = properties;
    this.hashes = hashes;
    this.trail = trail;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!properties.demoData()) {
      transaction.executeWithoutResult(status -> open());
    }
  }

  private void open() {
    String username = DemoAccounts.ADMIN;
    String password = RandomPasswords.next();
    String hash = hashes.hash(password);
    boolean opened = accounts.insert(username, "系统管理员", hash, true, false, clock.instant()) == 1;
    Account account = accounts.lock(username).orElseThrow();
    if (!opened && !account.demo()) {
      return;
    }
    Grant grant = new Grant(Role.ADMIN, "");
    account.grant(grant);
    if (opened) {
      trail.append(Actor.SYSTEM, username, AccountChange.CREATE, "");
      trail.append(Actor.SYSTEM, username, AccountChange.GRANT, grant);
    } else {
      account.takeOverFromDemo(hash);
      trail.append(Actor.SYSTEM, username, AccountChange.RESET_PASSWORD, "演示账号转为正式账号");
    }
    accounts.flush();
    show(username, password);
  }

  /** On the console, not in the log. Before the commit: a password nobody saw would be lost. */
  private static void show(String username, String password) {
    System.out.printf(
        """

        ------------------------------------------------------------
          已建立系统管理员账号，初始密码只在这里显示一次，首次登录须修改：
          First administrator; this password is shown only once:

            %s / %s

        ------------------------------------------------------------
        %n""",
        username, password);
  }
}
