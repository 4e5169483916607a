package cn.sunshine.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: the account has to wait at this address. */
public class TooManyAttempts extends AuthenticationException {

  private final transient Duration remaining;

  TooManyAttempts(Duration remaining) {
    super("密码输错次数过多，请 " + minutes(remaining) + " 分钟后再试。");
    this.remaining = remaining;
  }

  /** How long to wait, in whole seconds, at least one. */
  public long seconds() {
    return Math.max(1, remaining.toSeconds());
  }

  /** How long to wait, in minutes, rounded up. */
  public long minutes() {
    return minutes(remaining);
  }

  private static long minutes(Duration remaining) {
    return Math.max(1, remaining.plusSeconds(59).toMinutes());
  }
}
