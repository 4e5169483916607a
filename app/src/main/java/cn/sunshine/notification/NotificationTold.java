package cn.sunshine.notification;

import cn.sunshine.account.Grant;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody was told something, in the same transaction.
 *
 * @param source what happened; an audience is told the same once
 * @param account the account that was told; empty when an office was
 * @param office the office that was told; empty when an account was
 * @param title a few words that name no person
 * @param due until when something has to be done, when there is a term
 */
public record NotificationTold(
    String source,
    Optional<String> account,
    Optional<Grant> office,
    Notification.Kind kind,
    String caseId,
    String title,
    Optional<Instant> due) {}
