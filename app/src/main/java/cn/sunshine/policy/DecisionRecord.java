package cn.sunshine.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the rules said about a case.
 *
 * @param stage when in the life of the case: {@code application}, {@code comparison}, {@code final}
 * @param asOf the day whose parameters counted
 * @param pack whose rules counted
 * @param version of the rule set
 * @param parameters the parameter rows that were read, with their versions
 */
public record DecisionRecord(
    long id,
    String caseId,
    String stage,
    Instant at,
    LocalDate asOf,
    String pack,
    String ruleSet,
    String version,
    String outcome,
    List<FindingView> findings,
    List<Map<String, Object>> parameters) {}
