package cn.sunshine.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be told.
 *
 * @param source what happened; an audience is told the same once
 * @param caseId the case it is about
 * @param taskId the task it is about; when that ends, the news is settled
 * @param title a few words for a list, without names of persons
 * @param sentence what has happened and what to do
 * @param due until when something has to be done, when there is a term
 */
record News(
    String source,
    Notification.Kind kind,
    String caseId,
    Optional<String> taskId,
    String title,
    String sentence,
    Optional<Instant> due) {}
