package cn.sunshine.account;

import cn.sunshine.audit.AuditEntry;
import cn.sunshine.problem.Refusal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks after accounts and the roles they hold (NT-4, NT-25). Only the administrator does; every
 * change leaves a trace. A change to what already is so is no change and leaves none.
 */
@Service
public class Accounts {

  private static final int LONGEST_NAME = 60;

  private final AccountRepository accounts;
  private final CurrentActor currentActor;
  private final GrantRules grantRules;
  private final PasswordHashes hashes;
  private final AccountTrail trail;
  private final Clock clock;

  Accounts(
      AccountRepository accounts,
      CurrentActor currentActor,
      GrantRules grantRules,
      PasswordHashes hashes,
      AccountTrail trail,
      Clock clock) {
    this.accounts = accounts;
    this.currentActor = currentActor;
    this.grantRules = grantRules;
    this.hashes = hashes;
    this.trail = trail;
    this.clock = clock;
  }

  /** The accounts that match, a page at a time; sort by the properties of the overview. */
  @Transactional(readOnly = true)
  public Page<AccountOverview> list(AccountFilter filter, Pageable page) {
    requireAdmin();
    return accounts
        .search(
            "%" + escaped(filter.text().strip().toLowerCase(Locale.ROOT)) + "%",
            !filter.restrictsGrants(),
            filter.role().map(List::of).orElseGet(() -> Arrays.asList(Role.values())),
            escaped(filter.region().orElse("")) + "%",
            page)
        .map(Account::overview);
  }

  @Transactional(readOnly = true)
  public AccountOverview require(String username) {
    requireAdmin();
    return accounts.findByUsername(username).orElseThrow(() -> unknown(username)).overview();
  }

  /** What happened to an account, oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> history(String username) {
    requireAdmin();
    return trail.of(username);
  }

  /** The names of people for screens that show who did something; unknown ones are left out. */
  @Transactional(readOnly = true)
  public Map<String, String> displayNames(Collection<String> usernames) {
    return accounts.findByUsernameIn(Set.copyOf(usernames)).stream()
        .collect(Collectors.toMap(Account::username, Account::displayName));
  }

  /** What screens call people: by name, or by the account where none is known. */
  @Transactional(readOnly = true)
  public UnaryOperator<String> names(Collection<String> usernames) {
    Map<String, String> known = displayNames(usernames);
    return username ->
        username.equals(Actor.SYSTEM.username())
            ? Actor.SYSTEM.displayName()
            : known.getOrDefault(username, username);
  }

  /** The accounts that can log in and hold a role at exactly this region. */
  @Transactional(readOnly = true)
  public List<String> holders(Grant grant) {
    return accounts.holders(grant.role(), grant.region());
  }

  /** Whether a role can be held at a region: whether {@link #grant} would take it. */
  public boolean canBeHeld(Grant grant) {
    return grantRules.allow(grant);
  }

  /** Opens an account with a random password, which is answered here and nowhere else. */
  @Transactional
  public OneTimePassword create(NewAccount wanted) {
    Actor admin = requireAdmin();
    String username = Usernames.requireNew(wanted.username());
    String displayName = requireName(wanted.displayName());
    wanted.grants().forEach(grantRules::require);
    String password = RandomPasswords.next();
    int inserted =
        accounts.insert(username, displayName, hashes.hash(password), true, false, clock.instant());
    if (inserted == 0) {
      throw new Refusal.Conflict("用户名“" + username + "”已经有人使用，请换一个。");
    }
    Account account = lock(username);
    trail.append(admin, username, AccountChange.CREATE, "");
    for (Grant grant : wanted.grants()) {
      account.grant(grant);
      trail.append(admin, username, AccountChange.GRANT, grant);
    }
    return new OneTimePassword(username, password);
  }

  @Transactional
  public void rename(String username, String displayName) {
    Actor admin = requireAdmin();
    Account account = lock(username);
    String name = requireName(displayName);
    if (!account.displayName().equals(name)) {
      account.rename(name);
      trail.append(admin, username, AccountChange.RENAME, "");
    }
  }

  /**
   * @throws Refusal.Invalid when the role cannot be held at this region
   */
  @Transactional
  public void grant(String username, Grant grant) {
    Actor admin = requireAdmin();
    grantRules.require(grant);
    if (lock(username).grant(grant)) {
      trail.append(admin, username, AccountChange.GRANT, grant);
    }
  }

  @Transactional
  public void revoke(String username, Grant grant) {
    Actor admin = grant.role() == Role.ADMIN ? requireAnotherAdmin(username) : requireAdmin();
    if (lock(username).revoke(grant)) {
      trail.append(admin, username, AccountChange.REVOKE, grant);
    }
  }

  @Transactional
  public void enable(String username) {
    Actor admin = requireAdmin();
    if (lock(username).enable()) {
      trail.append(admin, username, AccountChange.ENABLE, "");
    }
  }

  /**
   * Shuts an account out at once, open screens included.
   *
   * @param reason kept in the trail
   */
  @Transactional
  public void disable(String username, String reason) {
    Actor admin = requireAnotherAdmin(username);
    if (lock(username).disable()) {
      trail.append(admin, username, AccountChange.DISABLE, reason.strip());
    }
  }

  /** Sets a random password, which is answered here and nowhere else; ends all its sessions. */
  @Transactional
  public OneTimePassword resetPassword(String username) {
    Actor admin = requireAdmin();
    String password = RandomPasswords.next();
    lock(username).resetPassword(hashes.hash(password));
    trail.append(admin, username, AccountChange.RESET_PASSWORD, "");
    return new OneTimePassword(username, password);
  }

  private Actor requireAdmin() {
    Actor actor = currentActor.require();
    if (!actor.holds(Role.ADMIN)) {
      throw new Refusal.Forbidden("只有系统管理员可以管理账号。");
    }
    return actor;
  }

  /**
   * That nobody shuts out oneself, nor two administrators each other at the same moment, keeps the
   * system administrable.
   */
  private Actor requireAnotherAdmin(String username) {
    Actor actor = requireAdmin();
    if (actor.username().equals(username)) {
      throw new Refusal.Conflict("不能停用自己的账号，也不能收回自己的管理员角色，请由另一位管理员操作。");
    }
    if (accounts.lockEnabledAdmins().stream()
        .map(Account::username)
        .noneMatch(actor.username()::equals)) {
      throw new Refusal.Forbidden("您的账号已被停用，或者已不是系统管理员。");
    }
    return actor;
  }

  private Account lock(String username) {
    return accounts.lock(username).orElseThrow(() -> unknown(username));
  }

  private static Refusal unknown(String username) {
    return new Refusal.NotFound("没有用户名为“" + username + "”的账号。");
  }

  private static String requireName(String typed) {
    String name = typed.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Refusal.Invalid(
          "请填写姓名，最长 " + LONGEST_NAME + " 个字。",
          List.of(new Refusal.FieldFault("displayName", "请填写姓名")));
    }
    return name;
  }

  /** Takes the special meaning in SQL's like from what somebody typed. */
  private static String escaped(String typed) {
    return typed.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
