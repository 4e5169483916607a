package cn.sunshine.escalation;

import java.time.Instant;

/**
 * An alert about the term of a task, with the reason for its severity.
 *
 * @param rule the row of the table {@code alert-severity} that decided
 * @param version of the table
 * @param policy the article, such as {@code NT-28}
 * @param message why it is so severe, in Chinese
 * @param actual the facts it was judged by, in Chinese
 * @param condition what the row asks for, in Chinese
 * @param at when the severity was found
 */
public record Alert(
    String taskId,
    AlertStage stage,
    AlertSeverity severity,
    String rule,
    String version,
    String policy,
    String message,
    String actual,
    String condition,
    Instant at) {}
