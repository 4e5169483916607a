package cn.sunshine.account;

import java.util.Optional;

/**
 * Which accounts to list.
 *
 * @param text part of the user name or the display name; empty for any
 * @param role only accounts that hold this role
 * @param region only accounts that hold a role (the above, if given) at this region or in it
 */
public record AccountFilter(String text, Optional<Role> role, Optional<String> region) {

  public static final AccountFilter EVERYTHING =
      new AccountFilter("", Optional.empty(), Optional.empty());

  boolean restrictsGrants() {
    return role.isPresent() || region.isPresent();
  }
}
