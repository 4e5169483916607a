package cn.sunshine.notification;

import java.util.Optional;

/**
 * What is to be told.
 *
 * @param source what happened; an audience is told the same once
 * @param caseId the case it is about
 * @param taskId the task it is about; when that ends, the news is settled
 * @param title a few words for a list
 * @param sentence what has happened and what to do
 */
record News(
    String source,
    Notification.Kind kind,
    String caseId,
    Optional<String> taskId,
    String title,
    String sentence) {}
