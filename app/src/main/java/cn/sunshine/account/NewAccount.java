package cn.sunshine.account;

import java.util.Set;

/** What the administrator enters for a new account. */
public record NewAccount(String username, String displayName, Set<Grant> grants) {

  public NewAccount {
    grants = Set.copyOf(grants);
  }
}
