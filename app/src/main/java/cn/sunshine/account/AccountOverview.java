package cn.sunshine.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account as the administrator sees it.
 *
 * @param mustChangePassword the password was set by somebody else and has to be changed first
 * @param demo an invented person of the demo data
 * @param lastLogInAt empty when the holder has never logged in
 */
public record AccountOverview(
    String username,
    String displayName,
    AccountState state,
    boolean mustChangePassword,
    boolean demo,
    Set<Grant> grants,
    Instant createdAt,
    Optional<Instant> lastLogInAt) {}
