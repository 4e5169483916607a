package cn.sunshine.rules;

import java.util.Optional;

/**
 * One reason of a decision.
 *
 * @param rule id of the rule or of the decision table's row
 * @param version of the rule set
 * @param policy the article, such as {@code NT-8}
 * @param message a Chinese sentence, free of personal data
 * @param actual what was found: a {@code BigDecimal} or a {@code String}
 * @param limit what the policy asks: a {@code BigDecimal} or a {@code String}
 * @param doubt present when this is a doubt that nobody has raised yet
 */
public record Finding(
    String rule,
    String version,
    String policy,
    String message,
    Object actual,
    Object limit,
    Optional<DoubtSubject> doubt) {}
