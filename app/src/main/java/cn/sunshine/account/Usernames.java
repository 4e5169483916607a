package cn.sunshine.account;

import cn.sunshine.problem.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How accounts are named: lower-case letters, digits, dots and hyphens; case does not matter. */
final class Usernames {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9._-]{1,63}");

  /** Names that stand for something else in the audit trail. */
  private static final Set<String> RESERVED =
      Set.of(
          Actor.SYSTEM.username(),
          Actor.PUBLIC.username(),
          "anonymous",
          "anonymoususer",
          "applicant");

  private Usernames() {}

  /** What somebody typed to log in as a name that an account can have, or empty. */
  static Optional<String> read(String typed) {
    return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
        .filter(name -> SHAPE.matcher(name).matches());
  }

  /**
   * The name of a new account.
   *
   * @throws Refusal.Invalid when an account cannot have this name
   */
  static String requireNew(String typed) {
    return read(typed)
        .filter(name -> !RESERVED.contains(name))
        .orElseThrow(
            () -> new Refusal.Invalid("用户名须以英文字母开头，2 至 64 位，只能用小写字母、数字、点、下划线和连字符，且不能是系统保留的名称。"));
  }
}
