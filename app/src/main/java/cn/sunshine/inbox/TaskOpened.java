package cn.sunshine.inbox;

import cn.sunshine.account.Grant;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody has something to do. In the same transaction.
 *
 * @param region the region of the case
 * @param office whose task it is; empty for a task of one person
 * @param account the person whose task it is; empty while it is the office's
 * @param name what is to be done, as the model says it
 * @param returned why the case has come back here, when it was sent back
 */
public record TaskOpened(
    String taskId,
    String caseId,
    String region,
    Optional<Grant> office,
    Optional<String> account,
    String subject,
    String name,
    Instant due,
    Optional<String> returned) {}
