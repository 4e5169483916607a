package cn.sunshine.inbox;

import cn.sunshine.account.Grant;

/**
 * More time has been asked for a task; told in the transaction that records it (NT-16, NT-24).
 *
 * @param requestId names the request
 * @param name what is to be done, as the model says it
 * @param decider the office that grants or refuses it
 * @param workingDays so many more
 * @param reason the words of who asked
 */
public record ExtensionAsked(
    long requestId,
    String taskId,
    String caseId,
    String name,
    String subject,
    Grant decider,
    int workingDays,
    String reason) {}
