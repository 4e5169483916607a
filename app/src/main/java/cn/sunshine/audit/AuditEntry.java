package cn.sunshine.audit;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One thing that happened.
 *
 * @param stream what it happened to, such as {@code case:7f3…} or {@code account:admin}
 * @param seq its place in the stream, from 1
 * @param actor the account's name, or {@code system}
 * @param region the code of the region it belongs to; empty when it belongs to none
 * @param action a short stable word, such as {@code approve} or {@code notice-opened}
 * @param comment what the person said; empty when nothing
 * @param detail evidence: rule versions, outcomes, element ids; never personal data
 */
public record AuditEntry(
    String stream,
    int seq,
    Instant at,
    String actor,
    String region,
    String action,
    String comment,
    JsonNode detail) {}
