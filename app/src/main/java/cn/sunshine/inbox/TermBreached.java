package cn.sunshine.inbox;

import cn.sunshine.account.Grant;
import java.time.Instant;
import java.util.Optional;

/**
 * The term of a task is over and it has not been done; told once for each term, in the transaction
 * that records it.
 *
 * @param process the plain id of the case's process
 * @param taskType the BPMN element id
 * @param name what is to be done, as the model says it
 * @param office whose task it is; empty for a task of one person
 * @param assignee who has taken it, or whose own it is
 * @param region the region of the case
 * @param due the end of the term, 24:00 as the first moment of the next day
 * @param watchId names this breach; a moved term may be broken again
 */
public record TermBreached(
    String taskId,
    String caseId,
    String process,
    String taskType,
    String name,
    String subject,
    Optional<Grant> office,
    Optional<String> assignee,
    String region,
    Instant due,
    String watchId) {

  static TermBreached of(Task task) {
    return new TermBreached(
        task.getId(),
        task.caseId(),
        task.process(),
        task.taskType(),
        task.name(),
        task.subject(),
        task.candidates(),
        task.assignee(),
        task.region(),
        task.due(),
        task.overdueWatch());
  }
}
