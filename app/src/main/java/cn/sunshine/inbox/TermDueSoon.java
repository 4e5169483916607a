package cn.sunshine.inbox;

import cn.sunshine.account.Grant;
import java.time.Instant;
import java.util.Optional;

/**
 * Little of a task's term is left; told once for each term, in the transaction that records it.
 *
 * @param process the plain id of the case's process
 * @param taskType the BPMN element id
 * @param name what is to be done, as the model says it
 * @param office whose task it is; empty for a task of one person
 * @param assignee who has taken it, or whose own it is
 * @param region the region of the case
 * @param due the end of the term, 24:00 as the first moment of the next day
 */
public record TermDueSoon(
    String taskId,
    String caseId,
    String process,
    String taskType,
    String name,
    String subject,
    Optional<Grant> office,
    Optional<String> assignee,
    String region,
    Instant due) {

  static TermDueSoon of(Task task) {
    return new TermDueSoon(
        task.getId(),
        task.caseId(),
        task.process(),
        task.taskType(),
        task.name(),
        task.subject(),
        task.candidates(),
        task.assignee(),
        task.region(),
        task.due());
  }
}
