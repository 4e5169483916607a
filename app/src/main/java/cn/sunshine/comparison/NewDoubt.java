package cn.sunshine.comparison;

import java.util.Optional;
import java.util.UUID;

/**
 * A doubt that the rules have found.
 *
 * @param item what is doubted, such as {@code vehicle}
 * @param record the asset record behind it, when it is one
 * @param text the finding as a Chinese sentence, without a full ID number
 * @param policy the policy id, such as {@code NT-9}
 * @param rule the id of the rule that found it
 * @param ruleVersion the version of the rule set
 */
public record NewDoubt(
    String item,
    Optional<UUID> record,
    String text,
    String policy,
    String rule,
    String ruleVersion) {}
