package cn.sunshine.escalation;

import cn.sunshine.account.Grant;
import java.time.Instant;
import java.util.Optional;

/**
 * An overdue task has been brought before an office that has to see to it; in the transaction that
 * records it. Two offices, two events.
 *
 * @param name what is overdue, as the model says it
 * @param office who has to see to it now
 * @param region the region of the case
 * @param due when the task's term ended
 * @param severity how severe the pack's table says that it is
 */
public record TaskEscalated(
    String taskId,
    String caseId,
    String name,
    String subject,
    Grant office,
    String region,
    Instant due,
    Optional<AlertSeverity> severity) {}
