package cn.sunshine.trialrun;

import java.time.LocalDate;

/**
 * What is compared: the old rules with the new ones, by the parameters of a day.
 *
 * @param ruleSet such as {@code household-eligibility}
 */
public record Books(String ruleSet, LocalDate asOf, Book before, Book after) {}
