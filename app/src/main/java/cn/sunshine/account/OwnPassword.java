package cn.sunshine.account;

import cn.sunshine.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets everybody change the own password. */
@Service
public class OwnPassword {

  private final AccountRepository accounts;
  private final CurrentActor currentActor;
  private final PasswordHashes hashes;
  private final LogInThrottle throttle;
  private final AccountTrail trail;
  private final TransactionTemplate transaction;

  OwnPassword(
      AccountRepository accounts,
      CurrentActor currentActor,
      PasswordHashes hashes,
      LogInThrottle throttle,
      AccountTrail trail,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.currentActor = currentActor;
    this.hashes = hashes;
    this.throttle = throttle;
    this.trail = trail;
    this.transaction = transaction;
  }

  /** Whether somebody else has set the password of the logged-in person. */
  public boolean mustChange() {
    return SignedInActor.signedIn().filter(SignedIn::mustChangePassword).isPresent();
  }

  /**
   * Changes the password of the logged-in person. All other sessions of the account end; the log-in
   * that is answered lets this one go on.
   *
   * @throws Refusal.Invalid when the old password is wrong or the new one breaks a rule
   * @throws Refusal.Conflict after too many wrong old passwords
   */
  public SignedIn change(String oldPassword, String newPassword) {
    Actor actor = currentActor.require();
    PasswordRules.require(newPassword, actor.username(), oldPassword);
    LogInThrottle.Key key = new LogInThrottle.Key(actor.username(), "own password");
    try {
      return throttle
          .attempt(
              key, () -> transaction.execute(status -> replace(actor, oldPassword, newPassword)))
          .orElseThrow(OwnPassword::wrong);
    } catch (TooManyAttempts tooMany) {
      throw new Refusal.Conflict(tooMany.getMessage());
    }
  }

  /** Empty when the old password is wrong. */
  private Optional<SignedIn> replace(Actor actor, String oldPassword, String newPassword) {
    Optional<Account> account =
        accounts
            .lock(actor.username())
            .filter(found -> hashes.matches(oldPassword, found.passwordHash()));
    account.ifPresent(
        found -> {
          found.changePassword(hashes.hash(newPassword));
          trail.append(actor, actor.username(), AccountChange.CHANGE_PASSWORD, "");
        });
    return account.map(Account::signedIn);
  }

  private static Refusal wrong() {
    String sentence = "原密码不对，请重新输入。";
    return new Refusal.Invalid(sentence, List.of(new Refusal.FieldFault("oldPassword", sentence)));
  }
}
