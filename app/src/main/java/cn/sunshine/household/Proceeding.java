package cn.sunshine.household;

import java.time.Instant;
import java.util.Optional;

/**
 * A case about a registered household.
 *
 * @param process the plain process id
 * @param outcome how it ended, such as {@code EXITED}; empty while it runs
 */
public record Proceeding(
    String caseId,
    String household,
    String process,
    String region,
    Instant startedAt,
    Optional<String> outcome) {}
