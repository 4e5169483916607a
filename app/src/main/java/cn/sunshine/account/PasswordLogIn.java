package cn.sunshine.account;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Logs in with user name and password, for the log-in page and HTTP Basic alike. Whether the
 * account does not exist, is disabled, or the password is wrong, the answer and the time it takes
 * are the same.
 */
@Component
class PasswordLogIn implements AuthenticationProvider {

  private final LogIns logIns;
  private final DemoAccounts demoAccounts;
  private final PasswordHashes hashes;
  private final LogInThrottle throttle;
  private final Clock clock;

  PasswordLogIn(
      LogIns logIns,
      DemoAccounts demoAccounts,
      PasswordHashes hashes,
      LogInThrottle throttle,
      Clock clock) {
    this.logIns = logIns;
    this.demoAccounts = demoAccounts;
    this.hashes = hashes;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String typed = attempt.getName();
    String password = String.valueOf(attempt.getCredentials());
    Optional<String> username = Usernames.read(typed);
    LogInThrottle.Key key = new LogInThrottle.Key(username.orElse(typed), addressOf(attempt));
    throttle.requirePatience(key);
    return username
        .flatMap(logIns::findUsable)
        .filter(account -> hashes.isKnownToMatch(password, account.passwordHash()))
        .or(() -> throttle.attempt(key, () -> check(username, password)))
        .map(account -> account.signedIn().authentication())
        .orElseThrow(() -> new BadCredentialsException("用户名或密码不对，或者账号已停用。请核对后再试；忘记密码请联系管理员。"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private Optional<Account> check(Optional<String> username, String password) {
    Optional<Account> account =
        username.flatMap(name -> logIns.find(name).or(() -> demoAccounts.open(name, password)));
    if (account.filter(logIns::isUsable).isEmpty() || PasswordRules.isTooLong(password)) {
      hashes.pretendToCheck();
      return Optional.empty();
    }
    Optional<Account> right =
        account.filter(found -> hashes.matches(password, found.passwordHash()));
    right.ifPresent(found -> logIns.loggedIn(found.username(), clock.instant()));
    return right;
  }

  private static String addressOf(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }
}
