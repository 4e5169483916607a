package cn.sunshine.supervision;

import cn.sunshine.account.Grant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A supervisor urges somebody to do a task. In the same transaction.
 *
 * @param office whose task it is; empty for a task of one person
 * @param assignee the person who has taken it; empty while nobody has
 * @param step what is to be done, as the model says it
 * @param by the name of the supervisor
 */
public record TaskUrged(
    UUID id,
    String taskId,
    String caseId,
    Optional<Grant> office,
    Optional<String> assignee,
    String subject,
    String step,
    Instant due,
    String words,
    String by) {}
