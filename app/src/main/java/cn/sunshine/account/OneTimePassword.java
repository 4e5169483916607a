package cn.sunshine.account;

/** A password that is shown once to whoever set it, and must be changed at the first log-in. */
public record OneTimePassword(String username, String password) {

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "OneTimePassword[username=" + username + "]";
  }
}
