package cn.sunshine.trialrun;

/**
 * What is to be tried.
 *
 * @param key who starts with the same key twice gets the same run
 * @param subject what it is about, such as {@code policy-change:7f3…}
 * @param pack name of the policy pack; its root region is what is judged
 */
public record TrialRunOrder(String key, String subject, String pack, Books books) {}
