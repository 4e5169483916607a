package cn.sunshine.inbox;

import java.time.Instant;

/**
 * A case has come to one person, not to an office: the applicant has to correct something. In the
 * same transaction.
 *
 * @param account whose task it is
 * @param name what is to be done, as the model says it
 */
public record PersonalTaskOpened(
    String taskId, String caseId, String account, String subject, String name, Instant due) {}
