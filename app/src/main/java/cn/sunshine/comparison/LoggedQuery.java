package cn.sunshine.comparison;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One entry of the log of queries (NT-26).
 *
 * @param actor the account that asked, or {@code system}
 * @param region the county of the case
 * @param source the name of the source asked
 * @param rows how many records were shown
 * @param persons the masked ID numbers of those asked for
 */
public record LoggedQuery(
    UUID id,
    Instant at,
    String actor,
    String caseId,
    String reason,
    ComparisonScope scope,
    String region,
    String source,
    int rows,
    List<String> persons) {}
