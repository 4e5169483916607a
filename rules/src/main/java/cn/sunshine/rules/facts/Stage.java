package cn.sunshine.rules.facts;

/**
 * Whether the asset comparison (NT-9) belongs to what is judged.
 *
 * @param comparisonExpected false while the case has not come to its comparison yet
 */
public record Stage(boolean comparisonExpected) {}
