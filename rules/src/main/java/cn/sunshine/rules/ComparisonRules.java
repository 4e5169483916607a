package cn.sunshine.rules;

import org.kie.api.KieBase;

/**
 * What judges the records of a comparison.
 *
 * @param drl the text that {@code compiled} comes from
 */
record ComparisonRules(KieBase compiled, String drl, AssetThresholds thresholds) {}
